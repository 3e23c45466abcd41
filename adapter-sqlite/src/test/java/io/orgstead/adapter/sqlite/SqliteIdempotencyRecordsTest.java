package io.orgstead.adapter.sqlite;

import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.testkit.contract.IdempotencyRecordsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdempotencyRecordsTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Nested
    class InMemory extends IdempotencyRecordsContract {
        @Override
        protected IdempotencyRecords idempotencyRecords() {
            return new SqliteIdempotencyRecords(stores.inMemory().tenants());
        }
    }

    @Nested
    class InAFolder extends IdempotencyRecordsContract {
        @TempDir
        private Path folder;

        @Override
        protected IdempotencyRecords idempotencyRecords() {
            return new SqliteIdempotencyRecords(stores.in(folder).tenants());
        }
    }
}
