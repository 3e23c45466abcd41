package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.MoveOrganization;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.lifecycle.PortCalls.Fault;
import io.orgstead.testkit.Documents;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * At every single port call of a move, lets the process die after it, lets its answer get lost, and lets its owner stall
 * while recovery decides; then looks whether every document is there once, can be changed, and nothing of another home is left once
 * the move was made again.
 */
abstract class MoveAtEveryCallContract {

    private static final IndexDefinition INDEX = new IndexDefinition(
            "unique_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());
    private static final Document A = Documents.document("_id", "a", "n", 1);
    private static final Document B = Documents.document("_id", "b", "n", 2);
    private static final Document C = Documents.document("_id", "c", "n", 3);

    private StoreUnderTest store;
    private int made;

    abstract StoreUnderTest newStore();

    /** What goes wrong at a call: all that can, unless one of them in turn has to do. */
    abstract boolean oneFaultInTurn();

    @BeforeEach
    void openStore() {
        store = newStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void fromACollectionToADatabase() {
        everywhere(IsolationModel.COLLECTION, IsolationModel.DATABASE);
    }

    @Test
    void fromADatabaseToWhatIsShared() {
        everywhere(IsolationModel.DATABASE, IsolationModel.SHARED);
    }

    @Test
    void fromWhatIsSharedToACollection() {
        everywhere(IsolationModel.SHARED, IsolationModel.COLLECTION);
    }

    private void everywhere(IsolationModel from, IsolationModel to) {
        int calls = callsOf(from, to);
        assertThat(calls).as("port calls of a move").isGreaterThan(30);
        for (int call = 0; call < calls; call++) {
            int number = call;
            // To die before a call is to die after the one before it.
            List<Runnable> faults = List.of(
                    () -> strike(from, to, calling -> calling.failAt(number, Fault.DIES_AFTER)),
                    () -> strike(from, to, calling -> calling.failAt(number, Fault.ANSWER_LOST)),
                    () -> stall(from, to, number));
            if (oneFaultInTurn()) {
                faults.get(call % faults.size()).run();
            } else {
                faults.forEach(Runnable::run);
            }
        }
    }

    private int callsOf(IsolationModel from, IsolationModel to) {
        try (World world = new World(store)) {
            Tenant tenant = new Tenant(world, from);
            world.calls.succeed();
            assertThat(tenant.move(world.mortal.moveOrganization().orElseThrow(), to))
                    .isTrue();
            int calls = world.calls.made().size();
            tenant.assertAt(to);
            tenant.delete();
            return calls;
        }
    }

    private void strike(IsolationModel from, IsolationModel to, Consumer<PortCalls> blow) {
        try (World world = new World(store)) {
            Tenant tenant = new Tenant(world, from);
            blow.accept(world.calls);
            boolean told = tenant.move(world.mortal.moveOrganization().orElseThrow(), to);
            assertThat(world.calls.struck()).as("the call was made").isTrue();
            tenant.check(told, to);
        }
    }

    private void stall(IsolationModel from, IsolationModel to, int call) {
        try (World world = new World(store)) {
            Tenant tenant = new Tenant(world, from);
            world.calls.stallBefore(call, world::recover);
            boolean told = tenant.move(world.mortal.moveOrganization().orElseThrow(), to);
            tenant.check(told, to);
        }
    }

    /** An organization with documents and an index, of a name of its own. */
    private final class Tenant {

        private final World world;
        private final Principal admin;
        private final OrganizationData data;

        Tenant(World world, IsolationModel model) {
            this.world = world;
            made++;
            String email = "a" + made + "@acme.com";
            world.create("acme " + made, email);
            admin = world.principal(email);
            data = world.survivor.organizationData().orElseThrow();
            data.insert().insert(admin, new InsertDocuments.Command(List.of(A, B)));
            data.indexes().create(admin, INDEX);
            move(world.survivor.moveOrganization().orElseThrow(), model);
            assertThat(organization().isolation()).isEqualTo(model);
        }

        private Organization organization() {
            return store.organizations().findById(admin.organizationId()).orElseThrow();
        }

        /** Says whether the operator was told that it is done. */
        boolean move(MoveOrganization moves, IsolationModel to) {
            try {
                moves.move(organization().name(), to, progress -> true);
                return true;
            } catch (StoreUnavailableException | ConflictException | ProcessDied e) {
                return false;
            }
        }

        void check(boolean told, IsolationModel to) {
            world.calls.succeed();
            world.recover();
            assertWhole();
            if (told) {
                assertThat(organization().isolation()).isEqualTo(to);
            }
            Organization before = organization();
            world.survivor.moveOrganization().orElseThrow().move(before.name(), to, progress -> true);
            assertAt(to);
            before.home()
                    .map(TenantHome::incarnation)
                    .filter(old -> !before.home().equals(organization().home()))
                    .ifPresent(old -> assertThat(store.tenantCollections().isPresent(before.collection(), old))
                            .isFalse());
            delete();
        }

        void assertAt(IsolationModel to) {
            assertThat(organization().isolation()).isEqualTo(to);
            assertThat(store.tenantCollections()
                            .find(organization().collection())
                            .isPresent())
                    .as("a collection of its own")
                    .isEqualTo(to == IsolationModel.COLLECTION);
            assertThat(store.tenantCollections().findStaged(10)).isEmpty();
            assertWhole();
        }

        private void assertWhole() {
            assertThat(organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
            assertThat(documents()).containsExactly(A, B);
            assertThat(data.indexes().list(admin)).containsExactly(INDEX);
            data.insert().insert(admin, new InsertDocuments.Command(List.of(C)));
            data.delete().delete(admin, C.id(), Preconditions.NONE);
        }

        private List<Document> documents() {
            return data.find()
                    .find(admin, new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, 10, Optional.empty()))
                    .documents();
        }

        void delete() {
            world.survivor.deleteOrganization().delete(admin, Optional.empty());
            assertThat(store.snapshot().collections()).as("left of it").isEmpty();
        }
    }
}
