package io.orgstead.adapter.mongo;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever command a writer dies at: others take its batch back, or find it whole, and the counter is right again. */
@Tag(RealMongoFilter.TAG)
class DyingWriterTest {

    /** More than any call here sends. */
    private static final int COMMANDS = 40;

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();
    private MongoAdapters survivor;

    IsolationModel model() {
        return IsolationModel.COLLECTION;
    }

    /** Which of the commands of a batch is the one that inserts. */
    int insertOfABatch() {
        return 8;
    }

    @BeforeEach
    void connectSurvivor() {
        survivor = fresh.connect();
    }

    /** What a call gave, if its maker did not die. */
    private <T> Optional<T> dying(DyingClient client, Function<TenantDocuments, T> call, int at, boolean after) {
        MongoAdapters adapters = MongoAdapters.using(client.over(MongoTarget.client()), fresh.name());
        client.dieAt(at, after);
        try {
            return Optional.of(call.apply(adapters.tenantDocuments()));
        } catch (DyingClient.Death e) {
            return Optional.empty();
        }
    }

    private void settle() {
        TenantDocuments documents = survivor.tenantDocuments();
        documents.undoInterrupted(LATER, 100);
        assertThat(documents.undoInterrupted(LATER, 100)).isZero();
        assertThat(fresh.database().getCollection(InsertIntents.COLLECTION).countDocuments())
                .isZero();
    }

    private static void expectExactly(Tenant tenant, List<Document> expected) {
        assertThat(tenant.all()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tenant.usage()).isEqualTo(Tenant.usageOf(expected));
    }

    private List<Document> batch(int size, int textLength) {
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(samples.document("n", i, "text", "x".repeat(textLength)));
        }
        return batch;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void batchIsWholeOrGone(boolean after) {
        int whole = 0;
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            Document before = samples.document("n", "before");
            tenant.insert(before);
            // Two commands of the server: the documents are too large for one.
            List<Document> batch = batch(3, 5_000_000);
            DyingClient client = new DyingClient();

            Optional<InsertOutcome> outcome =
                    dying(client, documents -> documents.insert(tenant.scope(), batch, Quota.UNLIMITED), at, after);
            settle();

            boolean there = tenant.count() > 1;
            List<Document> expected = new ArrayList<>(List.of(before));
            expected.addAll(there ? batch : List.of());
            expectExactly(tenant, expected);
            assertThat(there || outcome.isEmpty()).as("acknowledged and gone").isTrue();
            whole += there ? 1 : 0;
            if (!client.isDead()) {
                assertThat(at).as("commands").isGreaterThan(7);
                assertThat(whole).as("found whole").isBetween(2, 5);
                return;
            }
        }
        throw new AssertionError("the call has no end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void documentInTheWayOutlivesTheBatch(boolean after) {
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            Document holder = samples.document("n", "holder");
            tenant.insert(holder);
            survivor.tenantIndexes().create(tenant.scope(), DataSamples.unique("u", "n"), 5);
            List<Document> batch = batch(3, 5);
            batch.set(2, samples.document("n", "holder"));
            DyingClient client = new DyingClient();

            Optional<InsertOutcome> outcome =
                    dying(client, documents -> documents.insert(tenant.scope(), batch, Quota.UNLIMITED), at, after);
            settle();

            expectExactly(tenant, List.of(holder));
            if (!client.isDead()) {
                assertThat(outcome).contains(new InsertOutcome.IndexViolated(2, "u"));
                assertThat(at).isGreaterThan(6);
                return;
            }
        }
        throw new AssertionError("the call has no end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holderOfAnIdOutlivesTheBatch(boolean after) {
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            Document holder = samples.document("n", "holder");
            tenant.insert(holder);
            List<Document> batch = batch(3, 5);
            batch.set(1, document("n", "rival").withId(holder.id()));
            DyingClient client = new DyingClient();

            Optional<InsertOutcome> outcome =
                    dying(client, documents -> documents.insert(tenant.scope(), batch, Quota.UNLIMITED), at, after);
            settle();

            expectExactly(tenant, List.of(holder));
            if (!client.isDead()) {
                assertThat(outcome).contains(new InsertOutcome.IdTaken(1));
                return;
            }
        }
        throw new AssertionError("the call has no end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void documentThatOthersInsertedMeanwhileOutlivesTheBatch(boolean after) {
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            List<Document> batch = batch(3, 5);
            Document rival = document("n", "rival").withId(batch.get(1).id());
            DyingClient client = new DyingClient();
            dying(client, documents -> documents.insert(tenant.scope(), batch, Quota.UNLIMITED), at, after);

            boolean entered = tenant.insert(rival).equals(new InsertOutcome.Inserted());
            settle();

            boolean whole = tenant.count() == 3;
            expectExactly(tenant, entered ? List.of(rival) : whole ? batch : List.of());
            if (!client.isDead()) {
                assertThat(whole).isTrue();
                return;
            }
        }
        throw new AssertionError("the call has no end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void batchThatOthersInsertedMeanwhileOutlivesTheFirst(boolean after) {
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            List<Document> batch = batch(3, 5);
            List<Document> rival = List.of(
                    samples.document("n", "rival"),
                    document("n", "rival").withId(batch.get(1).id()));
            DyingClient client = new DyingClient();
            dying(client, documents -> documents.insert(tenant.scope(), batch, Quota.UNLIMITED), at, after);

            boolean entered = tenant.insert(rival.get(0), rival.get(1)).equals(new InsertOutcome.Inserted());
            settle();

            boolean whole = tenant.count() == 3;
            expectExactly(tenant, entered ? rival : whole ? batch : List.of());
            if (!client.isDead()) {
                return;
            }
        }
        throw new AssertionError("the call has no end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void counterIsRightAfterEveryOtherWrite(boolean after) {
        Document first = samples.document("n", 1);
        Document grown = document("n", 1, "text", "x".repeat(100)).withId(first.id());
        Document second = samples.document("n", 2);
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            DyingClient client = new DyingClient();
            dying(
                    client,
                    documents -> {
                        documents.insert(tenant.scope(), List.of(first), Quota.UNLIMITED);
                        documents.insert(tenant.scope(), List.of(second), Quota.UNLIMITED);
                        documents.replace(tenant.scope(), first, grown, Quota.UNLIMITED);
                        documents.replace(tenant.scope(), grown, first, Quota.UNLIMITED);
                        documents.delete(tenant.scope(), first);
                        return documents.deleteAll(tenant.scope(), Filter.all());
                    },
                    at,
                    after);
            settle();

            expectExactly(tenant, tenant.all());
            if (!client.isDead()) {
                assertThat(at).isGreaterThan(16);
                assertThat(tenant.all()).isEmpty();
                return;
            }
        }
        throw new AssertionError("the calls have no end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deadHelperIsHelpedToo(boolean after) {
        for (int at = 0; at < COMMANDS; at++) {
            Tenant tenant = Tenant.in(survivor, samples, model());
            List<Document> batch = batch(3, 5);
            for (int step = 0; step < 12; step++) {
                int deathOfTheWriter = step;
                dying(
                        new DyingClient(),
                        documents -> documents.insert(tenant.scope(), batch(3, deathOfTheWriter), Quota.UNLIMITED),
                        step,
                        true);
            }
            Document taken = samples.document("n", "taken");
            tenant.insert(taken);
            DyingClient helper = new DyingClient();
            dying(helper, documents -> documents.undoInterrupted(LATER, 100), at, after);
            settle();

            expectExactly(tenant, tenant.all());
            assertThat(tenant.all()).contains(taken).doesNotContainAnyElementsOf(batch);
            assertThat((tenant.count() - 1) % 3).isZero();
            if (!helper.isDead()) {
                assertThat(at).isGreaterThan(6);
                return;
            }
        }
        throw new AssertionError("the help has no end");
    }

    @Test
    void batchOfARenamedCollectionIsTakenBackWhereItIs() {
        Tenant tenant = Tenant.in(survivor, samples, model());
        List<Document> batch = batch(3, 5);
        DyingClient client = new DyingClient();
        dying(client, documents -> documents.insert(tenant.scope(), batch, Quota.UNLIMITED), insertOfABatch(), true);
        assertThat(tenant.count()).isEqualTo(3);
        var renamed = Samples.renamed(tenant.organization(), samples.name());
        survivor.tenantCollections()
                .rename(tenant.organization().collection(), tenant.scope().incarnation(), renamed.collection());
        Tenant namesake = new Tenant(
                tenant.organization(), Tenant.in(survivor, samples, model()).scope(), survivor);

        assertThat(survivor.tenantDocuments().undoInterrupted(LATER, 10)).isEqualTo(1);

        expectExactly(new Tenant(renamed, Samples.scope(renamed, tenant.scope().incarnation()), survivor), List.of());
        expectExactly(namesake, List.of());
    }
}
