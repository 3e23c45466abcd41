package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Folders and tables that others made: earlier versions, and other programs. */
class OlderDataTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    @Test
    void folderOfTheVersionWithoutDocumentsIsServed() throws SQLException {
        SqliteStore store = stores.in(folder);
        SampleTenant tenant = new SampleTenant(store);
        store.close();
        undo(
                "tenants.db",
                2,
                "document_usage",
                "document_indexes",
                "document_schemas",
                "expiring_files",
                "idempotency_records");
        undo(TenantFileId.of(tenant.organization().id()).fileName(), 1, "document_usage", "document_indexes");

        TenantData data = new TenantData(stores.in(folder));
        SqliteTenantDocuments documents = new SqliteTenantDocuments(data);
        Document added = document("_id", "x", "n", 1);
        assertThat(documents.count(tenant.scope(), Filter.all())).isZero();
        assertThat(documents.insert(tenant.scope(), List.of(added), Quota.UNLIMITED))
                .isEqualTo(new InsertOutcome.Inserted());
        assertThat(new SqliteTenantIndexes(data).create(tenant.scope(), SampleTenant.index("i", "n"), 9))
                .isEqualTo(IndexOutcome.PRESENT);
        assertThat(documents.findById(tenant.scope(), added.id())).contains(added);
    }

    private void undo(String file, int version, String... tables) throws SQLException {
        List<String> statements =
                new ArrayList<>(List.of("DROP TABLE changed_documents", "DROP TABLE document_changes"));
        if (file.equals("tenants.db")) {
            statements.add("DROP INDEX tenant_collections_with_files");
            statements.add("ALTER TABLE tenant_collections DROP COLUMN model");
            statements.add("ALTER TABLE tenant_collections DROP COLUMN phase");
            statements.add("ALTER TABLE tenant_collections DROP COLUMN expires");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                Statement statement = connection.createStatement()) {
            Stream.of(tables).map(table -> "DROP TABLE " + table).forEach(statements::add);
            for (String each : statements) {
                statement.execute(each);
            }
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    /** A table in the register's file, with a marker of its own, documents without an _id in them, and ids of other types. */
    @Test
    void tableOfAnotherProgramIsServed() {
        SqliteStore store = stores.in(folder);
        Organization organization = new Samples().active(new Samples().name());
        String table = TenantTable.quoted(organization.collection().value());
        String marker =
                "{\"initialized\":true,\"created_at\":{\"$date\":\"2024-01-01T00:00:00Z\"},\"organization\":\"x\"}";
        store.tenants().write(session -> {
            session.execute("CREATE TABLE " + table + " (id TEXT PRIMARY KEY, document TEXT)");
            session.updateOnce("INSERT INTO " + table + " VALUES ('{\"$oid\":\"" + "a".repeat(24) + "\"}', ?)", marker);
            session.updateOnce("INSERT INTO " + table + " VALUES ('5', '{\"n\":5}')");
            session.updateOnce("INSERT INTO " + table + " VALUES ('\"b\"', '{\"_id\":\"b\",\"n\":2}')");
            session.updateOnce("INSERT INTO " + table + " VALUES ('\"a b\"', '{\"n\":1}')");
            return true;
        });
        CollectionIncarnation incarnation = new SqliteTenantCollections(store.tenants(), store.tenantFiles())
                .find(organization.collection())
                .orElseThrow();
        TenantScope scope = Samples.scope(organization, incarnation);
        TenantData data = new TenantData(store);
        SqliteTenantDocuments documents = new SqliteTenantDocuments(data);

        assertThat(documents.usage(scope).documents()).isEqualTo(3);
        assertThat(documents
                        .find(
                                scope,
                                new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, 9, Optional.empty()))
                        .documents())
                .extracting(Document::id)
                .containsExactly(new Value.Int32(5), new Value.Text("a b"), new Value.Text("b"));
        List<Document> scanned = new ArrayList<>();
        documents.scan(scope, Optional.empty(), scanned::add);
        assertThat(scanned).hasSize(3);
        assertThat(documents.findById(scope, new Value.ObjectId("a".repeat(24))))
                .isEmpty();
        assertThat(documents.insert(
                        scope, List.of(document().withId(new Value.ObjectId("a".repeat(24)))), Quota.UNLIMITED))
                .isEqualTo(new InsertOutcome.IdTaken(0));
        assertThat(new SqliteTenantIndexes(data).create(scope, SampleTenant.unique("u", "n"), 9))
                .isEqualTo(IndexOutcome.PRESENT);
        assertThat(documents.insert(scope, List.of(document("_id", "c", "n", 5L)), Quota.UNLIMITED))
                .isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
        assertThat(documents.deleteAll(scope, Filter.all())).isEqualTo(3);
    }
}
