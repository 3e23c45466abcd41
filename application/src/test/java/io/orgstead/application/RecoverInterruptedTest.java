package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What recovery does with each kind of leftover, and that a stalled owner who wakes up afterwards does no harm. */
class RecoverInterruptedTest {

    private static final OrganizationId ID = new OrganizationId("00000000000000000000000a");

    private final Core core = new Core();
    private final Operation operation = Operation.begin(
            new OperationId("00000000000000000000000f"), core.clock.instant().plusSeconds(15));
    private final Admin admin = Admin.provision(
            new AdminId("00000000000000000000000b"),
            ID,
            Core.name("acme"),
            Core.email("a@acme.com"),
            new PasswordHash("$2b$04$x"),
            core.clock.instant(),
            operation.leaseUntil());
    private final Organization provisioning = Organization.provision(ID, Core.name("acme"), admin, operation);

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void findsNothingToDoWhereAllIsWell() {
        core.create("acme", "a@acme.com");
        assertThat(core.management.recoverInterrupted().recoverAll()).isEqualTo(new Report(0, 0, 0));
    }

    @Test
    void leavesALivingOwnerAlone() {
        core.store.organizations().add(provisioning);
        core.store.tenantCollections().stage(TenantMarker.of(provisioning), IsolationModel.COLLECTION);
        core.store.admins().add(admin);
        assertThat(core.management.recoverInterrupted().recoverExpired().isEmpty())
                .isTrue();
        assertThat(core.store.organizations().findById(ID)).contains(provisioning);
        assertThat(core.store.tenantCollections().findStaged(10)).containsExactly(ID);
    }

    @Test
    void presumesEveryOwnerDeadWhenAlone() {
        core.store.organizations().add(provisioning);
        assertThat(core.management.recoverInterrupted().recoverAll()).isEqualTo(new Report(0, 1, 0));
        core.create("acme", "a@acme.com");
    }

    @Test
    void aStalledCreatorCannotPublishWhatWasRolledBack() {
        core.store.organizations().add(provisioning);
        CollectionIncarnation incarnation =
                core.store.tenantCollections().stage(TenantMarker.of(provisioning), IsolationModel.COLLECTION);
        Organization staged = provisioning.staged(new TenantHome(IsolationModel.COLLECTION, incarnation));
        core.store.organizations().replace(staged);
        recoverAfterLease();

        core.store.admins().add(admin);
        assertThat(core.store.tenantCollections().publish(ID, incarnation, staged.collection()))
                .isEqualTo(MoveOutcome.SOURCE_GONE);
        assertThat(core.store.organizations().replace(staged.settled())).isFalse();

        assertThat(recoverAfterLease()).as("the admin added too late").isEqualTo(new Report(0, 1, 0));
        core.create("acme", "a@acme.com");
    }

    @Test
    void sweepsUpACollectionPreparedTooLate() {
        core.store.organizations().add(provisioning);
        recoverAfterLease();
        core.store.tenantCollections().stage(TenantMarker.of(provisioning), IsolationModel.COLLECTION);
        core.clock.advance(Duration.ofMinutes(10));
        assertThat(recoverAfterLease()).isEqualTo(new Report(0, 1, 0));
        assertThat(core.store.tenantCollections().findStaged(10)).isEmpty();
    }

    @Test
    void aStalledUpdaterCannotApplyWhatWasCancelled() {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Organization active = core.store.organizations().findById(acme.id()).orElseThrow();
        Admin before = core.store.admins().findById(acme.adminId()).orElseThrow();
        CollectionIncarnation incarnation =
                core.store.tenantCollections().find(active.collection()).orElseThrow();
        Organization updating =
                active.updating(operation.renamingTo(Core.name("beta")).on(incarnation));
        core.store.organizations().replace(updating);
        assertThat(recoverAfterLease()).isEqualTo(new Report(0, 1, 0));

        Admin late = before.updated(
                updating, Optional.of(Core.email("late@acme.com")), Optional.empty(), core.clock.instant());
        assertThat(core.store.admins().replace(late)).isFalse();
        assertThat(core.management.findOrganization().find(Core.name("acme"))).isEqualTo(acme);
        core.create("beta", "b@beta.com");
    }

    @Test
    void carriesThroughAnUpdateThatWasApplied() {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Organization active = core.store.organizations().findById(acme.id()).orElseThrow();
        Admin before = core.store.admins().findById(acme.adminId()).orElseThrow();
        CollectionIncarnation incarnation =
                core.store.tenantCollections().find(active.collection()).orElseThrow();
        Organization updating =
                active.updating(operation.renamingTo(Core.name("beta")).on(incarnation));
        core.store.organizations().replace(updating);
        core.store
                .admins()
                .replace(before.updated(
                        updating, Optional.of(Core.email("b@beta.com")), Optional.empty(), core.clock.instant()));

        assertThat(recoverAfterLease()).isEqualTo(new Report(1, 0, 0));
        OrganizationDetails beta = core.management.findOrganization().find(Core.name("beta"));
        assertThat(beta.adminEmail().value()).isEqualTo("b@beta.com");
        assertThat(core.store.tenantCollections().find(beta.collection())).contains(incarnation);
        assertThat(core.store.tenantCollections().rename(acme.collection(), incarnation, beta.collection()))
                .as("the stalled owner's own rename")
                .isEqualTo(MoveOutcome.MOVED);
        assertThat(core.store.organizations().replace(updating.updated(before))).isFalse();
    }

    /** Renamed away by its stalled owner after others had finished the rename and renamed back: found, and brought home. */
    @Test
    void aStalledUpdaterThatMovesTheCollectionTooLateBringsItBack() {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Principal caller = core.principal("a@acme.com");
        TenantCollections stalling = stallingBeforeRename(() -> {
            recoverAfterLease();
            core.update(caller, Core.Change.none().name("acme"));
        });
        OrganizationManagement stalled =
                core.builder().tenantCollections(stalling).build();

        OrganizationDetails answer = stalled.updateOrganization().update(caller, renamingTo("beta"));

        assertThat(answer.name().value()).isEqualTo("acme");
        assertThat(core.store.tenantCollections().find(acme.collection())).isPresent();
        assertThat(core.store.tenantCollections().find(Core.name("beta").collectionName()))
                .isEmpty();
        core.create("beta", "b@beta.com");
    }

    /** The same, while the rename back has moved the collection and not yet switched the organization over. */
    @Test
    void aStalledUpdaterThatMovesTheCollectionInTheMiddleOfAnotherRenameBringsItBack() throws Exception {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Principal caller = core.principal("a@acme.com");
        CountDownLatch stalls = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        OrganizationManagement stalled = core.builder()
                .tenantCollections(stallingBeforeRename(() -> {
                    stalls.countDown();
                    await(goesOn);
                }))
                .build();
        FutureTask<OrganizationDetails> late =
                new FutureTask<>(() -> stalled.updateOrganization().update(caller, renamingTo("beta")));
        new Thread(late).start();
        await(stalls);
        recoverAfterLease();

        AtomicInteger writes = new AtomicInteger();
        Organizations lateJustBeforeTheSwitch =
                before(Organizations.class, core.store.organizations(), "replace", () -> {
                    if (writes.incrementAndGet() == 2) {
                        goesOn.countDown();
                        assertThat(late).succeedsWithin(Duration.ofMinutes(1));
                    }
                });
        OrganizationManagement renamingBack =
                core.builder().organizations(lateJustBeforeTheSwitch).build();
        renamingBack.updateOrganization().update(caller, renamingTo("acme"));
        recoverAfterLease();

        assertThat(writes.get()).isEqualTo(2);
        assertThat(core.management.findOrganization().find(Core.name("acme")).id())
                .isEqualTo(acme.id());
        assertThat(core.store.tenantCollections().find(acme.collection())).isPresent();
        core.create("beta", "b@beta.com");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What was moved too late while a removal that does not know where it is has begun goes as well. A removal that has waited
     * can still be taken back, so its collection is brought home.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStalledUpdaterThatFindsTheOrganizationUnderRemoval(boolean begun) {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Principal caller = core.principal("a@acme.com");
        Operation removal = begun ? operation.on(CollectionIncarnation.NONE) : operation;
        OrganizationManagement stalled = core.builder()
                .tenantCollections(stallingBeforeRename(() -> {
                    recoverAfterLease();
                    core.update(caller, Core.Change.none().name("acme"));
                    Organization back =
                            core.store.organizations().findById(acme.id()).orElseThrow();
                    core.store.organizations().replace(back.deleting(removal));
                }))
                .build();

        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> stalled.updateOrganization().update(caller, renamingTo("beta")));

        assertThat(core.store.tenantCollections().find(acme.collection()).isPresent())
                .isNotEqualTo(begun);
        core.create("beta", "b@beta.com");
    }

    @Test
    void anUpdateTakenOverButNotYetSwitchedAnswersAsItWillBe() {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Principal caller = core.principal("a@acme.com");
        TenantCollections stalling = stallingBeforeRename(() -> {
            Organization stored = core.store.organizations().findById(acme.id()).orElseThrow();
            core.store
                    .organizations()
                    .replace(stored.takenOver(core.clock.instant().plusSeconds(15)));
        });
        OrganizationManagement stalled =
                core.builder().tenantCollections(stalling).build();

        assertThat(stalled.updateOrganization()
                        .update(caller, renamingTo("beta"))
                        .name()
                        .value())
                .isEqualTo("beta");
        recoverAfterLease();
        assertThat(core.management.findOrganization().find(Core.name("beta")).id())
                .isEqualTo(acme.id());
    }

    @Test
    void anOwnerTooSlowLeavesTheRestToRecovery() {
        core.create("acme", "a@acme.com");
        Principal caller = core.principal("a@acme.com");
        Admins late = stalling(
                Admins.class, core.store.admins(), "replace", () -> core.clock.advance(Duration.ofSeconds(16)));
        OrganizationManagement tooSlow = core.builder().admins(late).build();

        Refused.with(
                FailureCode.STORE_UNAVAILABLE,
                () -> tooSlow.updateOrganization().update(caller, renamingTo("beta")));
        core.management.recoverInterrupted().recoverExpired();
        assertThat(core.management
                        .findOrganization()
                        .find(Core.name("beta"))
                        .adminEmail()
                        .value())
                .isEqualTo("a@acme.com");
    }

    private TenantCollections stallingBeforeRename(Runnable meanwhile) {
        return stalling(TenantCollections.class, core.store.tenantCollections(), "rename", meanwhile);
    }

    /** The port, with something that happens before the first call of a method. */
    private static <T> T stalling(Class<T> port, T delegate, String method, Runnable meanwhile) {
        AtomicBoolean stalled = new AtomicBoolean();
        return before(port, delegate, method, () -> {
            if (!stalled.getAndSet(true)) {
                meanwhile.run();
            }
        });
    }

    /** The port, with something that happens before every call of a method. */
    private static <T> T before(Class<T> port, T delegate, String method, Runnable meanwhile) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, called, args) -> {
            if (called.getName().equals(method)) {
                meanwhile.run();
            }
            try {
                return called.invoke(delegate, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static UpdateOrganization.Command renamingTo(String name) {
        return new UpdateOrganization.Command(
                Optional.empty(), Optional.of(Core.name(name)), Optional.empty(), Optional.empty());
    }

    @Test
    void aLateDropDoesNotTouchTheNextCollectionOfTheName() {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Organization active = core.store.organizations().findById(acme.id()).orElseThrow();
        CollectionIncarnation incarnation =
                core.store.tenantCollections().find(active.collection()).orElseThrow();
        Organization doomed = active.deleting(operation.on(incarnation));
        core.store.organizations().replace(doomed);
        assertThat(recoverAfterLease()).isEqualTo(new Report(1, 0, 0));
        core.create("acme", "a@acme.com");

        core.store.tenantCollections().drop(doomed.collection(), incarnation);
        core.store.admins().remove(doomed.adminId());
        assertThat(core.store.organizations().remove(doomed)).isFalse();
        assertThat(core.store.tenantCollections().find(doomed.collection())).isPresent();
        assertThat(core.principal("a@acme.com").organizationId()).isNotEqualTo(acme.id());
    }

    @Test
    void settlesHundredsInOneRun() {
        int count = 250;
        for (int i = 0; i < count; i++) {
            core.store
                    .organizations()
                    .add(Organization.provision(
                            new OrganizationId(core.security.idSource().nextId()),
                            Core.name("acme" + i),
                            Admin.provision(
                                    new AdminId(core.security.idSource().nextId()),
                                    ID,
                                    Core.name("acme" + i),
                                    Core.email("a" + i + "@acme.com"),
                                    admin.password(),
                                    core.clock.instant(),
                                    operation.leaseUntil()),
                            operation));
        }
        assertThat(recoverAfterLease()).isEqualTo(new Report(0, count, 0));
    }

    @Test
    void anInterruptedDeletionStaysInvisibleUntilItIsDone() {
        OrganizationDetails acme = core.create("acme", "a@acme.com");
        Organization active = core.store.organizations().findById(acme.id()).orElseThrow();
        core.store.organizations().replace(active.deleting(operation));
        assertThat(core.store.organizations().findById(acme.id()).orElseThrow().status())
                .isEqualTo(OrganizationStatus.DELETING);
        assertThat(recoverAfterLease()).isEqualTo(new Report(1, 0, 0));
        assertThat(core.store.organizations().findById(acme.id())).isEmpty();
    }

    private Report recoverAfterLease() {
        core.clock.advance(Duration.ofSeconds(16));
        return core.management.recoverInterrupted().recoverExpired();
    }
}
