package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TenantTableTest {

    private static final CollectionName ACME = new CollectionName("org_acme");
    private static final CollectionName OTHER = new CollectionName("org_other");

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final Samples samples = new Samples();

    private static CollectionIncarnation create(SqliteTenantCollections collections, TenantMarker marker) {
        CollectionIncarnation incarnation = collections.stage(marker, IsolationModel.COLLECTION);
        assertThat(collections.publish(marker.organizationId(), incarnation, ACME))
                .isEqualTo(MoveOutcome.MOVED);
        return incarnation;
    }

    @Test
    void aRenameWritesTheSameWhateverTheTableHolds() throws IOException, SQLException {
        SqliteStore store = stores.in(folder);
        SqliteTenantCollections collections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        TenantMarker marker = samples.marker();
        CollectionIncarnation incarnation = create(collections, marker);
        TableFinder tables = new TableFinder(store);
        tables.inFileOf(ACME, session -> {
            session.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)"
                    + " INSERT INTO org_acme SELECT i, json_object('_id', i, 'text', hex(randomblob(20))) FROM n");
            return true;
        });
        String file = TenantFileId.of(marker.organizationId()).fileName();
        // Only what the rename itself writes is in the log afterwards.
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Path log = folder.resolve(file + "-wal");
        assertThat(log).isEmptyFile();
        assertThat(Files.size(folder.resolve(file))).isGreaterThan(5_000_000);

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);

        assertThat(Files.size(log)).isPositive().isLessThan(100_000);
        assertThat(tables.<String>inFileOf(OTHER, session -> session.ask("SELECT count(*) FROM org_other")))
                .isEqualTo("100001");
    }

    @Test
    void theMarkerIsExtendedJson() {
        SqliteStore store = stores.inMemory();
        TenantMarker marker = samples.marker();
        create(new SqliteTenantCollections(store.tenants(), store.tenantFiles()), marker);

        String id = "{\"$oid\":\"" + marker.organizationId().value() + "\"}";
        TableFinder tables = new TableFinder(store);
        assertThat(tables.<String>inFileOf(ACME, session -> session.ask("SELECT id FROM org_acme")))
                .isEqualTo(id);
        assertThat(tables.<String>inFileOf(ACME, session -> session.ask("SELECT document FROM org_acme")))
                .isEqualTo("{\"_id\":" + id + ",\"initialized\":true,\"created_at\":"
                        + "{\"$date\":\"2026-01-02T03:04:05.678Z\"},\"organization\":\""
                        + marker.organization().value() + "\"}");
    }

    @Test
    void namesOfTablesDifferInMoreThanTheCaseOfLatinLetters() {
        SqliteStore store = stores.inMemory();
        SqliteTenantCollections collections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        CollectionIncarnation incarnation = create(collections, samples.marker());
        CollectionName upper = new CollectionName("org_ACME");
        TenantMarker rival = samples.marker();

        assertThat(collections.find(upper)).contains(incarnation);
        assertThat(collections.publish(
                        rival.organizationId(), collections.stage(rival, IsolationModel.COLLECTION), upper))
                .isEqualTo(MoveOutcome.TARGET_TAKEN);
        assertThat(collections.rename(ACME, incarnation, upper)).isEqualTo(MoveOutcome.MOVED);
    }

    @Test
    void aNameThatAnIndexOrViewHasIsTaken() {
        SqliteStore store = stores.inMemory();
        SqliteTenantCollections collections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        store.tenants().write(session -> {
            session.execute("CREATE INDEX org_index ON tenant_collections (created_at)");
            session.execute("CREATE VIEW org_view AS SELECT 1");
            return true;
        });
        TenantMarker marker = samples.marker();
        CollectionIncarnation staged = collections.stage(marker, IsolationModel.COLLECTION);

        for (String name : new String[] {"org_index", "org_view"}) {
            assertThat(collections.publish(marker.organizationId(), staged, new CollectionName(name)))
                    .isEqualTo(MoveOutcome.TARGET_TAKEN);
        }
    }
}
