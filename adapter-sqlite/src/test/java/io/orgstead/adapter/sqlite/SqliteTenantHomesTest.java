package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.contract.TenantHomesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteTenantHomesTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

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

    @Nested
    class InMemory extends OnSqlite {
        @Override
        SqliteStore open() {
            return stores.inMemory();
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.SHARED;
        }
    }

    @Nested
    class ItsOwnInMemory extends OnSqlite {
        @Override
        SqliteStore open() {
            return stores.inMemory();
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.DATABASE;
        }
    }

    abstract static class OnSqlite extends TenantHomesContract {

        private SqliteStore store;

        abstract SqliteStore open();

        @Override
        protected TenantCollections tenantCollections() {
            store = open();
            return new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        }

        @Override
        protected TenantDocuments tenantDocuments() {
            return new SqliteTenantDocuments(new TenantData(store));
        }
    }
}
