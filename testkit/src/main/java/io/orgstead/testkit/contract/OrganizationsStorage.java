package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.Samples;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored comes back as it was, and changes by compare and set on the version. */
abstract class OrganizationsStorage {

    final Samples samples = new Samples();
    Organizations organizations;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port over an empty store of its own
     */
    protected abstract Organizations organizations();

    @BeforeEach
    void openOrganizations() {
        organizations = organizations();
    }

    /** Adds an organization and settles it. */
    Organization addActive(OrganizationName name) {
        Organization provisioning = addProvisioning(name);
        Organization active = provisioning.settled();
        assertThat(organizations.replace(active)).isTrue();
        return active;
    }

    Organization addProvisioning(OrganizationName name) {
        Organization provisioning = samples.provisioning(name);
        organizations.add(provisioning);
        return provisioning;
    }

    static OrganizationName name(String text) {
        return OrganizationName.parse(text);
    }

    @Test
    void addedOrganizationIsFoundByIdNameAndAdmin() {
        Organization added = addProvisioning(name("Acme Corp"));
        addProvisioning(samples.name());

        assertThat(organizations.findById(added.id())).contains(added);
        assertThat(organizations.findByName(added.name())).contains(added);
        assertThat(organizations.findByAdmin(added.adminId())).contains(added);
    }

    @Test
    void nothingIsFoundThatWasNotAdded() {
        Organization stranger = samples.provisioning(samples.name());
        Organization added = addProvisioning(samples.name());

        assertThat(organizations.findById(stranger.id())).isEmpty();
        assertThat(organizations.findByName(stranger.name())).isEmpty();
        assertThat(organizations.findByAdmin(stranger.adminId())).isEmpty();
        assertThat(organizations.findById(added.id())).contains(added);
    }

    @ParameterizedTest
    @MethodSource("io.orgstead.testkit.contract.OrganizationShapes#all")
    void everyFieldComesBackAsAdded(Function<Samples, Organization> shape) {
        Organization organization = shape.apply(samples);

        organizations.add(organization);

        assertThat(organizations.findById(organization.id())).contains(organization);
    }

    @ParameterizedTest
    @MethodSource("io.orgstead.testkit.contract.OrganizationShapes#all")
    void everyFieldComesBackAsReplaced(Function<Samples, Organization> shape) {
        Organization next = shape.apply(samples);
        organizations.add(new Organization(
                next.id(),
                samples.name(),
                samples.name().collectionName(),
                next.adminId(),
                samples.email(),
                next.createdAt(),
                OrganizationStatus.DELETING,
                Optional.of(OrganizationShapes.fullOperation(samples)),
                Optional.of(samples.home(IsolationModel.SHARED)),
                Math.max(0, next.version() - 1)));
        Organization stored = next.version() > 0 ? next : next.settled();

        assertThat(organizations.replace(stored)).isTrue();
        assertThat(organizations.findById(next.id())).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c9cole \u00dcber",
                "\u682a\u5f0f\u4f1a\u793e\u30a2\u30af\u30e1",
                "\u0130stanbul",
                "\ud801\udc00\ud801\udc01 \ud83d\ude80 x",
                "a'b\"c.d$e%f\\g"
            })
    void namesOfAnyScriptComeBackAsWritten(String text) {
        Organization added = addActive(name(text));

        assertThat(organizations.findByName(name(text))).contains(added);
        assertThat(organizations.findById(added.id()).map(o -> o.name().value()))
                .contains(added.name().value());
    }

    @Test
    void replaceTakesTheNextVersion() {
        Organization added = addProvisioning(samples.name());
        Organization next =
                added.staged(new TenantHome(IsolationModel.DATABASE, new CollectionIncarnation("made by a store")));

        assertThat(organizations.replace(next)).isTrue();
        assertThat(organizations.findById(added.id())).contains(next);
        assertThat(organizations.findByName(added.name())).contains(next);
    }

    @Test
    void replaceRefusesAVersionThatDoesNotFollow() {
        Organization stored = addActive(samples.name());
        Organization tooEarly = samples.provisioning(samples.name());
        Organization stale = withId(tooEarly, stored.id());
        Organization ahead = stored.updating(samples.operation()).settled();

        assertThat(organizations.replace(stale)).isFalse();
        assertThat(organizations.replace(ahead)).isFalse();
        assertThat(organizations.findById(stored.id())).contains(stored);
    }

    @Test
    void replaceMadeAgainIsRefused() {
        Organization stored = addActive(samples.name());
        Organization next = stored.updating(samples.operation());

        assertThat(organizations.replace(next)).isTrue();
        assertThat(organizations.replace(next)).isFalse();
        assertThat(organizations.findById(stored.id())).contains(next);
    }

    @Test
    void replaceOfSomethingNotStoredChangesNothing() {
        Organization stranger = samples.active(samples.name());
        Organization added = addProvisioning(samples.name());

        assertThat(organizations.replace(stranger)).isFalse();
        assertThat(organizations.findById(stranger.id())).isEmpty();
        assertThat(organizations.findById(added.id())).contains(added);
    }

    @Test
    void removedOrganizationIsFoundNoMore() {
        Organization stored = addActive(samples.name());
        Organization other = addActive(samples.name());

        assertThat(organizations.remove(stored)).isTrue();
        assertThat(organizations.findById(stored.id())).isEmpty();
        assertThat(organizations.findByName(stored.name())).isEmpty();
        assertThat(organizations.findByAdmin(stored.adminId())).isEmpty();
        assertThat(organizations.findById(other.id())).contains(other);
    }

    @Test
    void removeRefusesAnotherVersion() {
        Organization added = addProvisioning(samples.name());
        Organization stored = added.settled();
        assertThat(organizations.replace(stored)).isTrue();

        assertThat(organizations.remove(added)).isFalse();
        assertThat(organizations.remove(stored.deleting(samples.operation()))).isFalse();
        assertThat(organizations.findById(stored.id())).contains(stored);
    }

    @Test
    void removeMadeAgainIsRefused() {
        Organization stored = addActive(samples.name());

        assertThat(organizations.remove(stored)).isTrue();
        assertThat(organizations.remove(stored)).isFalse();
    }

    private static Organization withId(Organization organization, OrganizationId id) {
        return new Organization(
                id,
                organization.name(),
                organization.collection(),
                organization.adminId(),
                organization.adminEmail(),
                organization.createdAt(),
                organization.status(),
                organization.operation(),
                organization.home(),
                organization.version());
    }
}
