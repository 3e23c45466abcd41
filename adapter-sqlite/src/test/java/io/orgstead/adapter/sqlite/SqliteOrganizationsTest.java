package io.orgstead.adapter.sqlite;

import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.contract.OrganizationsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteOrganizationsTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Nested
    class InMemory extends OrganizationsContract {
        @Override
        protected Organizations organizations() {
            return new SqliteOrganizations(stores.inMemory().master());
        }
    }

    @Nested
    class InAFolder extends OrganizationsContract {
        @TempDir
        private Path folder;

        @Override
        protected Organizations organizations() {
            return new SqliteOrganizations(stores.in(folder).master());
        }
    }
}
