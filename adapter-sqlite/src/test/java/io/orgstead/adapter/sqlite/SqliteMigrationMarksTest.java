package io.orgstead.adapter.sqlite;

import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.testkit.contract.MigrationMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMigrationMarksTest extends MigrationMarksContract {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Override
    protected MigrationMarks migrationMarks() {
        return new SqliteMigrationMarks(stores.inMemory().master());
    }
}
