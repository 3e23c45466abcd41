package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Crashes between the two files that a call changes: the register is put back to what it was, or the table is taken
 * away again, and the call made once more, or the one that undoes it.
 */
class BrokenOffTest {

    private static final CollectionName ACME = new CollectionName("org_acme");
    private static final CollectionName OTHER = new CollectionName("org_other");
    private static final CollectionName THIRD = new CollectionName("org_third");

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    private final TenantMarker marker = new Samples().marker();
    private SqliteStore store;
    private SqliteTenantCollections collections;
    private CollectionIncarnation incarnation;

    @BeforeEach
    void stage() {
        store = stores.inMemory();
        collections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        incarnation = collections.stage(marker, IsolationModel.COLLECTION);
    }

    private List<String> tables() {
        return inFile(session -> session.findAll(
                row -> row.getString(1),
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'org%' OR name LIKE 'staged%')"));
    }

    private <T> T inFile(Work<T> work) {
        TenantFileId file = TenantFileId.of(marker.organizationId());
        return store.tenants().write(register -> store.tenantFiles().write(file, register, work));
    }

    private void putRegisterBack(Runnable call) {
        store.tenants().write(session -> {
            session.execute("CREATE TEMP TABLE before AS SELECT * FROM main.tenant_collections");
            return true;
        });
        call.run();
        store.tenants().write(session -> {
            session.execute("DELETE FROM main.tenant_collections");
            session.execute("INSERT INTO main.tenant_collections SELECT * FROM before");
            return true;
        });
    }

    private void breakOffPublishing() {
        putRegisterBack(() -> assertThat(collections.publish(marker.organizationId(), incarnation, ACME))
                .isEqualTo(MoveOutcome.MOVED));
        assertThat(collections.find(ACME)).isEmpty();
        assertThat(collections.findStaged(9)).containsExactly(marker.organizationId());
        assertThat(tables()).containsExactly("org_acme");
    }

    private void breakOffRenaming() {
        collections.publish(marker.organizationId(), incarnation, ACME);
        putRegisterBack(
                () -> assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED));
        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(collections.find(OTHER)).isEmpty();
        assertThat(tables()).containsExactly("org_other");
    }

    @Test
    void stagingIsCompletedUnderTheSameIncarnation() {
        inFile(session -> new TenantTables(session).drop(incarnation));
        assertThat(tables()).isEmpty();

        assertThat(collections.stage(marker, IsolationModel.COLLECTION)).isEqualTo(incarnation);

        assertThat(tables()).containsExactly("staged_" + marker.organizationId().value());
    }

    @Test
    void stagingIsSweptUp() {
        inFile(session -> new TenantTables(session).drop(incarnation));
        assertThat(collections.findStaged(9)).containsExactly(marker.organizationId());

        collections.discardStaged(marker.organizationId());

        assertThat(collections.findStaged(9)).isEmpty();
        assertThat(collections.publish(marker.organizationId(), incarnation, ACME))
                .isEqualTo(MoveOutcome.SOURCE_GONE);
    }

    @Test
    void publishingIsCompleted() {
        breakOffPublishing();

        assertThat(collections.publish(marker.organizationId(), incarnation, ACME))
                .isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(collections.findStaged(9)).isEmpty();
        assertThat(tables()).containsExactly("org_acme");
    }

    @Test
    void publishingIsUndone() {
        breakOffPublishing();

        collections.discardStaged(marker.organizationId());

        assertThat(collections.findStaged(9)).isEmpty();
        assertThat(tables()).isEmpty();
    }

    @Test
    void renamingIsCompleted() {
        breakOffRenaming();

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(OTHER)).contains(incarnation);
        assertThat(tables()).containsExactly("org_other");
    }

    @Test
    void renamingIsOvertakenByAnother() {
        breakOffRenaming();

        assertThat(collections.rename(ACME, incarnation, THIRD)).isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(THIRD)).contains(incarnation);
        assertThat(tables()).containsExactly("org_third");
    }

    @Test
    void renamingIsFollowedByADrop() {
        breakOffRenaming();

        collections.drop(ACME, incarnation);

        assertThat(collections.find(ACME)).isEmpty();
        assertThat(tables()).isEmpty();
    }

    @Test
    void droppingIsCompleted() {
        collections.publish(marker.organizationId(), incarnation, ACME);
        putRegisterBack(() -> collections.drop(ACME, incarnation));
        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(tables()).isEmpty();

        collections.drop(ACME, incarnation);

        assertThat(collections.find(ACME)).isEmpty();
    }
}
