package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables that organizations share. That a connection prepares no statement on them without a tenant is what makes the
 * contracts, which run on them with every statement there is, tests of that as well.
 */
class SharedTablesTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final Samples samples = new Samples();

    private SampleTenant tenant(SqliteStore store) {
        return new SampleTenant(store, samples, IsolationModel.SHARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT document FROM shared_documents",
                "SELECT document FROM shared_documents WHERE id = ?",
                "SELECT document FROM main.shared_documents WHERE id = '\"tenant = ?'",
                "SELECT document FROM shared_documents WHERE id = ' tenant = ?'",
                "SELECT id FROM shared_entries WHERE tenant = ? AND id IN (SELECT id FROM shared_documents)",
                "DELETE FROM shared_entries",
                "DROP TABLE shared_entries",
                "INSERT INTO shared_documents (id, document) VALUES (?, ?)",
                "UPDATE shared_documents SET tenant = 'x'"
            })
    void statementThatNamesNoTenantIsRefused(String sql) {
        SampleTenant tenant = tenant(stores.inMemory());
        for (Work<?> work : List.<Work<?>>of(
                session -> session.update(sql),
                session -> session.exists(sql),
                session -> session.ask(sql),
                session -> {
                    session.updateOnce(sql);
                    return true;
                },
                session -> {
                    session.execute(sql);
                    return true;
                },
                session -> {
                    session.forEach(row -> true, sql);
                    return true;
                })) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> tenant.inFile(work))
                    .withMessageContaining("whose rows");
        }
        assertThat(tenant.documents().usage(tenant.scope()).documents()).isZero();
    }

    @Test
    void tableOfAnOrganizationMayBeCalledLikeASharedOne() {
        SqliteStore store = stores.inMemory();
        SampleTenant tenant = new SampleTenant(store);
        CollectionName name = new CollectionName("org_shared_documents; shared_entries 'x'");

        tenant.collections()
                .rename(tenant.organization().collection(), tenant.scope().incarnation(), name);

        assertThatCode(() -> tenant.insert(document("_id", "x"))).doesNotThrowAnyException();
        assertThat(tenant.documents().usage(tenant.scope()).documents()).isEqualTo(1);
    }

    private static String rows(SampleTenant tenant) {
        return tenant.inFile(session -> {
            String incarnation = tenant.scope().incarnation().value();
            long[] found = {0};
            for (String table : List.of(SharedTables.DOCUMENTS, SharedTables.ENTRIES)) {
                TenantRows rows = TenantRows.shared(session, table, incarnation);
                rows.forEach(
                        row -> {
                            found[0]++;
                            return true;
                        },
                        rows.select("id", "", ""));
            }
            for (String table :
                    List.of("document_usage", "document_indexes", "document_changes", "changed_documents")) {
                found[0] += Long.parseLong(session.findOne(
                                row -> row.getString(1),
                                "SELECT count(*) FROM " + table + " WHERE incarnation = ?",
                                incarnation)
                        .orElseThrow());
            }
            return Long.toString(found[0]);
        });
    }

    private static void drop(SampleTenant tenant) {
        tenant.collections()
                .drop(tenant.organization().collection(), tenant.scope().incarnation());
    }

    private void fill(SampleTenant tenant, int documents) {
        tenant.indexes().create(tenant.scope(), SampleTenant.unique("n", "n"), 9);
        tenant.insertNumbers(documents);
        SqliteTenantChanges changes = new SqliteTenantChanges(tenant.data());
        changes.watch(tenant.scope(), Samples.NOW, Instant.now().plusSeconds(600));
        tenant.insert(document("_id", "noted"));
    }

    @Test
    void dropTakesAllOfOneAndNothingOfOthers() {
        SqliteStore store = stores.in(folder);
        SampleTenant dropped = tenant(store);
        SampleTenant kept = tenant(store);
        fill(dropped, 2 * Removal.CHUNK + 1);
        fill(kept, 3);
        // Documents, the marker, entries, an index, a count, a watch and what it noted.
        assertThat(rows(dropped)).isEqualTo(Integer.toString(2 * (2 * Removal.CHUNK + 2) + 5));
        assertThat(rows(kept)).isEqualTo("13");

        drop(dropped);

        assertThat(rows(dropped)).isEqualTo("0");
        assertThat(rows(kept)).isEqualTo("13");
        assertThat(kept.documents().usage(kept.scope()).documents()).isEqualTo(4);
    }

    @Test
    void dropThatTakesTooLongIsGoneOnWith() {
        SqliteStore store = stores.in(folder);
        SampleTenant tenant = tenant(store);
        fill(tenant, 2 * Removal.CHUNK);
        Removal removal = new Removal(store.tenants(), store.tenantFiles());
        RegisterEntry entry = store.tenants().write(session -> {
            RegisterEntry found = session.findOne(
                            RegisterEntry::read,
                            TenantSql.FIND_ENTRY,
                            "",
                            tenant.scope().incarnation().value())
                    .orElseThrow();
            removal.begin(session, found);
            return found;
        });

        Deadline past = Deadline.in(Duration.ofNanos(1));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> removal.complete(entry, past));
        assertThat(isPresent(tenant)).isTrue();
        drop(tenant);

        assertThat(isPresent(tenant)).isFalse();
        assertThat(rows(tenant)).isEqualTo("0");
    }

    private static boolean isPresent(SampleTenant tenant) {
        return tenant.collections()
                .isPresent(tenant.organization().collection(), tenant.scope().incarnation());
    }

    /** Once a removal has begun nobody reaches the documents, and what is left of them still counts as there. */
    @Test
    void halfRemovedIsReachedByNobodyAndStillThere() {
        SqliteStore store = stores.in(folder);
        SampleTenant tenant = tenant(store);
        tenant.insert(document("_id", "x"));
        tenant.inFile(session -> new TenantTables(session).forget(tenant.scope().incarnation()));
        store.tenants().write(session -> session.update("DELETE FROM tenant_collections"));

        assertThatExceptionOfType(TenantMovedException.class)
                .isThrownBy(() -> tenant.documents().usage(tenant.scope()));
        assertThat(isPresent(tenant)).isTrue();
    }
}
