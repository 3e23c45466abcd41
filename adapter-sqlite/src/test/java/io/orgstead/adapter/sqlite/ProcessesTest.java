package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.port.TenantCollections;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a process dies, and when there are two. */
class ProcessesTest {

    private static final int KILLS = 5;

    /** The states of a collection, in the order in which the writer brings them about. */
    private static final List<String> COLLECTION = List.of("published", "renamed", "dropped");

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    @Test
    void aKilledProcessLosesNothingThatItAcknowledged() throws Exception {
        Random moments = new Random(4711);
        for (int round = 0; round < KILLS; round++) {
            List<String> acknowledged;
            try (WriterProcess writer = WriterProcess.start(folder, temporary, round)) {
                int enough = 20 + moments.nextInt(200);
                acknowledged = new ArrayList<>(writer.read(enough));
                assertThat(acknowledged).hasSize(enough);
                acknowledged.addAll(writer.kill());
            }
            try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
                expectAll(adapters, round, acknowledged);
            }
        }
    }

    private static void expectAll(SqliteAdapters adapters, int round, List<String> acknowledged) {
        for (String line : acknowledged) {
            String what = line.substring(0, line.indexOf(' '));
            int number = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            String id = AcknowledgingWriter.id(round, number);
            switch (what) {
                case "added" ->
                    assertThat(adapters.organizations().findById(new OrganizationId(id)))
                            .as(line)
                            .isPresent();
                case "settled" ->
                    assertThat(adapters.organizations().findById(new OrganizationId(id)))
                            .as(line)
                            .map(Organization::status)
                            .contains(OrganizationStatus.ACTIVE);
                case "admin" ->
                    assertThat(adapters.admins().findById(new AdminId(id)))
                            .as(line)
                            .isPresent();
                case "staged" -> expectHome(adapters, line.split(" ", -1)[1], round, number, acknowledged);
                case "published", "renamed", "dropped" -> {
                    if (AcknowledgingWriter.model(number) == IsolationModel.COLLECTION) {
                        expectCollection(adapters.tenantCollections(), round, number, acknowledged);
                    }
                }
                default -> throw new AssertionError(line);
            }
        }
    }

    /** It is there from its publication until its drop began, and can be got rid of in whatever state it is. */
    private static void expectHome(
            SqliteAdapters adapters, String home, int round, int number, List<String> acknowledged) {
        TenantCollections collections = adapters.tenantCollections();
        CollectionIncarnation incarnation = new CollectionIncarnation(home);
        CollectionName name = AcknowledgingWriter.renamed(round, number);
        boolean present = collections.isPresent(name, incarnation);
        boolean last = acknowledged.get(acknowledged.size() - 1).endsWith(" " + number);
        if (acknowledged.contains("dropped " + number)) {
            assertThat(present).as(home).isFalse();
        } else if (acknowledged.contains("renamed " + number)) {
            assertThat(present || (last && number % 2 == 0)).as(home).isTrue();
        } else if (acknowledged.contains("published " + number)) {
            assertThat(present).as(home).isTrue();
        }
        collections.discardStaged(new OrganizationId(AcknowledgingWriter.id(round, number)));
        collections.drop(name, incarnation);
        assertThat(collections.isPresent(name, incarnation)).as(home).isFalse();
    }

    /** It is where the last acknowledged step put it, or, if that was the last of all, one further. */
    private static void expectCollection(
            TenantCollections collections, int round, int number, List<String> acknowledged) {
        List<String> reached = COLLECTION.stream()
                .filter(state -> acknowledged.contains(state + " " + number))
                .toList();
        List<String> possible = new ArrayList<>(reached.subList(reached.size() - 1, reached.size()));
        boolean last = acknowledged.get(acknowledged.size() - 1).endsWith(" " + number);
        if (last && reached.size() < COLLECTION.size()) {
            possible.add(COLLECTION.get(reached.size()));
        }

        CollectionName born = AcknowledgingWriter.name(round, number).collectionName();
        boolean atFirst = collections.find(born).isPresent();
        boolean atSecond =
                collections.find(AcknowledgingWriter.renamed(round, number)).isPresent();
        assertThat(atFirst && atSecond).isFalse();
        String actual = atFirst ? "published" : atSecond ? "renamed" : "dropped";
        assertThat(possible).as("collection " + number).contains(actual);
    }

    @Test
    void aFolderInUseByAnotherProcessIsRefusedUntilThatDies() throws Exception {
        try (WriterProcess writer = WriterProcess.start(folder, temporary, 1)) {
            assertThat(writer.read(1)).containsExactly("added 0");

            assertThatThrownBy(() -> SqliteAdapters.open(folder))
                    .hasMessage("The data folder " + folder + " cannot be used: it is in use by another process");
            assertThat(writer.read(100)).hasSize(100);

            writer.kill();
            SqliteAdapters.open(folder).close();
        }
    }

    @Test
    void anotherProcessIsRefusedWhileThisOneUsesTheFolder() throws IOException, InterruptedException {
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            // A refusal in this process must not free the folder for others.
            assertThatThrownBy(() -> SqliteAdapters.open(folder)).hasMessageEndingWith("in this process");
            assertThatThrownBy(this::openInAnotherClassLoader)
                    .hasRootCauseInstanceOf(OverlappingFileLockException.class)
                    .cause()
                    .hasMessageEndingWith("in this process, by another class loader");

            try (WriterProcess writer = WriterProcess.start(folder, temporary, 1)) {
                assertThat(writer.read(2))
                        .containsExactly(
                                "The data folder " + folder + " cannot be used: it is in use by another process");
                assertThat(writer.ends()).isTrue();
            }
            adapters.healthProbe().check();
        }
    }

    /** As another application in the same server would: with classes, and with a native library, of its own. */
    private void openInAnotherClassLoader() throws ReflectiveOperationException, IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(SqliteAdapters.class.getName())
                    .getMethod("open", Path.class)
                    .invoke(null, folder);
        }
    }
}
