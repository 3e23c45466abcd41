package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.testkit.contract.IdempotencyRecordsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoIdempotencyRecordsTest extends IdempotencyRecordsContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected IdempotencyRecords idempotencyRecords() {
        return fresh.connect().idempotencyRecords();
    }
}
