package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The files that organizations have for themselves. */
class OwnFilesTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final Samples samples = new Samples();

    private SampleTenant tenant(SqliteStore store) {
        return new SampleTenant(store, samples, IsolationModel.DATABASE);
    }

    private static void drop(SampleTenant tenant) {
        tenant.collections()
                .drop(tenant.organization().collection(), tenant.scope().incarnation());
    }

    private Path fileOf(SampleTenant tenant) {
        return folder.resolve(TenantFileId.ownOf(tenant.scope().incarnation()).fileName());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tenants/own"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void fileIsNamedAfterItsOrganizationAndGoesWithIt() throws IOException {
        SqliteStore store = stores.in(folder);
        SampleTenant kept = tenant(store);
        SampleTenant dropped = tenant(store);
        dropped.insert(document("_id", "x"));
        assertThat(dropped.documents().usage(dropped.scope()).documents()).isEqualTo(1);
        assertThat(fileOf(kept)).exists();
        assertThat(String.valueOf(fileOf(kept).getFileName()))
                .startsWith(kept.organization().id().value() + '-');
        assertThat(files())
                .hasSize(6)
                .allSatisfy(name -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                folder.resolve("tenants/own").resolve(name))))
                        .isEqualTo("rw-------"));

        drop(dropped);

        assertThat(files()).hasSize(3).allMatch(name -> name.startsWith(fileNameOf(kept)));
        assertThat(new SqliteHealthProbe(store)).satisfies(SqliteHealthProbe::check);
        store.close();
        assertThat(files()).containsExactly(fileNameOf(kept));
    }

    private String fileNameOf(SampleTenant tenant) {
        return String.valueOf(fileOf(tenant).getFileName());
    }

    @Test
    void manyShareTheOpenFiles() throws IOException {
        SqliteStore store = stores.in(folder);
        List<SampleTenant> tenants = new ArrayList<>();
        for (int i = 0; i < TenantFiles.MOST_OPEN + 20; i++) {
            SampleTenant tenant = tenant(store);
            tenant.insert(document("_id", "x", "n", i));
            tenants.add(tenant);
        }
        for (int i = 0; i < tenants.size(); i++) {
            assertThat(tenants.get(i).find(equal("n", i), SortOrder.BY_ID, 9).documents())
                    .hasSize(1);
        }
        assertThat(files().stream().filter(name -> name.endsWith(".db"))).hasSize(tenants.size());
        assertThat(files().stream().filter(name -> name.endsWith("-wal")))
                .hasSizeLessThanOrEqualTo(TenantFiles.MOST_OPEN);
        assertThat(store.tenantFiles().usage().open()).isEqualTo(FileReaders.MOST_IDLE);

        tenants.forEach(OwnFilesTest::drop);
        assertThat(files()).isEmpty();
    }

    @Test
    void fileWithoutAnEntryIsSweptAtTheStartAndOthersAreNot() throws IOException {
        SqliteStore store = stores.in(folder);
        SampleTenant kept = tenant(store);
        kept.insert(document("_id", "x"));
        store.close();
        Path own = folder.resolve("tenants/own");
        String orphan = "f".repeat(24) + "-" + "0".repeat(16) + ".db";
        for (String name : List.of(orphan, orphan + "-wal", orphan + "-shm", "notes.txt")) {
            Files.writeString(own.resolve(name), "something");
        }

        SqliteStore reopened = stores.in(folder);

        assertThat(files()).containsExactlyInAnyOrder(fileNameOf(kept), "notes.txt");
        assertThat(new SqliteTenantDocuments(new TenantData(reopened))
                        .usage(kept.scope())
                        .documents())
                .isEqualTo(1);
    }

    @Test
    void missingFileIsRefusedInsteadOfMadeAnew() throws IOException {
        SqliteStore store = stores.in(folder);
        SampleTenant tenant = tenant(store);
        store.close();
        Path kept = Files.move(fileOf(tenant), folder.resolve("kept"));
        assertThatThrownBy(() -> SqliteAdapters.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("tenants/own/" + fileNameOf(tenant) + " in it is missing or empty");
        assertThat(fileOf(tenant)).doesNotExist();

        Files.move(kept, fileOf(tenant));
        SqliteTenantDocuments documents = new SqliteTenantDocuments(new TenantData(stores.in(folder)));
        Files.move(fileOf(tenant), kept);
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> documents.usage(tenant.scope()));
        assertThat(fileOf(tenant)).doesNotExist();
        Files.move(kept, fileOf(tenant));
        assertThat(documents.usage(tenant.scope()).documents()).isZero();
    }

    @Test
    void damagedFileIsItsOrganizationsAlone() throws IOException {
        SqliteStore store = stores.in(folder);
        SampleTenant damaged = tenant(store);
        SampleTenant other = tenant(store);
        store.close();
        String content = "This is no database. ".repeat(500);
        Files.writeString(fileOf(damaged), content);

        SqliteStore reopened = stores.in(folder);
        SqliteTenantDocuments documents = new SqliteTenantDocuments(new TenantData(reopened));

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> documents.usage(damaged.scope()))
                .havingCause()
                .withMessage(TenantFileId.ownOf(damaged.scope().incarnation()).fileName()
                        + " in it is damaged, or not a database");
        assertThat(fileOf(damaged)).hasContent(content);
        assertThat(documents.usage(other.scope()).documents()).isZero();
        new SqliteTenantCollections(reopened.tenants(), reopened.tenantFiles())
                .drop(damaged.organization().collection(), damaged.scope().incarnation());
        assertThat(fileOf(damaged)).doesNotExist();
    }

    /** Whoever is in the file when it is to go is waited for, and not for longer than a call may take. */
    @Test
    void dropThatIsKeptWaitingIsGoneOnWith() {
        SqliteStore store = stores.in(folder, new SqliteSettings(Duration.ofMillis(300), 2));
        SampleTenant tenant = tenant(store);
        tenant.insert(document("_id", "x"));
        Deadline patient = Deadline.in(Duration.ofMinutes(1));

        tenant.data().search(tenant.scope(), patient, table -> {
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> drop(tenant));
            assertThatExceptionOfType(TenantMovedException.class)
                    .isThrownBy(() -> tenant.documents().usage(tenant.scope()));
            return table.usage();
        });
        assertThat(fileOf(tenant)).exists();
        assertThat(tenant.collections()
                        .isPresent(
                                tenant.organization().collection(),
                                tenant.scope().incarnation()))
                .isTrue();

        drop(tenant);

        assertThat(fileOf(tenant)).doesNotExist();
        assertThat(tenant.collections()
                        .isPresent(
                                tenant.organization().collection(),
                                tenant.scope().incarnation()))
                .isFalse();
    }
}
