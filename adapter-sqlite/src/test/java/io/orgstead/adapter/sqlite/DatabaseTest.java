package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.testkit.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final Samples samples = new Samples();

    private SqliteStore store(boolean inMemory) {
        return inMemory ? stores.inMemory() : stores.in(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFailsHalfWayLeavesNothing(boolean inMemory) {
        Database master = store(inMemory).master();
        SqliteAdmins admins = new SqliteAdmins(master);
        Admin admin = samples.admin();

        assertThatThrownBy(() -> master.write(session -> {
                    session.update(AdminSql.ADD, AdminRows.values(admin));
                    return session.update(AdminSql.ADD, AdminRows.values(admin));
                }))
                .isInstanceOf(StoreUnavailableException.class)
                .message()
                .doesNotContain("SQLITE", admin.email().value());

        assertThat(admins.findById(admin.id())).isEmpty();
        admins.add(admin);
        assertThat(admins.findById(admin.id())).contains(admin);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTransactionThatEndedByItselfDoesNotStopTheNext(boolean inMemory) {
        Database master = store(inMemory).master();
        SqliteAdmins admins = new SqliteAdmins(master);
        Admin before = samples.admin();
        admins.add(before);

        // What SQLite does on some failures: the transaction is gone when we come to roll it back.
        assertThatThrownBy(() -> master.write(session -> {
                    session.rollback();
                    return session.ask("no such statement");
                }))
                .isInstanceOf(StoreUnavailableException.class);

        Admin after = samples.admin();
        admins.add(after);
        assertThat(admins.findById(before.id())).contains(before);
        assertThat(admins.findById(after.id())).contains(after);
    }

    @Test
    void aReaderThatFailedIsReplaced() {
        Database master = stores.in(
                        folder, new SqliteSettings(SqliteSettings.defaults().callTimeout(), 1))
                .master();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> master.read(session -> session.ask("no such statement")))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> master.read(session -> session.update(AdminSql.REMOVE, "x")))
                    .as("a reader cannot write")
                    .isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(master.<String>read(session -> session.ask("SELECT 7"))).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "journal_mode, wal",
        "synchronous, 2",
        "foreign_keys, 1",
        "trusted_schema, 0",
        "fullfsync, 1",
        "checkpoint_fullfsync, 1",
        "temp_store, 2",
        "busy_timeout, 1000"
    })
    void everyConnectionIsSafe(String setting, String value) {
        SqliteStore store = stores.in(folder);
        for (Database database : new Database[] {store.master(), store.tenants()}) {
            assertThat(database.<String>write(session -> session.ask("PRAGMA " + setting)))
                    .isEqualTo(value);
            assertThat(database.<String>read(session -> session.ask("PRAGMA " + setting)))
                    .isEqualTo(value);
        }
    }
}
