package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.contract.TenantChangesContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteTenantChangesTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Nested
    class InATableOfAName extends OnSqlite {
        @TempDir
        private Path folder;

        @Override
        SqliteStore open() {
            return stores.in(folder);
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.COLLECTION;
        }
    }

    @Nested
    class InFilesOfTheirOwn extends OnSqlite {
        @TempDir
        private Path folder;

        @Override
        SqliteStore open() {
            return stores.in(folder);
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.DATABASE;
        }
    }

    @Nested
    class InASharedTable extends OnSqlite {
        @TempDir
        private Path folder;

        @Override
        SqliteStore open() {
            return stores.in(folder);
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.SHARED;
        }
    }

    abstract static class OnSqlite extends TenantChangesContract {

        private SqliteStore store;

        abstract SqliteStore open();

        @Override
        protected Instant storeTime() {
            return Instant.now();
        }

        @Override
        protected TenantCollections tenantCollections() {
            store = open();
            return new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        }

        @Override
        protected TenantDocuments tenantDocuments() {
            return new SqliteTenantDocuments(new TenantData(store));
        }

        @Override
        protected TenantIndexes tenantIndexes() {
            return new SqliteTenantIndexes(new TenantData(store));
        }

        @Override
        protected TenantChanges tenantChanges() {
            return new SqliteTenantChanges(new TenantData(store));
        }
    }
}
