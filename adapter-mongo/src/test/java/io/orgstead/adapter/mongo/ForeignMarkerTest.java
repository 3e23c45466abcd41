package io.orgstead.adapter.mongo;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Collections that another implementation of the seed document made, with a marker of any id. */
@Tag(RealMongoFilter.TAG)
class ForeignMarkerTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();
    private final ObjectId marker = new ObjectId("600000000000000000000000");

    private Tenant foreign() {
        Organization organization = samples.foreign("Foreign", "org_foreign");
        fresh.database().getCollection("org_foreign").insertOne(markerLike(marker));
        MongoAdapters adapters = fresh.connect();
        return new Tenant(
                organization,
                Samples.scope(
                        organization,
                        adapters.tenantCollections()
                                .find(organization.collection())
                                .orElseThrow()),
                adapters);
    }

    private static org.bson.Document markerLike(Object id) {
        return new org.bson.Document("_id", id)
                .append("initialized", true)
                .append("created_at", Instant.EPOCH)
                .append("organization", "Foreign");
    }

    private static Document alike(Value id) {
        return document("_id", id, "initialized", true, "created_at", new Value.Date(0), "organization", "Foreign");
    }

    private long stored() {
        return fresh.database().getCollection("org_foreign").countDocuments();
    }

    @Test
    void markerOfAnyIdIsHidden() {
        Tenant tenant = foreign();
        Value id = new Value.ObjectId(marker.toHexString());

        assertThat(tenant.all()).isEmpty();
        assertThat(tenant.count()).isZero();
        assertThat(tenant.usage().documents()).isZero();
        assertThat(tenant.adapters().tenantDocuments().findById(tenant.scope(), id))
                .isEmpty();
        assertThat(tenant.adapters().tenantDocuments().delete(tenant.scope(), alike(id)))
                .isFalse();
        assertThat(tenant.adapters().tenantDocuments().deleteAll(tenant.scope(), Filter.all()))
                .isZero();
        assertThat(tenant.insert(alike(id))).isEqualTo(new InsertOutcome.IdTaken(0));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void documentsOfItsLooksAreNotHidden() {
        Tenant tenant = foreign();
        Document younger = alike(samples.objectId());
        Document older = alike(new Value.ObjectId("1".repeat(24)));
        tenant.insert(younger);
        tenant.insert(older);

        assertThat(tenant.all()).containsExactlyInAnyOrder(older, younger);
        // Nor by those who get to know the collection later.
        Tenant later = new Tenant(tenant.organization(), tenant.scope(), fresh.connect());
        assertThat(later.all()).containsExactlyInAnyOrder(older, younger);
        assertThat(later.adapters().tenantDocuments().deleteAll(later.scope(), Filter.all()))
                .isEqualTo(2);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void documentThatLooksOtherwiseIsNoMarker() {
        Tenant tenant = foreign();
        fresh.database().getCollection("org_foreign").drop();
        fresh.database()
                .getCollection("org_foreign")
                .insertMany(List.of(
                        markerLike(marker).append("more", 1),
                        markerLike("text"),
                        new org.bson.Document("_id", new ObjectId()).append("initialized", true)));
        Tenant again = new Tenant(
                tenant.organization(),
                Samples.scope(
                        tenant.organization(),
                        tenant.adapters()
                                .tenantCollections()
                                .find(tenant.organization().collection())
                                .orElseThrow()),
                tenant.adapters());

        assertThat(again.all()).hasSize(3);
    }

    @Test
    void markerNeitherTakesAUniqueValueNorExpires() {
        Tenant tenant = foreign();
        assertThat(tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.unique("u", "organization"), 5))
                .isEqualTo(IndexOutcome.PRESENT);
        assertThat(tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.expiring("e", "created_at"), 5))
                .isEqualTo(IndexOutcome.PRESENT);

        assertThat(tenant.insert(alike(samples.objectId()))).isEqualTo(new InsertOutcome.Inserted());
        assertThat(tenant.insert(alike(samples.objectId()))).isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
        fresh.database()
                .getCollection("org_foreign")
                .listIndexes()
                .forEach(index -> assertThat(index.containsKey("expireAfterSeconds") || index.containsKey("unique"))
                        .isEqualTo(index.containsKey("partialFilterExpression")));
    }

    @Test
    void indexesOfOtherProgramsAreLeftAlone() {
        Tenant tenant = foreign();
        fresh.database().getCollection("org_foreign").createIndex(new org.bson.Document("theirs", 1));

        assertThat(tenant.adapters().tenantIndexes().list(tenant.scope())).isEmpty();
        assertThat(tenant.adapters().tenantIndexes().drop(tenant.scope(), "theirs_1"))
                .isFalse();
        assertThat(tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.plain("theirs_1", "theirs"), 1))
                .isEqualTo(IndexOutcome.PRESENT);
        assertThat(tenant.adapters().tenantIndexes().drop(tenant.scope(), "theirs_1"))
                .isTrue();
        assertThat(fresh.database().getCollection("org_foreign").listIndexes())
                .extracting(index -> index.getString("name"))
                .containsExactlyInAnyOrder("_id_", "theirs_1");
    }
}
