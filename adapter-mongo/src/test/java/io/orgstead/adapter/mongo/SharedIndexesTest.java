package io.orgstead.adapter.mongo;

import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.where;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that the server knows nothing of: that they help, that they are whole, and what becomes of half of one. */
@Tag(RealMongoFilter.TAG)
class SharedIndexesTest {

    /** More than a build or a removal here sends. */
    private static final int COMMANDS = 40;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();
    private Tenant tenant;

    @BeforeEach
    void open() {
        tenant = newTenant();
    }

    private Tenant newTenant() {
        return Tenant.in(fresh.adapters(), samples, IsolationModel.SHARED);
    }

    private IndexOutcome create(IndexDefinition index) {
        return fresh.adapters().tenantIndexes().create(tenant.scope(), index, 9);
    }

    private MongoCollection<org.bson.Document> stored() {
        return fresh.database().getCollection(SharedLayout.COLLECTION);
    }

    private long count(Filter filter) {
        return fresh.adapters().tenantDocuments().count(tenant.scope(), filter);
    }

    @Test
    void filterReadsLittleMoreThanItMeans() {
        for (int part = 0; part < 3; part++) {
            int from = part * 300;
            tenant.insert(IntStream.range(from, from + 300)
                    .mapToObj(i -> samples.document("n", i, "few", i % 3, "tags", list(i, -i)))
                    .toArray(Document[]::new));
        }
        create(DataSamples.plain("n", "n"));
        create(DataSamples.plain("few", "few", "n"));
        create(DataSamples.plain("tags", "tags"));
        RecordedCommands recorded = new RecordedCommands();
        try (MongoClient client = recorded.client(Duration.ofSeconds(10))) {
            MongoAdapters watched = MongoAdapters.using(client, fresh.name());
            List<Filter> filters = List.of(
                    equal("n", 500),
                    where("n", Operator.GTE, 895),
                    new Filter.And(List.of(where("n", Operator.GTE, 10), where("n", Operator.LT, 15))),
                    new Filter.And(List.of(equal("few", 1), where("n", Operator.LT, 12))),
                    equal("tags", -7),
                    equal("_id", "none"));
            for (Filter filter : filters) {
                long expected = count(filter);
                recorded.clear();

                assertThat(watched.tenantDocuments().count(tenant.scope(), filter))
                        .isEqualTo(expected);

                BsonDocument sent = recorded.named("aggregate")
                        .filter(command -> command.isString("aggregate")
                                && command.getString("aggregate").getValue().equals(SharedLayout.COLLECTION))
                        .findFirst()
                        .orElseThrow();
                assertThat(examined(client, sent)).as(filter.toString()).isLessThan(20);
            }
        }
    }

    private long examined(MongoClient client, BsonDocument command) {
        BsonDocument plain = command.clone();
        List.of("$db", "lsid", "maxTimeMS", "$clusterTime", "$readPreference", "readConcern")
                .forEach(plain::remove);
        String explained = client.getDatabase(fresh.name())
                .runCommand(
                        new BsonDocument("explain", plain).append("verbosity", new BsonString("executionStats")),
                        BsonDocument.class)
                .toJson();
        return Pattern.compile("\"total(?:Keys|Docs)Examined\": (\\d+)")
                .matcher(explained)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    @Test
    void indexThatIsBuiltWhileOthersWriteIsWhole() {
        tenant.insert(IntStream.range(0, 900)
                .mapToObj(i -> samples.document("n", i % 10))
                .toArray(Document[]::new));

        Race<Boolean> race = Race.of(runner -> () -> {
            if (runner == 0) {
                return create(DataSamples.plain("n", "n")) == IndexOutcome.PRESENT;
            }
            for (int i = 0; i < 30; i++) {
                Document added = samples.document("n", i % 10);
                tenant.insert(added);
                fresh.adapters()
                        .tenantDocuments()
                        .replace(
                                tenant.scope(),
                                added,
                                Documents.document("n", (i + 1) % 10).withId(added.id()),
                                Quota.UNLIMITED);
            }
            return true;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(race.losers()).isZero();
        List<Document> all = tenant.all();
        for (int n = 0; n < 10; n++) {
            Filter filter = equal("n", n);
            assertThat(count(filter))
                    .isEqualTo(all.stream()
                            .filter(document -> FilterEvaluation.matches(filter, document))
                            .count());
        }
    }

    @Test
    void documentExpiresWhenTheFirstOfItsIndexesSays() {
        Instant noon = Instant.parse("2999-01-01T12:00:00Z");
        Document before = samples.document("a", noon, "b", noon.plusSeconds(50));
        tenant.insert(before, samples.document("a", "never"));
        assertThat(stored().countDocuments(Filters.exists(SharedLayout.EXPIRY))).isZero();

        create(expiring("a", 100));
        create(expiring("b", 10));
        tenant.insert(samples.document("b", list(noon.plusSeconds(1), noon, "x")));

        assertThat(expiries()).containsExactly(Date.from(noon.plusSeconds(10)), Date.from(noon.plusSeconds(60)));
        fresh.adapters().tenantIndexes().drop(tenant.scope(), "b");
        assertThat(expiries()).containsExactly(Date.from(noon.plusSeconds(100)));
        fresh.adapters().tenantIndexes().drop(tenant.scope(), "a");
        assertThat(expiries()).isEmpty();
    }

    private static IndexDefinition expiring(String field, int seconds) {
        return new IndexDefinition(field, Documents.keys(field), false, Optional.of(Duration.ofSeconds(seconds)));
    }

    private List<Date> expiries() {
        return stored()
                .find(Filters.exists(SharedLayout.EXPIRY))
                .map(found -> found.getDate(SharedLayout.EXPIRY))
                .into(new ArrayList<>())
                .stream()
                .sorted()
                .toList();
    }

    private void silence() {
        fresh.database()
                .getCollection(UsageCounters.COLLECTION)
                .updateMany(
                        Filters.exists(SharedIndexes.CHANGED_AT),
                        Updates.set(SharedIndexes.CHANGED_AT, Date.from(Instant.EPOCH)));
    }

    private boolean dies(int at, boolean after, Consumer<MongoAdapters> call) {
        DyingClient client = new DyingClient();
        MongoAdapters adapters = MongoAdapters.using(client.over(MongoTarget.client()), fresh.name());
        client.dieAt(at, after);
        try {
            call.accept(adapters);
        } catch (DyingClient.Death e) {
            return true;
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void indexWhoseBuilderDiesIsWholeOrGone(boolean after) {
        IndexDefinition index = new IndexDefinition(
                "u", Documents.keys("at"), true, Optional.of(Duration.ofSeconds(Integer.MAX_VALUE)));
        for (int at = 0; at < COMMANDS; at++) {
            tenant = newTenant();
            Instant now = Instant.now();
            Document one = samples.document("at", now);
            tenant.insert(one, samples.document("at", now.plusSeconds(1)));
            boolean dead = dies(at, after, adapters -> adapters.tenantIndexes().create(tenant.scope(), index, 9));
            silence();
            fresh.adapters().tenantIndexes().removeExpired(now, 100);

            boolean there =
                    !fresh.adapters().tenantIndexes().list(tenant.scope()).isEmpty();
            Document rival = samples.document("at", now);
            assertThat(tenant.insert(rival))
                    .isEqualTo(there ? new InsertOutcome.IndexViolated(0, "u") : new InsertOutcome.Inserted());
            assertThat(stored().countDocuments(Filters.exists(SharedLayout.EXPIRY)))
                    .isEqualTo(there ? 2 : 0);
            fresh.adapters().tenantIndexes().drop(tenant.scope(), "u");
            fresh.adapters().tenantDocuments().delete(tenant.scope(), rival);
            assertThat(create(index)).isEqualTo(IndexOutcome.PRESENT);
            fresh.adapters()
                    .tenantCollections()
                    .drop(tenant.organization().collection(), tenant.scope().incarnation());
            if (!dead) {
                assertThat(there).isTrue();
                assertThat(at).isGreaterThan(6);
                return;
            }
        }
        throw new AssertionError("the build has no end");
    }
}
