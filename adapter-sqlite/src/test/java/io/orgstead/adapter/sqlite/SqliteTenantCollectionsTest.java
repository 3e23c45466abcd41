package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.contract.TenantCollectionsContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteTenantCollectionsTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Nested
    class InMemory extends OnSqlite {
        @Override
        SqliteStore open() {
            return stores.inMemory();
        }
    }

    @Nested
    class InAFolder extends OnSqlite {
        @TempDir
        private Path folder;

        @Override
        SqliteStore open() {
            return stores.in(folder);
        }
    }

    /** Looks at the tables with statements of its own, and lets SQLite itself read the JSON. */
    abstract static class OnSqlite extends TenantCollectionsContract {

        private TableFinder tables;

        abstract SqliteStore open();

        @Override
        protected TenantCollections tenantCollections() {
            SqliteStore store = open();
            tables = new TableFinder(store);
            return new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        }

        @Override
        protected List<TenantMarker> markersIn(CollectionName name) {
            return isTable(name)
                    ? tables.inFileOf(
                            name,
                            session -> session.findAll(
                                    row -> new TenantMarker(
                                            new OrganizationId(row.getString(1)),
                                            OrganizationName.restore(row.getString(2)),
                                            Instant.parse(row.getString(3))),
                                    "SELECT document ->> '$._id.$oid', document ->> '$.organization',"
                                            + " document ->> '$.created_at.$date' FROM " + quoted(name)
                                            + " WHERE document ->> '$.initialized' AND id = document -> '$._id'"))
                    : List.of();
        }

        @Override
        protected long count(CollectionName name) {
            return isTable(name)
                    ? tables.inFileOf(
                            name, session -> Long.parseLong(session.ask("SELECT count(*) FROM " + quoted(name))))
                    : 0;
        }

        @Override
        protected void addDocument(CollectionName name) {
            tables.inFileOf(name, session -> {
                session.execute("CREATE TABLE IF NOT EXISTS " + quoted(name) + " (id TEXT PRIMARY KEY, document TEXT)");
                session.execute("INSERT INTO " + quoted(name)
                        + " SELECT json_quote(hex(randomblob(8))), json_object('some', 'thing')");
                return true;
            });
        }

        private boolean isTable(CollectionName name) {
            return tables.inFileOf(
                    name, session -> session.exists("SELECT 1 FROM sqlite_schema WHERE name = ?", name.value()));
        }

        private static String quoted(CollectionName name) {
            return '"' + name.value().replace("\"", "\"\"") + '"';
        }
    }
}
