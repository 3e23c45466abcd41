package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFolderTest {

    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String PRIVATE_FILE = "rw-------";

    private final Samples samples = new Samples();

    @TempDir
    private Path parent;

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void newFolderAndItsFilesAreForTheOwnerAlone() throws IOException {
        Path folder = parent.resolve("not there").resolve("yet");

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            adapters.admins().add(samples.admin());
            adapters.tenantCollections().stage(samples.marker(), IsolationModel.COLLECTION);

            assertThat(permissions(folder)).isEqualTo(PRIVATE_FOLDER);
            assertThat(permissions(folder.resolve("tenants"))).isEqualTo(PRIVATE_FOLDER);
            // Three databases with log and index each, and the lock.
            assertThat(files(folder))
                    .hasSize(10)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo(PRIVATE_FILE));
        }
        assertThat(files(folder)).hasSize(4);
    }

    @Test
    void filesThatOthersCouldReadAreClosedToThem() throws IOException {
        SqliteAdapters.open(parent).close();
        for (Path file : files(parent)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        }

        SqliteAdapters.open(parent).close();

        assertThat(files(parent))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo(PRIVATE_FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "what?synchronous=off",
                "what?mode=memory",
                "50%25",
                "a#b&mode=memory",
                ":memory:",
                "Übung 株式",
                "'q\"u;o"
            })
    void anyPathWillDo(String name) {
        Path folder = parent.resolve(name);
        var organization = samples.active(samples.name());
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            adapters.organizations().add(organization);
        }

        assertThat(folder.resolve("orgstead.db")).isNotEmptyFile();
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            assertThat(adapters.organizations().findById(organization.id())).contains(organization);
        }
    }

    @Test
    void aSecondOpenInThisProcessIsRefusedAndDoesNotFreeTheFirst() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), Files.createDirectory(parent.resolve("real")));
        try (SqliteAdapters first = SqliteAdapters.open(parent.resolve("real"))) {
            for (int i = 0; i < 3; i++) {
                expectRefusal(link, "already in use in this process");
            }
            first.admins().add(samples.admin());
        }
        SqliteAdapters.open(link).close();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "content");

        expectRefusal(file, "not a folder");
        assertThat(file).hasContent("content");
        expectRefusal(file.resolve("below"), "not a folder");
    }

    @Test
    void aFolderWhereAFileShouldBeIsRefused() throws IOException {
        Files.createDirectory(parent.resolve("orgstead.lock"));
        expectRefusal(parent, "");
        Files.delete(parent.resolve("orgstead.lock"));
        Files.createDirectory(parent.resolve("tenants.db"));
        expectRefusal(parent, "tenants.db in it");

        Files.delete(parent.resolve("tenants.db"));
        Files.delete(parent.resolve("tenants"));
        Files.createFile(parent.resolve("tenants"));
        expectRefusal(parent, "tenants in it is not a folder");

        Files.delete(parent.resolve("tenants"));
        SqliteAdapters.open(parent).close();
    }

    private static void expectRefusal(Path folder, String reason) {
        assertThatThrownBy(() -> SqliteAdapters.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The data folder " + folder + " cannot be used: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("class loader")
                .message()
                .hasLineCount(1);
    }
}
