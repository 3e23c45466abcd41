package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.contract.TenantIndexesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** In a folder and in memory, and in each of the isolation models: what becomes of a question does not depend on both at once. */
class SqliteTenantIndexesTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Nested
    class InAFolder extends OnSqlite {
        @TempDir
        private Path folder;

        @Override
        SqliteStore open() {
            return stores.in(folder);
        }
    }

    @Nested
    class InFilesOfTheirOwn extends OnSqlite {
        @Override
        SqliteStore open() {
            return stores.inMemory();
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.DATABASE;
        }

        /** The answers are the domain's, wherever the rows are. */
        @Override
        protected int oneQuestionIn() {
            return 20;
        }
    }

    @Nested
    class InASharedTable extends OnSqlite {
        @Override
        SqliteStore open() {
            return stores.inMemory();
        }

        @Override
        protected IsolationModel model() {
            return IsolationModel.SHARED;
        }

        /** The answers are the domain's, wherever the rows are. */
        @Override
        protected int oneQuestionIn() {
            return 20;
        }
    }

    abstract static class OnSqlite extends TenantIndexesContract {

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

        @Override
        protected TenantIndexes tenantIndexes() {
            return new SqliteTenantIndexes(new TenantData(store));
        }

        @Override
        protected boolean storeExpires() {
            return false;
        }
    }
}
