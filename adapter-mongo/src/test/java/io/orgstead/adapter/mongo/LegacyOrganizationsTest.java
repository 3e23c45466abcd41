package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Organizations written by another implementation are served as they are. */
class LegacyOrganizationsTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    private Organizations with(Document... documents) {
        for (Document document : documents) {
            fresh.organizations().insertOne(document);
        }
        return fresh.connect().organizations();
    }

    private static OrganizationId idOf(Document document) {
        return new OrganizationId(SeedDocuments.idOf(document));
    }

    @Test
    void seedDocumentReadsAsASettledOrganizationOfVersion0() {
        Document legacy = SeedDocuments.organization("acme_corp", "org_acme_corp");
        Organizations organizations = with(legacy);

        Organization found =
                organizations.findByName(OrganizationName.parse("ACME corp")).orElseThrow();

        assertThat(found.id()).isEqualTo(idOf(legacy));
        assertThat(found.status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(found.version()).isZero();
        assertThat(found.adminEmail().value()).isEqualTo("admin@legacy.com");
        assertThat(found.createdAt()).isEqualTo(SeedDocuments.CREATED);
        assertThat(organizations.findByAdmin(new AdminId(legacy.getString("admin_id"))))
                .contains(found);
        assertThat(organizations.findLeasedBefore(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void collectionThatDoesNotFollowFromTheNameIsFoundByTheExactName() {
        Organizations organizations =
                with(SeedDocuments.organization("x", "org_x1"), SeedDocuments.organization("Big-Co.", "org_big-co."));

        assertThat(organizations.findByName(OrganizationName.restore("x"))).isPresent();
        assertThat(organizations.findByName(OrganizationName.restore("Big-Co.")))
                .isPresent();
        assertThat(organizations.findByName(OrganizationName.restore("big-co.")))
                .isEmpty();
    }

    @Test
    void currentCollectionGoesBeforeTheExactName() {
        Document byName = SeedDocuments.organization("acme", "org_elsewhere");
        Document byCollection = SeedDocuments.organization("something else", "org_acme");
        Organizations organizations = with(byName, byCollection);

        assertThat(organizations.findByName(OrganizationName.parse("acme")).map(Organization::id))
                .contains(idOf(byCollection));
    }

    @Test
    void compareAndSetBeginsAtTheMissingVersionAndKeepsForeignFields() {
        Document legacy = SeedDocuments.organization("acme_corp", "org_acme_corp")
                .append("plan", "gold")
                .append("status", "trial");
        Organizations organizations = with(legacy);
        Organization found = organizations.findById(idOf(legacy)).orElseThrow();
        Organization updating = found.updating(samples.operation());

        assertThat(organizations.replace(updating)).isTrue();
        assertThat(organizations.replace(updating)).isFalse();
        assertThat(organizations.replace(updating.settled())).isTrue();

        assertThat(fresh.organizations().find().first())
                .containsEntry("plan", "gold")
                .containsEntry("version", 2L);
        assertThat(organizations.remove(found)).isFalse();
    }

    @Test
    void untouchedOrganizationCanBeRemoved() {
        Document legacy = SeedDocuments.organization("acme_corp", "org_acme_corp");
        Organizations organizations = with(legacy);

        assertThat(organizations.remove(organizations.findById(idOf(legacy)).orElseThrow()))
                .isTrue();
        assertThat(organizations.findById(idOf(legacy))).isEmpty();
    }

    @Test
    void nameWithoutClaimsIsTakenForAddAndForRename() {
        Document legacy = SeedDocuments.organization("acme_corp", "org_acme_corp");
        Organizations organizations = with(legacy);
        OrganizationName taken = OrganizationName.parse("Acme Corp");
        Organization own = samples.provisioning(samples.name());
        organizations.add(own);
        assertThat(organizations.replace(own.settled())).isTrue();
        Organization renaming = own.settled().updating(samples.operation().renamingTo(taken));

        assertThatThrownBy(() -> organizations.add(samples.provisioning(taken))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> organizations.replace(renaming)).isInstanceOf(ConflictException.class);
        assertThat(organizations.findById(own.id())).contains(own.settled());
        assertThat(organizations.replace(own.updating(samples.operation().renamingTo(taken))))
                .as("a stale version is refused whatever it claims")
                .isFalse();
    }

    @Test
    void intruderOnAClaimedNameDoesNotKeepRecoveryFromTakingOver() {
        Organizations organizations = with();
        Organization own = samples.provisioning(samples.name());
        organizations.add(own);
        assertThat(organizations.replace(own.settled())).isTrue();
        Organization renaming =
                own.settled().updating(samples.operation().renamingTo(OrganizationName.parse("Acme Corp")));
        assertThat(organizations.replace(renaming)).isTrue();
        fresh.organizations().insertOne(SeedDocuments.organization("acme_corp", "org_acme_corp"));

        assertThat(organizations.replace(renaming.takenOver(Samples.LEASE))).isTrue();
    }

    @Test
    void referencesAndTimesInOtherFormsAreUnderstood() {
        ObjectId admin = new ObjectId();
        Document legacy =
                SeedDocuments.organization("acme_corp", "org_acme_corp").append("admin_id", admin);
        legacy.remove("created_at");
        Organizations organizations = with(legacy);

        Organization found =
                organizations.findByAdmin(new AdminId(admin.toHexString())).orElseThrow();

        assertThat(found.adminId().value()).isEqualTo(admin.toHexString());
        assertThat(found.createdAt())
                .isEqualTo(legacy.getObjectId("_id").getDate().toInstant());
    }

    @Test
    void organizationsThatCannotBeServedAreKnownAtTheStart() {
        with(
                SeedDocuments.organization("a", "tenant_a"),
                SeedDocuments.organization("b", "ORG_b"),
                SeedDocuments.organization("c", "orgstead"),
                SeedDocuments.organization("d", "org_d"),
                SeedDocuments.organization("e", "org_"));
        MasterDatabase master = new MasterDatabase(MongoTarget.client(), fresh.name(), MongoSettings.DEFAULT_TIMEOUT);

        assertThat(UnservedOrganizations.collectionsIn(master))
                .containsExactlyInAnyOrder("tenant_a", "ORG_b", "orgstead");
    }

    @Test
    void furtherFieldsThatAreNullAreAsGoodAsMissing() {
        Document legacy = SeedDocuments.organization("acme", "org_acme")
                .append("operation", null)
                .append("status", null)
                .append("claims", null)
                .append("version", null);
        Organizations organizations = with(legacy);

        Organization found = organizations.findById(idOf(legacy)).orElseThrow();

        assertThat(found.status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(organizations.findLeasedBefore(Instant.MAX, 10)).isEmpty();
        Organization updating = found.updating(samples.operation());
        assertThat(organizations.replace(updating)).isTrue();
        assertThat(organizations.replace(updating.settled())).isTrue();
        assertThat(organizations.findById(found.id())).contains(updating.settled());
    }

    @Test
    void aVersionThatIsNoNumberIsTheirsAndCountsAsNone() {
        Document legacy = SeedDocuments.organization("acme", "org_acme").append("version", "v1");
        Organizations organizations = with(legacy);
        Organization found = organizations.findById(idOf(legacy)).orElseThrow();

        Organization updating = found.updating(samples.operation());

        assertThat(organizations.replace(updating)).isTrue();
        assertThat(organizations.replace(updating.settled())).isTrue();
        assertThat(organizations.findById(found.id())).contains(updating.settled());
    }

    @Test
    void organizationWithoutAnObjectIdGoesBehindThoseThatHaveOne() {
        Document strange = SeedDocuments.organization("Big-Co.", "org_first").append("_id", "7");
        Document served = SeedDocuments.organization("Big-Co.", "org_second");
        Organizations organizations = with(strange, served);

        assertThat(organizations.findByName(OrganizationName.restore("Big-Co.")).map(Organization::id))
                .contains(idOf(served));
    }

    @Test
    void documentThatBreaksTheSchemaIsReportedWithoutHidingOthers() {
        Document broken = SeedDocuments.organization("acme", "tenant_acme")
                .append("status", "updating")
                .append("operation", new Document("lease_until", SeedDocuments.CREATED));
        Organizations organizations = with(broken);
        Organization own = samples.provisioning(samples.name());
        organizations.add(own);

        assertThatThrownBy(() -> organizations.findById(idOf(broken)))
                .isInstanceOf(StoreUnavailableException.class)
                .cause()
                .hasMessageContaining(SeedDocuments.idOf(broken))
                .hasMessageContaining("collection_name must start with org_");
        assertThatThrownBy(() -> organizations.findByName(OrganizationName.parse("acme")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(organizations.findLeasedBefore(Instant.MAX, 10)).containsExactly(own);
    }
}
