package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.contract.StoreDiagnosisContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreDiagnosisTest extends StoreDiagnosisContract {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private @Nullable SqliteStore opened;

    private SqliteStore store() {
        if (opened == null) {
            opened = stores.in(folder.resolve("open"));
        }
        return opened;
    }

    @Override
    protected StoreDiagnosis diagnosis() {
        return new SqliteStoreDiagnosis(store());
    }

    @Override
    protected TenantCollections collections() {
        return new SqliteTenantCollections(store().tenants(), store().tenantFiles());
    }

    @Override
    protected void removeAnIndex() {
        execute(store().master(), "DROP INDEX organizations_by_name");
    }

    @Override
    protected StoreDiagnosis unreachable() {
        SqliteStore closed = stores.in(folder.resolve("closed"));
        closed.close();
        return new SqliteStoreDiagnosis(closed);
    }

    @Test
    void anIndexOfTheNameThatIsAnotherIsNone() {
        execute(store().tenants(), "DROP INDEX tenant_collections_by_staged_for");
        execute(store().tenants(), "CREATE INDEX tenant_collections_by_staged_for ON tenant_collections (staged_for)");

        assertThat(diagnosis().missingIndexes())
                .containsExactly("tenant_collections_by_staged_for on tenant_collections");
    }

    /** A file of an organization's own is a table more, and those that share a table have one together. */
    @Test
    void tablesAreCountedWhereverTheyAre() {
        long before = diagnosis().countCollections();
        Samples samples = new Samples();
        collections().stage(samples.marker(), IsolationModel.DATABASE);
        collections().stage(samples.marker(), IsolationModel.DATABASE);
        assertThat(diagnosis().countCollections()).isEqualTo(before + 2);

        TenantMarker shared = samples.marker();
        collections().stage(shared, IsolationModel.SHARED);
        collections().stage(samples.marker(), IsolationModel.SHARED);
        assertThat(diagnosis().countCollections()).isEqualTo(before + 3);
        collections().discardStaged(shared.organizationId());
        assertThat(diagnosis().countCollections()).isEqualTo(before + 3);
    }

    private static void execute(Database database, String sql) {
        database.write(session -> {
            session.execute(sql);
            return true;
        });
    }
}
