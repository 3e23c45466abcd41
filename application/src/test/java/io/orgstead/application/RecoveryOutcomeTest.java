package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.AuditEvent.Outcome;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What recovery says that it did, to its caller and to auditors; and that two of them do not both say so. */
class RecoveryOutcomeTest {

    private static final Report NOTHING = new Report(0, 0, 0);
    private static final CollectionName BETA = Core.name("beta").collectionName();

    private final MoveCore world = new MoveCore();
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        world.close();
    }

    private Report recover() {
        return world.management().recoverInterrupted().recoverAll();
    }

    /** The same, where another recovery does all there is to do before this one makes a call. */
    private Report recoverAfterAnother(String call, Report others) {
        world.interfering = Interfering.before(
                call, Interfering.once(() -> assertThat(recover()).isEqualTo(others)));
        return recover();
    }

    private void store(Organization next) {
        assertThat(world.core.store.organizations().replace(next)).isTrue();
    }

    private Operation operation() {
        return samples.operation(world.core.clock.instant().plusSeconds(15));
    }

    private void expectAudited(AuditAction action, Outcome outcome) {
        assertThat(world.audit).containsExactly(AuditEvent.of(action, outcome).on(world.acme.organizationId()));
    }

    private void beginRename() {
        CollectionIncarnation home =
                world.homes.find(world.organization().collection()).orElseThrow();
        store(world.organization()
                .updating(operation().renamingTo(Core.name("beta")).on(home)));
    }

    private void applyRename() {
        beginRename();
        Admin admin = world.core.store.admins().findById(world.acme.adminId()).orElseThrow();
        world.core
                .store
                .admins()
                .replace(admin.updated(
                        world.organization(), Optional.empty(), Optional.empty(), world.core.clock.instant()));
    }

    private void beginMove() {
        CollectionIncarnation source =
                Homes.of(world.organization(), world.homes).orElseThrow();
        CollectionIncarnation destination =
                world.homes.stage(TenantMarker.of(world.organization()), IsolationModel.SHARED);
        store(world.organization()
                .moving(operation().moving(source, new TenantHome(IsolationModel.SHARED, destination))));
    }

    private void switchMove() {
        beginMove();
        Organization moving = world.organization();
        world.homes.publish(
                moving.id(),
                moving.currentOperation().destination().orElseThrow().incarnation(),
                moving.collection());
        store(moving.switched());
    }

    private void expectHome(IsolationModel model) {
        assertThat(world.organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(world.organization().isolation()).isEqualTo(model);
        assertThat(world.homes.count()).as("nothing else").isEqualTo(1);
        assertThat(world.all()).isEmpty();
    }

    @Test
    void creationIsUndone() {
        Organization provisioning = samples.provisioning(Core.name("gamma"));
        world.core.store.organizations().add(provisioning);

        assertThat(recover()).isEqualTo(new Report(0, 1, 0));

        assertThat(world.audit)
                .containsExactly(AuditEvent.of(AuditAction.RECOVERED_CREATION, Outcome.FAILURE)
                        .on(provisioning.id()));
    }

    @Test
    void updateThatWasNotAppliedIsUndone() {
        beginRename();

        assertThat(recover()).isEqualTo(new Report(0, 1, 0));

        expectAudited(AuditAction.RECOVERED_UPDATE, Outcome.FAILURE);
    }

    @Test
    void updateThatWasAppliedIsFinished() {
        applyRename();

        assertThat(recover()).isEqualTo(new Report(1, 0, 0));

        expectAudited(AuditAction.RECOVERED_UPDATE, Outcome.SUCCESS);
    }

    @Test
    void moveThatHasNotSwitchedIsUndone() {
        beginMove();

        assertThat(recover()).isEqualTo(new Report(0, 1, 0));

        expectAudited(AuditAction.RECOVERED_MOVE, Outcome.FAILURE);
        expectHome(IsolationModel.COLLECTION);
    }

    @Test
    void moveThatHasSwitchedIsFinished() {
        switchMove();

        assertThat(recover()).isEqualTo(new Report(1, 0, 0));

        expectAudited(AuditAction.RECOVERED_MOVE, Outcome.SUCCESS);
        expectHome(IsolationModel.SHARED);
    }

    @Test
    void removalAtTheEndOfAGracePeriodIsNoRecovery() {
        store(world.organization().deleting(operation()));
        world.core.clock.advance(Duration.ofSeconds(16));

        assertThat(recover()).isEqualTo(new Report(1, 0, 0));

        expectAudited(AuditAction.ORGANIZATION_PURGE, Outcome.SUCCESS);
    }

    @Test
    void updateWithAStrangerInItsWayWaits() {
        applyRename();
        world.homes.addForeign(BETA);

        Report report = recover();

        assertThat(report).isEqualTo(new Report(0, 0, 1));
        assertThat(report.isEmpty()).isFalse();
        assertThat(world.audit).isEmpty();
        world.homes.drop(BETA, world.homes.find(BETA).orElseThrow());
        assertThat(recover()).isEqualTo(new Report(1, 0, 0));
        assertThat(world.organization().collection()).isEqualTo(BETA);
    }

    @Test
    void ofTwoRecoveriesOfAnUpdateOneDoesNothing() {
        beginRename();

        assertThat(recoverAfterAnother("replace", new Report(0, 1, 0))).isEqualTo(NOTHING);

        expectAudited(AuditAction.RECOVERED_UPDATE, Outcome.FAILURE);
    }

    @Test
    void ofTwoRecoveriesOfAMoveOneDoesNothing() {
        beginMove();

        assertThat(recoverAfterAnother("replace", new Report(0, 1, 0))).isEqualTo(NOTHING);

        expectAudited(AuditAction.RECOVERED_MOVE, Outcome.FAILURE);
    }

    @Test
    void recoveryThatStallsWhileAnotherTakesAMoveBackDoesNothing() {
        beginMove();

        assertThat(recoverAfterAnother("discardStaged", new Report(0, 1, 0))).isEqualTo(NOTHING);

        expectHome(IsolationModel.COLLECTION);
    }

    @Test
    void recoveryThatStallsWhileAnotherFinishesAMoveDoesNothing() {
        switchMove();

        assertThat(recoverAfterAnother("drop", new Report(1, 0, 0))).isEqualTo(NOTHING);

        expectHome(IsolationModel.SHARED);
    }

    @Test
    void recoveryThatStallsUntilTheOrganizationIsDeletedDoesNothing() {
        applyRename();
        world.interfering = Interfering.before("rename", Interfering.once(() -> {
            assertThat(recover()).isEqualTo(new Report(1, 0, 0));
            world.management().deleteOrganization().delete(world.acme, Optional.empty());
            world.audit.clear();
        }));

        assertThat(recover()).isEqualTo(NOTHING);

        assertThat(world.audit).isEmpty();
        assertThat(world.homes.count()).isZero();
    }
}
