package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.testkit.contract.HealthProbeContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteHealthProbeTest {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    @Nested
    class InMemory extends HealthProbeContract {
        @Override
        protected HealthProbe healthyProbe() {
            return new SqliteHealthProbe(stores.inMemory());
        }

        @Override
        protected HealthProbe unhealthyProbe() {
            return closed(stores.inMemory());
        }
    }

    @Nested
    class InAFolder extends HealthProbeContract {
        @Override
        protected HealthProbe healthyProbe() {
            return new SqliteHealthProbe(stores.in(folder.resolve("healthy")));
        }

        @Override
        protected HealthProbe unhealthyProbe() {
            return closed(stores.in(folder.resolve("closed")));
        }
    }

    private static HealthProbe closed(SqliteStore store) {
        store.close();
        return new SqliteHealthProbe(store);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orgstead.db", "tenants.db"})
    void aDatabaseThatWasReplacedIsNoticed(String file) throws IOException {
        HealthProbe probe = new SqliteHealthProbe(stores.in(folder));
        Path copy = Files.copy(folder.resolve(file), folder.resolve("copy"));
        assertThatCode(probe::check).doesNotThrowAnyException();

        Files.delete(folder.resolve(file));
        assertThatThrownBy(probe::check).isInstanceOf(StoreUnavailableException.class);
        Files.move(copy, folder.resolve(file));
        assertThatThrownBy(probe::check).isInstanceOf(StoreUnavailableException.class);
    }
}
