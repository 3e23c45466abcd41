package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for writes that are under way, and that the dead are not waited for. */
@Tag(RealMongoFilter.TAG)
class UnderWayTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    /** Adapters whose calls end soon. */
    private MongoAdapters hasty() {
        return MongoAdapters.connect(new MongoSettings(MongoTarget.uri(), fresh.name(), Duration.ofSeconds(2)));
    }

    private MongoCollection<org.bson.Document> counters() {
        return fresh.database().getCollection(UsageCounters.COLLECTION);
    }

    private MongoCollection<org.bson.Document> shared() {
        return fresh.database().getCollection(SharedLayout.COLLECTION);
    }

    private static Bson of(Tenant tenant) {
        return Filters.eq("_id", tenant.scope().incarnation().value());
    }

    /** Puts a write into the list that nobody ends. */
    private ObjectId begin(Tenant tenant, Instant at) {
        ObjectId write = new ObjectId();
        tenant.usage();
        counters()
                .updateOne(
                        of(tenant),
                        Updates.push(
                                "open",
                                new org.bson.Document("op", write)
                                        .append("at", Date.from(at))
                                        .append("batch", false)
                                        .append("noted", false)));
        return write;
    }

    private void end(Tenant tenant) {
        counters().updateOne(of(tenant), Updates.set("open", List.of()));
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void closingWaitsForWhoIsWriting(IsolationModel model) {
        try (MongoAdapters hasty = hasty()) {
            Tenant tenant = Tenant.in(hasty, samples, model);
            begin(tenant, Instant.now());

            assertThatThrownBy(() -> hasty.tenantChanges().close(tenant.scope(), 3))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> tenant.insert(samples.document())).isInstanceOf(TenantMovedException.class);

            end(tenant);
            hasty.tenantChanges().close(tenant.scope(), 3);
            begin(tenant, Instant.now().minusSeconds(60));
            hasty.tenantChanges().close(tenant.scope(), 3);
        }
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void watchingWaitsForWhoDoesNotNote(IsolationModel model) {
        try (MongoAdapters hasty = hasty()) {
            Tenant tenant = Tenant.in(hasty, samples, model);
            TenantChanges changes = hasty.tenantChanges();
            Instant now = Instant.now();
            begin(tenant, now);

            assertThatThrownBy(() -> changes.watch(tenant.scope(), now, now.plusSeconds(60)))
                    .isInstanceOf(StoreUnavailableException.class);
            end(tenant);
            begin(tenant, now.minusSeconds(60));

            assertThat(changes.watch(tenant.scope(), now, now.plusSeconds(60))).isFalse();
            assertThat(changes.watch(tenant.scope(), now, now.plusSeconds(90))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void noteIsTakenOnceItsWriteHasEnded(IsolationModel model) {
        Tenant tenant = Tenant.in(fresh.adapters(), samples, model);
        TenantChanges changes = fresh.adapters().tenantChanges();
        Instant now = Instant.now();
        changes.watch(tenant.scope(), now, now.plusSeconds(60));
        Document document = samples.document("n", 1);
        Document ended = samples.document("n", 2);
        ObjectId write = begin(tenant, now);
        fresh.database()
                .getCollection(ChangeNotes.COLLECTION)
                .insertOne(new org.bson.Document(
                                "incarnation", tenant.scope().incarnation().value())
                        .append("write", write)
                        .append("id", ToBson.value(document.id())));
        tenant.insert(ended);

        assertThat(changes.take(tenant.scope(), 1)).containsExactly(ended.id());
        assertThat(changes.take(tenant.scope(), 1)).isEmpty();
        end(tenant);
        assertThat(changes.take(tenant.scope(), 1)).containsExactly(document.id());
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void batchThatOthersTakeBackIsNoted(IsolationModel model) {
        Tenant tenant = Tenant.in(fresh.adapters(), samples, model);
        List<Document> batch = List.of(samples.document("n", 1), samples.document("n", 2));
        int at = 0;
        while (tenant.count() < batch.size()) {
            fresh.adapters().tenantDocuments().undoInterrupted(Instant.now().plusSeconds(99), 10);
            DyingClient client = new DyingClient();
            MongoAdapters dying = MongoAdapters.using(client.over(MongoTarget.client()), fresh.name());
            client.dieAt(at++, true);
            assertThatThrownBy(() -> dying.tenantDocuments().insert(tenant.scope(), batch, Quota.UNLIMITED))
                    .isInstanceOf(DyingClient.Death.class);
        }
        end(tenant);
        Instant now = Instant.now();
        fresh.adapters().tenantChanges().watch(tenant.scope(), now, now.plusSeconds(60));

        fresh.adapters().tenantDocuments().undoInterrupted(now.plusSeconds(99), 10);

        assertThat(tenant.count()).isZero();
        assertThat(fresh.adapters().tenantChanges().take(tenant.scope(), 10))
                .containsExactlyInAnyOrder(batch.get(0).id(), batch.get(1).id());
    }

    @Test
    void sharedDocumentsAreRemovedOnceNobodyWritesThem() {
        try (MongoAdapters hasty = hasty()) {
            Tenant tenant = Tenant.in(hasty, samples, IsolationModel.SHARED);
            tenant.insert(samples.document("n", 1));
            begin(tenant, Instant.now());
            var name = tenant.organization().collection();
            var incarnation = tenant.scope().incarnation();

            assertThatThrownBy(() -> hasty.tenantCollections().drop(name, incarnation))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> hasty.tenantDocuments().count(tenant.scope(), Filter.all()))
                    .isInstanceOf(TenantMovedException.class);
            assertThat(hasty.tenantCollections().isPresent(name, incarnation)).isTrue();

            end(tenant);
            hasty.tenantCollections().drop(name, incarnation);
            assertThat(hasty.tenantCollections().isPresent(name, incarnation)).isFalse();
            assertThat(shared().countDocuments()).isZero();

            shared().insertOne(new org.bson.Document("t", Incarnations.keyOf(incarnation))
                    .append("d", new org.bson.Document("_id", "late")));
            assertThat(hasty.tenantCollections().isPresent(name, incarnation)).isTrue();
            hasty.tenantCollections().drop(name, incarnation);
            assertThat(hasty.tenantCollections().isPresent(name, incarnation)).isFalse();
        }
    }
}
