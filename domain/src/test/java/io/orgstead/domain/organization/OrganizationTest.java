package io.orgstead.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:30:00.123Z");
    private static final Operation OPERATION =
            Operation.begin(new OperationId("00000000000000000000000a"), NOW.plusSeconds(15));
    private static final CollectionIncarnation INCARNATION = new CollectionIncarnation("c1");

    private final Admin admin = Admin.provision(
            new AdminId("000000000000000000000001"),
            new OrganizationId("000000000000000000000002"),
            OrganizationName.parse("Acme Corp"),
            EmailAddress.parse("admin@acme.com"),
            new PasswordHash("$2b$12$x"),
            NOW,
            NOW.plusSeconds(15));
    private final Organization provisioned = Organization.provision(
            new OrganizationId("000000000000000000000002"), OrganizationName.parse("Acme Corp"), admin, OPERATION);

    @Test
    void isBornInvisible() {
        assertThat(provisioned.status()).isEqualTo(OrganizationStatus.PROVISIONING);
        assertThat(provisioned.status().isVisible()).isFalse();
        assertThat(provisioned.version()).isEqualTo(1);
        assertThat(provisioned.adminEmail()).isEqualTo(admin.email());
        assertThat(provisioned.createdAt()).isEqualTo(NOW);
        assertThat(provisioned.claims()).containsExactly(new CollectionName("org_acme_corp"));
    }

    @Test
    void becomesActiveOnceStaged() {
        Organization staged = provisioned.staged(new TenantHome(IsolationModel.COLLECTION, INCARNATION));
        assertThat(staged.currentOperation().incarnation()).contains(INCARNATION);
        assertThat(staged.currentOperation().leaseUntil()).isEqualTo(OPERATION.leaseUntil());
        Organization active = staged.settled();
        assertThat(active.status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(active.operation()).isEmpty();
        assertThat(active.version()).isEqualTo(3);
    }

    @Test
    void claimsBothNamesDuringARename() {
        Organization updating = active().updating(OPERATION.renamingTo(OrganizationName.parse("Beta")));
        assertThat(updating.status().isVisible()).isTrue();
        assertThat(updating.name().value()).isEqualTo("Acme Corp");
        assertThat(updating.claims())
                .containsExactlyInAnyOrder(new CollectionName("org_acme_corp"), new CollectionName("org_beta"));
        assertThat(updating.answersTo(OrganizationName.parse("beta"))).isFalse();
        Organization cancelled = updating.settled();
        assertThat(cancelled.claims()).containsExactly(new CollectionName("org_acme_corp"));
        assertThat(cancelled.name().value()).isEqualTo("Acme Corp");
    }

    @Test
    void switchesNameAndEmailAtOnce() {
        Organization updating = active().updating(OPERATION.renamingTo(OrganizationName.parse("Beta")));
        Admin updated = admin.updated(
                updating, Optional.of(EmailAddress.parse("new@beta.com")), Optional.of(new PasswordHash("h2")), NOW);
        Organization settled = updating.updated(updated);
        assertThat(settled.name().value()).isEqualTo("Beta");
        assertThat(settled.collection().value()).isEqualTo("org_beta");
        assertThat(settled.adminEmail().value()).isEqualTo("new@beta.com");
        assertThat(settled.status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(settled.version()).isEqualTo(updating.version() + 1);
        assertThat(settled.id()).isEqualTo(updating.id());
    }

    @Test
    void changesTheWritingOfItsNameWithoutAnotherClaim() {
        Organization updating = active().updating(OPERATION.renamingTo(OrganizationName.parse("ACME corp")));
        assertThat(updating.claims()).containsExactly(new CollectionName("org_acme_corp"));
        assertThat(updating.updated(admin).name().value()).isEqualTo("ACME corp");
    }

    @Test
    void keepsACollectionThatDoesNotFollowFromTheName() {
        Organization legacy = new Organization(
                provisioned.id(),
                OrganizationName.restore("Müller"),
                new CollectionName("org_m_ller"),
                admin.id(),
                admin.email(),
                NOW,
                OrganizationStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                0);
        assertThat(legacy.answersTo(OrganizationName.parse("Müller"))).isTrue();
        assertThat(legacy.updating(OPERATION).updated(admin).collection().value())
                .isEqualTo("org_m_ller");
    }

    @Test
    void isInvisibleOnceItIsBeingDeleted() {
        Organization doomed = active().deleting(OPERATION.on(INCARNATION));
        assertThat(doomed.status().isVisible()).isFalse();
        assertThat(doomed.claims()).containsExactly(new CollectionName("org_acme_corp"));
        Organization taken = doomed.takenOver(NOW.plusSeconds(60));
        assertThat(taken.status()).isEqualTo(OrganizationStatus.DELETING);
        assertThat(taken.version()).isEqualTo(doomed.version() + 1);
        assertThat(taken.currentOperation().leaseUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(taken.currentOperation().id()).isEqualTo(OPERATION.id());
        assertThat(taken.currentOperation().incarnation()).contains(INCARNATION);
    }

    @Test
    void movesItsDocumentsInOneSwitch() {
        TenantHome database = new TenantHome(IsolationModel.DATABASE, new CollectionIncarnation("elsewhere"));

        Organization moving = active().moving(OPERATION.moving(INCARNATION, database));
        assertThat(moving.status()).isEqualTo(OrganizationStatus.MOVING);
        assertThat(moving.status().isVisible()).isTrue();
        assertThat(moving.isolation()).isEqualTo(IsolationModel.COLLECTION);
        assertThat(moving.settled().home()).isEmpty();

        Organization switched = moving.switched();
        assertThat(switched.home()).contains(database);
        assertThat(switched.isolation()).isEqualTo(IsolationModel.DATABASE);
        assertThat(switched.status()).isEqualTo(OrganizationStatus.MOVING);
        assertThat(switched.currentOperation().incarnation()).contains(INCARNATION);
        assertThat(switched.currentOperation().destination()).isEmpty();
        assertThat(switched.version()).isEqualTo(moving.version() + 1);
        assertThatThrownBy(switched::switched).isInstanceOf(IllegalStateException.class);
        assertThat(switched.settled().home()).contains(database);

        TenantHome back = new TenantHome(IsolationModel.COLLECTION, INCARNATION);
        Organization returned = switched.settled()
                .moving(OPERATION.moving(database.incarnation(), back))
                .switched();
        assertThat(returned.home()).isEmpty();
    }

    @Test
    void keepsItsHomeThroughEveryOtherChange() {
        TenantHome shared = new TenantHome(IsolationModel.SHARED, INCARNATION);
        Organization settled = provisioned.staged(shared).settled();

        assertThat(provisioned.staged(shared).currentOperation().incarnation()).contains(INCARNATION);
        assertThat(settled.home()).contains(shared);
        assertThat(settled.updating(OPERATION).home()).contains(shared);
        assertThat(settled.updating(OPERATION).updated(admin).home()).contains(shared);
        assertThat(settled.deleting(OPERATION).takenOver(NOW).home()).contains(shared);
    }

    @Test
    void refusesContradictions() {
        assertThatThrownBy(() -> active().takenOver(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> withStatus(OrganizationStatus.ACTIVE, Optional.of(OPERATION), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withStatus(OrganizationStatus.UPDATING, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withStatus(OrganizationStatus.ACTIVE, Optional.empty(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMarkerTellsWhoseCollectionItIs() {
        assertThat(TenantMarker.of(provisioned)).isEqualTo(new TenantMarker(provisioned.id(), provisioned.name(), NOW));
    }

    @Test
    void aDeletionCanBeTakenBackUntilItsGraceIsOverOrTheRemovalBegins() {
        Instant end = OPERATION.leaseUntil();
        Organization deleting = active().deleting(OPERATION);

        assertThat(deleting.isRestorable(end.minusMillis(1))).isTrue();
        assertThat(deleting.isRestorable(end)).isFalse();
        assertThat(active().deleting(OPERATION.on(INCARNATION)).isRestorable(NOW))
                .isFalse();
        assertThat(active().isRestorable(NOW)).isFalse();
        assertThat(active().updating(OPERATION).isRestorable(NOW)).isFalse();
    }

    private Organization active() {
        return provisioned
                .staged(new TenantHome(IsolationModel.COLLECTION, INCARNATION))
                .settled();
    }

    private Organization withStatus(OrganizationStatus status, Optional<Operation> operation, long version) {
        return new Organization(
                provisioned.id(),
                provisioned.name(),
                provisioned.collection(),
                admin.id(),
                admin.email(),
                NOW,
                status,
                operation,
                Optional.empty(),
                version);
    }
}
