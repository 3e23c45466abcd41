package io.orgstead.adapter.mongo;

import static io.orgstead.testkit.Documents.by;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much the server reads for what it is asked: pages deep in a collection cost what the first one costs. */
@Tag(RealMongoFilter.TAG)
class DataPlansTest {

    private static final int DOCUMENTS = 1_000;
    private static final int PAGE = 20;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();
    private final RecordedCommands recorded = new RecordedCommands();
    private final MongoClient client = recorded.client(Duration.ofSeconds(10));
    private Tenant tenant;

    @BeforeEach
    void fill() {
        tenant = Tenant.in(MongoAdapters.using(client, fresh.name()), samples);
        tenant.insert(IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> samples.document(
                        "n", i, "few", i % 3, "mixed", i % 4 == 0 ? i : "text " + i, "sub", list(i, i + 7)))
                .toArray(Document[]::new));
        tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.plain("n", "n"), 9);
        tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.plain("few", "few", "-n"), 9);
        tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.plain("mixed", "mixed"), 9);
        tenant.adapters().tenantIndexes().create(tenant.scope(), DataSamples.unique("u", "few", "n"), 9);
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private long examined(BsonDocument command) {
        BsonDocument plain = command.clone();
        List.of("$db", "lsid", "maxTimeMS", "$clusterTime", "$readPreference", "readConcern")
                .forEach(plain::remove);
        BsonDocument stats = client.getDatabase(fresh.name())
                .runCommand(
                        new BsonDocument("explain", plain).append("verbosity", new BsonString("executionStats")),
                        BsonDocument.class)
                .getDocument("executionStats");
        return Math.max(
                stats.getNumber("totalKeysExamined").longValue(),
                stats.getNumber("totalDocsExamined").longValue());
    }

    static Stream<SortOrder> orders() {
        return Stream.of(
                SortOrder.BY_ID,
                by("-_id"),
                by("n"),
                by("-n", "-_id"),
                by("few", "-n"),
                by("mixed"),
                by("-mixed", "-_id"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyPageReadsLittleMoreThanItself(SortOrder order) {
        List<Document> all = new ArrayList<>();
        Optional<SortPosition> after = Optional.empty();
        do {
            recorded.clear();
            DocumentPage page = tenant.adapters()
                    .tenantDocuments()
                    .find(tenant.scope(), new DocumentQuery(Filter.all(), order, Projection.ALL, PAGE, after));
            assertThat(recorded.named("aggregate")).isEmpty();
            assertThat(recorded.named("find")
                            .filter(find -> find.containsKey("sort"))
                            .mapToLong(this::examined))
                    .allSatisfy(examined -> assertThat(examined).isLessThan(PAGE * 2));
            all.addAll(page.documents());
            after = page.next();
        } while (after.isPresent());

        assertThat(all).hasSize(DOCUMENTS).doesNotHaveDuplicates();
    }

    @Test
    void pagesByWhatAnArrayHoldsAreExact() {
        List<Value> ids = new ArrayList<>();
        Optional<SortPosition> after = Optional.empty();
        do {
            DocumentPage page = tenant.adapters()
                    .tenantDocuments()
                    .find(tenant.scope(), new DocumentQuery(Filter.all(), by("-sub"), Projection.ALL, 100, after));
            page.documents().forEach(document -> ids.add(document.id()));
            after = page.next();
        } while (after.isPresent());

        assertThat(recorded.named("aggregate")
                        .filter(aggregate -> aggregate.toJson().contains("sortKey")))
                .isNotEmpty();
        assertThat(ids).hasSize(DOCUMENTS).doesNotHaveDuplicates();
    }

    @Test
    void equalityUsesAnIndex() {
        recorded.clear();
        assertThat(tenant.adapters().tenantDocuments().count(tenant.scope(), equal("n", 77)))
                .isEqualTo(1);
        tenant.adapters()
                .tenantDocuments()
                .find(
                        tenant.scope(),
                        new DocumentQuery(equal("n", 77), SortOrder.BY_ID, Projection.ALL, 10, Optional.empty()));

        assertThat(recorded.named("find")
                        .filter(find -> find.containsKey("sort"))
                        .mapToLong(this::examined))
                .hasSize(1)
                .allSatisfy(examined -> assertThat(examined).isLessThan(5));
    }

    @Test
    void scanReadsEachDocumentOnce() {
        recorded.clear();

        assertThat(tenant.all()).hasSize(DOCUMENTS);

        assertThat(recorded.named("find")
                        .filter(find -> find.containsKey("hint"))
                        .mapToLong(this::examined)
                        .sum())
                .isLessThan(DOCUMENTS + 10);
    }
}
