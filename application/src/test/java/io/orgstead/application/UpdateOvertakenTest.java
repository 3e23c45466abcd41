package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.application.Core.Change;
import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update that does not get as far as to be applied: others are faster, or in its way. */
class UpdateOvertakenTest {

    private static final Change TO_BETA = Change.none().name("beta").email("b@beta.com");

    private final Core core = new Core();
    private final Samples samples = new Samples();
    private Principal admin = Samples.principal(samples.active(Core.name("none")));

    @BeforeEach
    void createAcme() {
        core.create("acme", "a@acme.com");
        admin = Samples.principal(
                core.store.organizations().findByName(Core.name("acme")).orElseThrow());
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Organization stored() {
        return core.store.organizations().findById(admin.organizationId()).orElseThrow();
    }

    private void store(Organization next) {
        assertThat(core.store.organizations().replace(next)).isTrue();
    }

    private void updateWith(OrganizationManagementBuilder ports, Change change) {
        ports.build().updateOrganization().update(admin, change.command());
    }

    private OrganizationManagementBuilder withAdmins(Interfering interfering) {
        return core.builder().admins(Interfering.in(Admins.class, core.store.admins(), interfering));
    }

    private OrganizationManagementBuilder withOrganizations(Interfering interfering) {
        return core.builder()
                .organizations(Interfering.in(Organizations.class, core.store.organizations(), interfering));
    }

    private void expectUnchanged() {
        assertThat(stored().status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(stored().name()).isEqualTo(Core.name("acme"));
        assertThat(core.store.admins().findById(admin.adminId()).orElseThrow().email())
                .isEqualTo(Core.email("a@acme.com"));
        core.create("beta", "b@beta.com");
    }

    @Test
    void anotherChangeThatBeginsMeanwhileIsWaitedFor() {
        var ports = withAdmins(
                Interfering.before("findById", Interfering.once(() -> store(stored().updating(samples.operation())))));

        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> updateWith(ports, TO_BETA));
    }

    @Test
    void organizationThatIsLockedMeanwhileIsNotFound() {
        var ports = withAdmins(
                Interfering.before("findById", Interfering.once(() -> store(stored().deleting(samples.operation())))));

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> updateWith(ports, TO_BETA));
    }

    @Test
    void organizationThatIsRemovedMeanwhileIsNotFound() {
        var ports = withAdmins(Interfering.after(
                "findById",
                Interfering.once(() -> core.management.deleteOrganization().delete(admin, Optional.empty()))));

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> updateWith(ports, TO_BETA));
    }

    @Test
    void addressThatItsOwnAdminHasGotMeanwhileIsNotCalledAnothers() {
        Change address = Change.none().email("b@beta.com");
        var ports = withAdmins(Interfering.before("findByEmail", Interfering.once(() -> core.update(admin, address))));

        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> updateWith(ports, address));
    }

    @Test
    void nothingIsHashedForWhatIsRefused() {
        core.create("other", "o@other.com");
        int[] hashed = {0};
        var ports = core.builder()
                .passwordHasher(Interfering.in(
                        PasswordHasher.class,
                        core.security.passwordHasher(),
                        Interfering.before("hash", () -> hashed[0]++)));
        Change password = Change.none().password("another horse");

        Refused.with(FailureCode.NAME_TAKEN, () -> updateWith(ports, password.name("other")));
        Refused.with(FailureCode.EMAIL_TAKEN, () -> updateWith(ports, password.email("o@other.com")));

        assertThat(hashed[0]).isZero();
    }

    @Test
    void strangersCollectionOfTheNewNameIsLeftAlone() {
        CollectionIncarnation strangers = addStrangersCollection();

        Refused.with(FailureCode.COLLECTION_TAKEN, () -> core.update(admin, TO_BETA));

        assertThat(core.store.tenantCollections().find(Core.name("beta").collectionName()))
                .contains(strangers);
        core.store.tenantCollections().drop(Core.name("beta").collectionName(), strangers);
        expectUnchanged();
    }

    @Test
    void refusalStandsEvenIfTheStoreFailsWhenTheClaimIsTakenBack() {
        CollectionIncarnation strangers = addStrangersCollection();
        int[] writes = {0};
        var ports = withOrganizations(Interfering.before("replace", () -> {
            if (++writes[0] == 2) {
                throw new StoreUnavailableException(null);
            }
        }));

        Throwable refusal = catchThrowable(() -> updateWith(ports, TO_BETA));

        assertThat(refusal)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo(FailureCode.COLLECTION_TAKEN));
        assertThat(refusal.getSuppressed()).singleElement().isInstanceOf(StoreUnavailableException.class);
        assertThat(core.management.recoverInterrupted().recoverAll()).isEqualTo(new Report(0, 1, 0));
        core.store.tenantCollections().drop(Core.name("beta").collectionName(), strangers);
        expectUnchanged();
    }

    private CollectionIncarnation addStrangersCollection() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation strangers = core.store.tenantCollections().stage(marker, IsolationModel.COLLECTION);
        core.store
                .tenantCollections()
                .publish(marker.organizationId(), strangers, Core.name("beta").collectionName());
        return strangers;
    }

    @Test
    void ownerThatOutlivesItsLeaseAppliesNothing() {
        var ports = withOrganizations(
                Interfering.after("replace", Interfering.once(() -> core.clock.advance(Duration.ofSeconds(16)))));

        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> updateWith(ports, TO_BETA));

        assertThat(core.management.recoverInterrupted().recoverExpired()).isEqualTo(new Report(0, 1, 0));
        expectUnchanged();
    }

    /** Its documents are not in a collection of its name. */
    @Test
    void strangersCollectionOfTheOldNameIsLeftAlone() {
        try (MoveCore moved = new MoveCore()) {
            moved.move(IsolationModel.SHARED);
            moved.homes.addForeign(Core.name("acme").collectionName());

            moved.management()
                    .updateOrganization()
                    .update(moved.acme, Change.none().name("beta").command());

            assertThat(moved.organization().name()).isEqualTo(Core.name("beta"));
            assertThat(moved.homes.find(Core.name("acme").collectionName())).isPresent();
            assertThat(moved.homes.find(Core.name("beta").collectionName())).isEmpty();
        }
    }
}
