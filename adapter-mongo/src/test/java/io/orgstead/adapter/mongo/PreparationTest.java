package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to a database at the start. */
class PreparationTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private List<String> organizationIndexes() {
        return fresh.organizations()
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    @Test
    void everyQueriedFieldGetsAnIndex() {
        fresh.connect();

        assertThat(organizationIndexes())
                .containsExactlyInAnyOrder(
                        "_id_",
                        "orgstead_collection_name",
                        "orgstead_claims",
                        "orgstead_organization_name",
                        "orgstead_admin_id",
                        "orgstead_operation_lease_until");
        assertThat(fresh.admins().listIndexes().map(index -> index.getString("name")))
                .containsExactlyInAnyOrder("_id_", "orgstead_email", "orgstead_email_any_case", "orgstead_lease_until");
    }

    @Test
    void severalInstancesMayPrepareAtOnceAndAgain() {
        Race<MongoAdapters> race = Race.of(runner -> () -> MongoAdapters.connect(fresh.settings()));
        race.results().forEach(MongoAdapters::close);

        assertThat(race.failures()).isEmpty();
        fresh.connect();
        assertThat(organizationIndexes()).hasSize(6);
    }

    @Test
    void indexesOfAnotherImplementationAreUsedOrLeftAlone() {
        fresh.organizations().createIndex(Indexes.ascending("collection_name"), new IndexOptions().unique(true));
        fresh.organizations().createIndex(Indexes.ascending("organization_name"), new IndexOptions().unique(true));
        fresh.organizations().createIndex(Indexes.ascending("claims"));
        fresh.admins().createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));

        fresh.connect();
        fresh.connect();

        assertThat(organizationIndexes())
                .contains("collection_name_1", "organization_name_1", "claims_1", "orgstead_claims")
                .doesNotContain("orgstead_collection_name", "orgstead_organization_name");
        assertThat(fresh.admins().listIndexes().map(index -> index.getString("name")))
                .contains("email_1", "orgstead_email_any_case")
                .doesNotContain("orgstead_email");
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void indexThatIsNotUniqueIsNoSubstituteForOneThatIs() {
        fresh.organizations().createIndex(Indexes.ascending("collection_name"));

        fresh.connect();

        assertThat(organizationIndexes()).contains("collection_name_1", "orgstead_collection_name");
    }

    @Test
    void duplicateNamesFailTheStartAndAreNamed() {
        fresh.organizations()
                .insertMany(List.of(
                        SeedDocuments.organization("acme", "org_acme"),
                        SeedDocuments.organization("ACME", "org_acme"),
                        SeedDocuments.organization("other", "org_other")));

        assertThatThrownBy(fresh::connect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(fresh.name())
                .hasMessageContaining("collection_name")
                .hasMessageContaining("\"org_acme\" (2 documents)")
                .hasMessageNotContaining("org_other")
                .message()
                .hasLineCount(1);
    }

    @Test
    void duplicateEmailsFailTheStartAndAreNamed() {
        fresh.admins()
                .insertMany(List.of(
                        SeedDocuments.admin("a@b.com"),
                        SeedDocuments.admin("a@b.com"),
                        SeedDocuments.admin("c@b.com")));

        assertThatThrownBy(fresh::connect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"a@b.com\" (2 documents)")
                .hasMessageNotContaining("c@b.com")
                .hasMessageNotContaining("$2b$");
    }

    /** The address in lower case is the one that counts here. */
    @Test
    void emailsThatDifferInCaseAreServed() {
        fresh.admins().insertMany(List.of(SeedDocuments.admin("A@b.com"), SeedDocuments.admin("a@b.com")));

        assertThat(fresh.connect().admins().findByEmail(EmailAddress.parse("A@B.com")))
                .map(admin -> admin.id().value())
                .contains(fresh.admins()
                        .find(Filters.eq("email", "a@b.com"))
                        .first()
                        .getObjectId("_id")
                        .toHexString());
    }

    @Test
    void manyDuplicatesAreNamedUpToALimit() {
        for (int i = 0; i < 23; i++) {
            Document one = SeedDocuments.organization("acme", "org_acme" + i);
            fresh.organizations()
                    .insertMany(List.of(one, SeedDocuments.organization("acme", one.getString("collection_name"))));
        }

        assertThatThrownBy(fresh::connect)
                .message()
                .contains("\"org_acme0\" (2 documents)", ", and 3 more")
                .hasSizeLessThan(1000);
    }

    @Test
    void duplicatesOfBothKindsAreNamedAtOnce() {
        fresh.organizations()
                .insertMany(List.of(
                        SeedDocuments.organization("acme", "org_acme"),
                        SeedDocuments.organization("ACME", "org_acme")));
        fresh.admins().insertMany(List.of(SeedDocuments.admin("a@b.com"), SeedDocuments.admin("a@b.com")));

        assertThatThrownBy(fresh::connect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("database " + fresh.name() + " holds duplicates of what must be unique; resolve them first:"
                        + " collection_name in organizations: \"org_acme\" (2 documents);"
                        + " email in admins: \"a@b.com\" (2 documents)");
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void claimsThatAreNullAreNoDuplicates() {
        fresh.organizations()
                .insertMany(List.of(
                        SeedDocuments.organization("one", "org_one").append("claims", null),
                        SeedDocuments.organization("two", "org_two").append("claims", null)));
        Samples samples = new Samples();
        Organization added = samples.provisioning(samples.name());

        fresh.connect();
        Organizations organizations = fresh.connect().organizations();
        organizations.add(added);

        assertThat(organizationIndexes()).containsOnlyOnce("orgstead_claims").hasSize(6);
        Document rival = SeedDocuments.organization("rival", "org_rival")
                .append("claims", List.of(added.collection().value()));
        assertThatThrownBy(() -> fresh.organizations().insertOne(rival)).isInstanceOf(MongoWriteException.class);
    }
}
