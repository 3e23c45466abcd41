package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Samples;
import org.junit.jupiter.api.Test;

/** Names: who may have them, until when, and what is found by them. */
abstract class OrganizationsClaims extends OrganizationsStorage {

    private static final OrganizationName OLD = name("Old Name");
    private static final OrganizationName NEW = name("New Name");

    private Organization rename(Organization active, OrganizationName to) {
        Organization renaming = active.updating(renaming(to));
        assertThat(organizations.replace(renaming)).isTrue();
        return renaming;
    }

    Operation renaming(OrganizationName to) {
        return samples.operation().renamingTo(to).on(samples.incarnation());
    }

    private void expectTaken(OrganizationName name) {
        Organization rival = samples.provisioning(name);
        Refusal.expect(FailureCode.NAME_TAKEN, () -> organizations.add(rival));
        assertThat(organizations.findById(rival.id())).isEmpty();
    }

    private void expectFree(OrganizationName name) {
        Organization successor = addProvisioning(name);
        assertThat(organizations.findByName(name)).contains(successor);
    }

    @Test
    void namesOfOneCollectionAreOneName() {
        Organization added = addActive(name("Acme Corp"));

        assertThat(organizations.findByName(name("acme_corp"))).contains(added);
        assertThat(organizations.findByName(name("ACME-CORP"))).contains(added);
        assertThat(organizations.findByName(name("Acme Corps"))).isEmpty();
        expectTaken(name("acme corp"));
        expectTaken(name("ACME.Corp"));
    }

    @Test
    void lettersOfOtherScriptsAreNotOneName() {
        Organization one = addActive(name("\u5317\u4eac\u516c\u53f8"));
        Organization two = addActive(name("\u4e0a\u6d77\u516c\u53f8"));

        assertThat(organizations.findByName(one.name())).contains(one);
        assertThat(organizations.findByName(two.name())).contains(two);
    }

    @Test
    void aNameIsTakenInEveryStatus() {
        Organization organization = addProvisioning(OLD);
        expectTaken(OLD);
        Organization active = organization.settled();
        assertThat(organizations.replace(active)).isTrue();
        expectTaken(OLD);
        Organization updating = active.updating(samples.operation());
        assertThat(organizations.replace(updating)).isTrue();
        expectTaken(OLD);
        Organization deleting = updating.settled().deleting(samples.operation());
        assertThat(organizations.replace(updating.settled())).isTrue();
        assertThat(organizations.replace(deleting)).isTrue();
        expectTaken(OLD);
        assertThat(organizations.findByName(OLD)).contains(deleting);
    }

    @Test
    void removeFreesTheName() {
        Organization deleting = addActive(OLD).deleting(samples.operation());
        assertThat(organizations.replace(deleting)).isTrue();

        assertThat(organizations.remove(deleting)).isTrue();

        expectFree(OLD);
    }

    @Test
    void removeOfAnotherVersionFreesNothing() {
        Organization added = addProvisioning(OLD);
        assertThat(organizations.replace(added.settled())).isTrue();

        assertThat(organizations.remove(added)).isFalse();

        expectTaken(OLD);
    }

    @Test
    void renameUnderWayHoldsBothNamesAndIsFoundByTheOldOne() {
        Organization renaming = rename(addActive(OLD), NEW);

        assertThat(organizations.findByName(OLD)).contains(renaming);
        assertThat(organizations.findByName(NEW)).isEmpty();
        expectTaken(OLD);
        expectTaken(NEW);
    }

    @Test
    void settledRenameFreesTheOldName() {
        Organization renaming = rename(addActive(OLD), NEW);
        Organization renamed = renaming.updated(samples.admin());

        assertThat(organizations.replace(renamed)).isTrue();

        assertThat(organizations.findByName(NEW)).contains(renamed);
        assertThat(organizations.findByName(OLD)).isEmpty();
        expectTaken(NEW);
        expectFree(OLD);
    }

    @Test
    void cancelledRenameFreesTheNewName() {
        Organization cancelled = rename(addActive(OLD), NEW).settled();

        assertThat(organizations.replace(cancelled)).isTrue();

        assertThat(organizations.findByName(OLD)).contains(cancelled);
        expectTaken(OLD);
        expectFree(NEW);
    }

    @Test
    void takenOverRenameStillHoldsBothNames() {
        Organization renaming = rename(addActive(OLD), NEW);

        assertThat(organizations.replace(renaming.takenOver(Samples.LEASE.plusSeconds(9))))
                .isTrue();

        expectTaken(OLD);
        expectTaken(NEW);
    }

    @Test
    void removeInTheMiddleOfARenameFreesBothNames() {
        Organization renaming = rename(addActive(OLD), NEW);

        assertThat(organizations.remove(renaming)).isTrue();

        expectFree(OLD);
        expectFree(NEW);
    }

    @Test
    void renameOntoATakenNameIsRefusedAndChangesNothing() {
        Organization holder = addActive(NEW);
        Organization stored = addActive(OLD);
        Organization renaming = stored.updating(renaming(name("NEW name")));

        Refusal.expect(FailureCode.NAME_TAKEN, () -> organizations.replace(renaming));

        assertThat(organizations.findById(stored.id())).contains(stored);
        assertThat(organizations.findByName(OLD)).contains(stored);
        assertThat(organizations.findByName(NEW)).contains(holder);
        expectTaken(OLD);
        assertThat(organizations.replace(stored.updating(renaming(name("Third Name")))))
                .isTrue();
    }

    @Test
    void renameOntoTheTargetOrSourceOfAnotherRenameIsRefused() {
        Organization first = rename(addActive(OLD), NEW);
        Organization second = addActive(name("Second"));

        Refusal.expect(FailureCode.NAME_TAKEN, () -> organizations.replace(second.updating(renaming(NEW))));
        Refusal.expect(FailureCode.NAME_TAKEN, () -> organizations.replace(second.updating(renaming(OLD))));

        assertThat(organizations.findById(first.id())).contains(first);
        assertThat(organizations.findById(second.id())).contains(second);
    }

    @Test
    void renameWithinOneCollectionKeepsTheClaim() {
        Organization renaming = rename(addActive(name("acme")), name("ACME"));
        assertThat(organizations.findByName(name("Acme"))).contains(renaming);
        expectTaken(name("AcMe"));
        Organization renamed = renaming.updated(samples.admin());

        assertThat(organizations.replace(renamed)).isTrue();

        assertThat(organizations.findByName(name("acme"))).contains(renamed);
        expectTaken(name("acme"));
    }

    @Test
    void namesCanBeExchangedThroughAThird() {
        Organization one = addActive(OLD);
        Organization two = addActive(NEW);

        Organization parked = settle(rename(one, name("Third Name")));
        Organization twoRenamed = settle(rename(two, OLD));
        Organization oneRenamed = settle(rename(parked, NEW));

        assertThat(organizations.findByName(OLD)).contains(twoRenamed);
        assertThat(organizations.findByName(NEW)).contains(oneRenamed);
        expectFree(name("Third Name"));
    }

    private Organization settle(Organization renaming) {
        Organization renamed = renaming.updated(samples.admin());
        assertThat(organizations.replace(renamed)).isTrue();
        return renamed;
    }

    @Test
    void legacyOrganizationIsFoundByExactlyItsName() {
        Organization legacy = samples.foreign("M\u00fcller & Co", "org_m_ller___co");
        organizations.add(legacy);

        assertThat(organizations.findByName(name("M\u00fcller & Co"))).contains(legacy);
        assertThat(organizations.findByName(name("m_ller___co"))).contains(legacy);
        assertThat(organizations.findByName(name("m\u00fcller & co"))).isEmpty();
        expectTaken(name("m_ller _ co"));
    }

    @Test
    void collectionCountsBeforeExactName() {
        Organization legacy = samples.foreign("M\u00fcller & Co", "org_m_ller___co");
        organizations.add(legacy);
        Organization modern = addActive(name("m\u00fcller & co"));

        assertThat(organizations.findByName(name("M\u00fcller & Co"))).contains(modern);
        assertThat(organizations.findById(legacy.id())).contains(legacy);
    }

    @Test
    void targetOfALegacyRenameIsNotFoundByItsExactName() {
        Organization legacy = samples.foreign("Old & Co", "org_old_co");
        organizations.add(legacy);
        Organization renaming = rename(legacy, NEW);

        assertThat(organizations.findByName(OrganizationName.restore("Old & Co")))
                .contains(renaming);
        assertThat(organizations.findByName(NEW)).isEmpty();
        Organization renamed = settle(renaming);
        assertThat(organizations.findByName(OrganizationName.restore("Old & Co")))
                .isEmpty();
        assertThat(organizations.findByName(NEW)).contains(renamed);
    }
}
