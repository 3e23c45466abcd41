package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.contract.AdminsContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteAdminsTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Nested
    class InMemory extends AdminsContract {
        private Database master;

        @Override
        protected Admins admins() {
            master = stores.inMemory().master();
            return new SqliteAdmins(master);
        }

        @Override
        protected void addForeign(Admin admin, String email) {
            addWithEmail(master, admin, email);
        }
    }

    @Nested
    class InAFolder extends AdminsContract {
        @TempDir
        private Path folder;

        private Database master;

        @Override
        protected Admins admins() {
            master = stores.in(folder).master();
            return new SqliteAdmins(master);
        }

        @Override
        protected void addForeign(Admin admin, String email) {
            addWithEmail(master, admin, email);
        }
    }

    private static void addWithEmail(Database master, Admin admin, String email) {
        @Nullable Object[] values = AdminRows.values(admin);
        values[2] = email;
        master.write(session -> session.update(AdminSql.ADD, values));
    }
}
