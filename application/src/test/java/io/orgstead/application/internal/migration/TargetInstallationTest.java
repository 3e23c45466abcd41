package io.orgstead.application.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.usecase.MigrationTarget;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done in the store that is being filled, and that it can be done again. */
class TargetInstallationTest {

    private final Samples samples = new Samples();
    private final SqliteAdapters store = SqliteAdapters.inMemory();
    private final TargetInstallation target = new TargetInstallation(new MigrationTarget(
            store.organizations(),
            store.admins(),
            store.tenantCollections(),
            store.tenantDocuments(),
            store.tenantIndexes(),
            store.tenantSchemas(),
            store.idempotencyRecords(),
            store.migrationMarks(),
            "there"));
    private final Admin admin = samples.admin();
    private final Organization acme = organization(OrganizationName.parse("acme"), admin);

    @AfterEach
    void close() {
        store.close();
    }

    private Organization organization(OrganizationName name, Admin itsAdmin) {
        return Organization.provision(samples.organizationId(), name, itsAdmin, samples.operation())
                .settled();
    }

    private Place staged(Organization original) {
        return target.placeOf(original, Optional.empty());
    }

    /** Where it is once it has been entered. */
    private Place entered() {
        assertThat(target.enter(acme, admin, staged(acme))).isTrue();
        return target.placeOf(acme, Optional.of(copy()));
    }

    private Organization copy() {
        return target.find(acme.id()).orElseThrow();
    }

    @Test
    void organizationIsPrivateUntilItIsEntered() {
        Place before = staged(acme);
        assertThat(before.isPrivate()).isTrue();
        assertThat(target.isAlike(acme, admin, before)).isFalse();

        Place after = entered();

        assertThat(after.isPrivate()).isFalse();
        assertThat(after.incarnation()).isEqualTo(before.incarnation());
        assertThat(store.tenantCollections().find(acme.collection())).contains(after.incarnation());
        assertThat(target.isAlike(acme, admin, after)).isTrue();
        assertThat(target.isAlike(acme, admin, before)).as("at a private place").isFalse();
    }

    @Test
    void organizationWhoseNameIsAnothersIsNotEntered() {
        entered();
        Admin another = samples.admin();
        Organization namesake = organization(acme.name(), another);

        assertThat(target.enter(namesake, another, staged(namesake))).isFalse();

        assertThat(target.find(namesake.id())).isEmpty();
        assertThat(store.admins().findById(another.id())).isEmpty();
        assertThat(store.tenantCollections().findStaged(10)).containsExactly(namesake.id());
    }

    @Test
    void organizationWhoseAddressIsAnothersIsNotEntered() {
        entered();
        Admin another = samples.provisioningAdmin(admin.email()).settled();
        Organization beta = organization(OrganizationName.parse("beta"), another);

        assertThat(target.enter(beta, another, staged(beta))).isFalse();

        assertThat(target.find(beta.id())).isEmpty();
        assertThat(store.organizations().findByName(beta.name())).isEmpty();
        assertThat(store.tenantCollections().findStaged(10)).containsExactly(beta.id());
    }

    @Test
    void organizationThatHasBecomeAnotherIsNotAlike() {
        Place place = entered();

        Organization renamed = Samples.renamed(acme, OrganizationName.parse("ACME"));
        assertThat(renamed.collection()).isEqualTo(acme.collection());
        assertThat(target.isAlike(renamed, admin, place)).isFalse();
    }

    @Test
    void organizationThatOnlyCountsItsChangesOtherwiseIsAlike() {
        Place place = entered();

        Organization changedBackAndForth = Samples.renamed(Samples.renamed(acme, samples.name()), acme.name());
        assertThat(changedBackAndForth.version()).isNotEqualTo(acme.version());
        assertThat(target.isAlike(changedBackAndForth, admin, place)).isTrue();
    }

    @Test
    void organizationWithAnotherAdminIsNotAlike() {
        Place place = entered();

        assertThat(target.isAlike(acme, admin.fenced(), place)).isFalse();
        store.admins().remove(admin.id());
        assertThat(target.isAlike(acme, admin, place)).isFalse();
    }

    @Test
    void organizationWithoutItsCollectionIsNotAlike() {
        Place place = entered();
        store.tenantCollections().drop(acme.collection(), place.incarnation());

        assertThat(target.isAlike(acme, admin, place)).isFalse();
    }

    @Test
    void strangersCollectionInTheWayIsSaid() {
        entered();
        store.organizations().remove(copy());
        store.admins().remove(admin.id());
        Admin another = samples.admin();
        Organization namesake = organization(acme.name(), another);

        assertThatThrownBy(() -> target.enter(namesake, another, staged(namesake)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("org_acme")
                .hasMessageContaining("TARGET_TAKEN");
    }

    @Test
    void parkedOrganizationLeavesNameAndAddressToOthers() {
        Place place = entered();

        target.park(copy(), place.incarnation());

        Admin another = samples.provisioningAdmin(admin.email()).settled();
        Organization namesake = organization(acme.name(), another);
        assertThat(target.enter(namesake, another, staged(namesake))).isTrue();
        assertThat(target.placeOf(acme, Optional.of(copy())))
                .extracting(Place::incarnation)
                .isEqualTo(place.incarnation());
    }

    @Test
    void parkedOrganizationGetsWhatIsItsOwn() {
        Place place = entered();
        Admin changed = admin.fenced();
        Organization renamed = Samples.renamed(acme, OrganizationName.parse("zeta"));

        target.park(copy(), place.incarnation());
        target.park(copy(), place.incarnation());
        target.unpark(renamed, changed, place.incarnation());

        Place now = target.placeOf(renamed, Optional.of(copy()));
        assertThat(now.incarnation()).isEqualTo(place.incarnation());
        assertThat(target.isAlike(renamed, changed, now)).isTrue();
    }

    /** Whoever parked it died between the two steps. */
    @Test
    void collectionIsFoundThatWasParkedBeforeItsOrganization() {
        CollectionIncarnation home = entered().incarnation();
        store.tenantCollections()
                .rename(
                        acme.collection(),
                        home,
                        OrganizationName.restore(
                                        "orgstead migrating " + acme.id().value())
                                .collectionName());

        Place found = target.placeOf(acme, Optional.of(copy()));

        assertThat(found.isPrivate()).isFalse();
        assertThat(found.incarnation()).isEqualTo(home);
        target.park(copy(), home);
        target.unpark(acme, admin, home);
        assertThat(target.isAlike(acme, admin, target.placeOf(acme, Optional.of(copy()))))
                .isTrue();
    }

    /** Also of one that was entered and not yet published. */
    @Test
    void nothingIsLeftOfWhatIsRemoved() {
        staged(acme);
        store.organizations().add(acme);
        store.admins().add(admin);
        target.schema(acme.id(), Optional.of(new DocumentSchema("{}")));
        target.enter(kept(), Samples.NOW);

        target.remove(acme);

        assertThat(target.isEmpty()).isTrue();
        assertThat(store.admins().findById(admin.id())).isEmpty();
        assertThat(store.tenantCollections().findStaged(10)).isEmpty();
        assertThat(store.tenantSchemas().find(acme.id())).isEmpty();
        assertThat(records()).isEmpty();
    }

    @Test
    void requestThatHasTakenEffectSinceIsKeptAsDone() {
        target.enter(kept(), Samples.NOW);
        target.enter(kept(), Samples.NOW);
        assertThat(records()).containsExactly(kept());

        target.enter(kept().finished(), Samples.NOW);

        assertThat(records()).containsExactly(kept().finished());
    }

    private IdempotencyRecord kept() {
        return new IdempotencyRecord(
                acme.id(),
                new IdempotencyKey("key"),
                "fingerprint",
                List.of(),
                false,
                Samples.LEASE,
                Samples.LEASE.plusSeconds(60));
    }

    private List<IdempotencyRecord> records() {
        return store.idempotencyRecords().list(acme.id(), Optional.empty(), 10);
    }
}
