package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.by;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TenantDataTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private static final SqliteSettings PATIENT = new SqliteSettings(Duration.ofSeconds(60), 2);

    @Test
    void searchIsBrokenOffWhenItsTimeIsUp() {
        SampleTenant tenant = new SampleTenant(stores.in(folder));
        tenant.insertNumbers(3);
        Deadline past = Deadline.in(Duration.ofNanos(1));

        for (TenantData.TableWork<?> work : List.<TenantData.TableWork<?>>of(
                table -> new DocumentSearch(table)
                        .find(new DocumentQuery(equal("n", 1), by("n"), Projection.ALL, 1, Optional.empty())),
                table -> {
                    table.session()
                            .ask("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                    + " SELECT max(i) FROM n");
                    return true;
                })) {
            assertThatExceptionOfType(QueryRefusedException.class)
                    .isThrownBy(() -> tenant.data()
                            .search(tenant.scope(), tenant.data().deadline(), table -> {
                                table.session().limitTo(past);
                                return work.run(table);
                            }));
        }
        assertThat(tenant.documents().count(tenant.scope(), equal("n", 1))).isEqualTo(1);
    }

    /** More search than may at a time, and do not end until others have read and written beside them. */
    @Test
    void searchesKeepNobodyFromReadingAndWriting() throws Exception {
        SampleTenant tenant = new SampleTenant(stores.in(folder, PATIENT));
        tenant.insertNumbers(3);
        CountDownLatch searching = new CountDownLatch(PATIENT.readConnections());
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Boolean>> searches = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> tenant.data()
                                    .search(tenant.scope(), tenant.data().deadline(), table -> {
                                        table.forEach((document, length) -> {
                                            searching.countDown();
                                            return await(done);
                                        });
                                        return true;
                                    }),
                            threads))
                    .limit(PATIENT.readConnections() + TenantData.QUICK_CONNECTIONS)
                    .toList();
            assertThat(searching.await(60, TimeUnit.SECONDS)).isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> tenant.data().waitingSearches() == TenantData.QUICK_CONNECTIONS);

            Document added = document("_id", "added");
            tenant.insert(added);
            assertThat(tenant.documents().findById(tenant.scope(), added.id())).contains(added);
            assertThat(tenant.documents().usage(tenant.scope()).documents()).isEqualTo(4);

            done.countDown();
            for (CompletableFuture<Boolean> search : searches) {
                assertThat(search.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            done.countDown();
            threads.shutdown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The files as they are in the middle of a transaction are what a crash leaves. */
    @Test
    void whatACrashInterruptsNeverWas(@TempDir Path crashed) {
        SampleTenant tenant = new SampleTenant(stores.in(folder));
        tenant.indexes().create(tenant.scope(), SampleTenant.unique("u", "n"), 9);
        Document before = tenant.samples().document("n", 0);
        Document interrupted = tenant.samples().document("n", 1);
        tenant.insert(before);

        assertThatExceptionOfType(UndoneException.class)
                .isThrownBy(() -> tenant.data()
                        .write(tenant.scope(), tenant.data().deadline(), table -> {
                            new DocumentChanges(table).insert(interrupted);
                            table.changeUsage(1, 1);
                            copy(folder, crashed);
                            throw new UndoneException("crash");
                        }));

        for (SqliteStore store : List.of(stores.in(crashed))) {
            SqliteTenantDocuments documents = new SqliteTenantDocuments(new TenantData(store));
            assertThat(documents.findById(tenant.scope(), interrupted.id())).isEmpty();
            assertThat(documents.usage(tenant.scope())).isEqualTo(usageOf(before));
            assertThat(documents.insert(tenant.scope(), List.of(interrupted), Quota.UNLIMITED))
                    .isEqualTo(new InsertOutcome.Inserted());
        }
        assertThat(tenant.documents().usage(tenant.scope())).isEqualTo(usageOf(before));
    }

    private static Usage usageOf(Document document) {
        return new Usage(1, DocumentSize.of(document));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !each.equals(from)).toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsLeftOfADroppedTable() {
        SampleTenant tenant = new SampleTenant(stores.in(folder));
        IndexDefinition expiring =
                new IndexDefinition("e", Documents.keys("at"), false, Optional.of(Duration.ofSeconds(1)));
        tenant.indexes().create(tenant.scope(), expiring, 9);
        tenant.insert(tenant.samples().document("at", Instant.EPOCH));
        String everything = "SELECT count(*) FROM sqlite_schema WHERE name LIKE '%"
                + tenant.scope().incarnation().value() + "%' OR name LIKE 'org%'";
        String rows = "SELECT (SELECT count(*) FROM document_usage) + (SELECT count(*) FROM document_indexes)";
        assertThat(tenant.ask(everything)).isEqualTo("3");
        assertThat(tenant.ask(rows)).isEqualTo("2");

        tenant.collections()
                .drop(tenant.organization().collection(), tenant.scope().incarnation());

        assertThat(tenant.ask(everything)).isEqualTo("0");
        assertThat(tenant.ask(rows)).isEqualTo("0");
        assertThat(tenant.indexes().removeExpired(Samples.NOW, 9)).isZero();
    }

    @Test
    void entriesGoWithTheirDocuments() {
        SampleTenant tenant = new SampleTenant(stores.inMemory());
        tenant.indexes().create(tenant.scope(), SampleTenant.index("i", "n"), 9);
        tenant.indexes().create(tenant.scope(), SampleTenant.index("j", "n", "x"), 9);
        Document stored = tenant.samples().document("n", List.of(1, 2, 3));
        tenant.insert(stored);
        assertThat(entries(tenant)).isEqualTo("6");

        tenant.documents().replace(tenant.scope(), stored, document("n", 3).withId(stored.id()), Quota.UNLIMITED);
        assertThat(entries(tenant)).isEqualTo("2");
        assertThat(tenant.documents().deleteAll(tenant.scope(), Filter.all())).isEqualTo(1);
        assertThat(entries(tenant)).isEqualTo("0");
    }

    private static String entries(SampleTenant tenant) {
        return tenant.ask("SELECT count(*) FROM "
                + TenantTable.quoted("index_" + tenant.scope().incarnation().value()));
    }

    @Test
    void damagedDocumentIsReportedAndNotQuoted() {
        SampleTenant tenant = new SampleTenant(stores.inMemory());
        Document fine = document("_id", "fine");
        tenant.insert(fine, document("_id", "secret id", "n", 1));
        for (String damage : List.of(
                "secret", "[\"secret\"]", "{\"_id\":\"other\",\"n\":\"secret\"}", "{\"n\":{\"$oid\":\"secret\"}}")) {
            tenant.inFile(session -> session.update(
                    "UPDATE "
                            + TenantTable.quoted(
                                    tenant.organization().collection().value())
                            + " SET document = ? WHERE id = '\"secret id\"'",
                    damage));

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> tenant.find(Filter.all(), SortOrder.BY_ID, 9))
                    .withCauseInstanceOf(UnreadableRowException.class)
                    .satisfies(e -> assertThat(String.valueOf(e.getCause().getMessage()))
                            .contains("a row that cannot be read")
                            .doesNotContain("secret"));
        }
        assertThat(tenant.documents().findById(tenant.scope(), fine.id())).contains(fine);
    }

    @Test
    void manyOrganizationsShareTheOpenFiles() {
        SqliteStore store = stores.in(folder);
        Samples samples = new Samples();
        List<SampleTenant> tenants = new ArrayList<>();
        for (int i = 0; i < 2 * TenantFiles.MOST_OPEN; i++) {
            SampleTenant tenant = new SampleTenant(store, samples);
            tenant.insert(document("_id", "x", "n", i));
            tenants.add(tenant);
        }
        for (int i = 0; i < tenants.size(); i++) {
            SampleTenant tenant = tenants.get(i);
            assertThat(tenant.find(equal("n", i), SortOrder.BY_ID, 9).documents())
                    .hasSize(1);
        }
        assertThat(store.tenantFiles().usage().open()).isEqualTo(FileReaders.MOST_IDLE);
        assertThat(logs()).isLessThanOrEqualTo(TenantFiles.MOST_OPEN);
    }

    private long logs() {
        try (Stream<Path> files = Files.list(folder.resolve("tenants"))) {
            return files.filter(file -> file.toString().endsWith("-wal")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
