package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.testkit.contract.MigrationMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoMigrationMarksTest extends MigrationMarksContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected MigrationMarks migrationMarks() {
        return fresh.connect().migrationMarks();
    }
}
