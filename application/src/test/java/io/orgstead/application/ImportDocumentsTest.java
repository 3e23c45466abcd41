package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.data.ImportDocuments.OnConflict;
import io.orgstead.application.usecase.data.ImportDocuments.Result;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportDocumentsTest {

    private final DataCore core = new DataCore();

    @AfterEach
    void close() {
        core.close();
    }

    private Result load(OnConflict onConflict, List<Document> documents) {
        return core.data().load().load(core.acme, onConflict, new Lines(documents));
    }

    private Result load(OnConflict onConflict, Document... documents) {
        return load(onConflict, Arrays.asList(documents));
    }

    private static List<Document> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> document("_id", "d%05d".formatted(i), "n", i))
                .toList();
    }

    private static void assertStopped(Result result, long line, FailureCode code) {
        assertThat(result.stopped().orElseThrow().line()).isEqualTo(line);
        assertThat(result.stopped().get().reason())
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_234})
    void takesInAnyNumber(int count) {
        assertThat(load(OnConflict.FAIL, numbered(0, count))).isEqualTo(new Result(count, 0, 0, Optional.empty()));
        List<Document> all = new ArrayList<>();
        core.data().export().export(core.acme, all::add);
        assertThat(all).isEqualTo(numbered(0, count));
    }

    @Test
    void insertsInBatchesOfBoundedSize() {
        AtomicInteger batches = new AtomicInteger();
        core.interfering = Interfering.before("insert", batches::incrementAndGet);
        load(OnConflict.FAIL, numbered(0, 1_001));
        assertThat(batches).hasValue(3);
        String large = "x".repeat(600_000);
        load(OnConflict.FAIL, document("t", large), document("t", large), document("t", large));
        assertThat(batches).hasValue(5);
    }

    @Test
    void givesIdsToThoseWithout() {
        load(OnConflict.FAIL, document("n", 1));
        assertThat(core.all(core.acme))
                .singleElement()
                .satisfies(made -> assertThat(made.id()).isInstanceOf(Value.ObjectId.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 300, 500, 501, 777})
    void stopsAtAnIdThatIsTakenWithAllBeforeItThere(int line) {
        core.insert(core.acme, numbered(line - 1, line).get(0));

        Result result = load(OnConflict.FAIL, numbered(0, 1_000));

        assertStopped(result, line, FailureCode.DOCUMENT_EXISTS);
        assertThat(result.inserted()).isEqualTo(line - 1);
        assertThat(core.all(core.acme)).isEqualTo(numbered(0, line));
    }

    @ParameterizedTest
    @EnumSource(
            value = OnConflict.class,
            names = {"SKIP", "REPLACE"})
    void madeAgainItCompletesWhatWasBegun(OnConflict onConflict) {
        core.insert(core.acme, numbered(600, 601).get(0));
        load(OnConflict.FAIL, numbered(0, 1_000));

        Result result = load(onConflict, numbered(0, 1_000));

        boolean skips = onConflict == OnConflict.SKIP;
        assertThat(result).isEqualTo(new Result(399, skips ? 0 : 601, skips ? 601 : 0, Optional.empty()));
        assertThat(core.all(core.acme)).isEqualTo(numbered(0, 1_000));
    }

    @Test
    void skippingLeavesWhatIsThereAndReplacingDoesNot() {
        core.insert(core.acme, document("_id", "b", "n", 1));
        Document[] documents = {document("_id", "a", "n", 2), document("_id", "b", "n", 2), document("_id", "a", "n", 3)
        };

        assertThat(load(OnConflict.SKIP, documents)).isEqualTo(new Result(1, 0, 2, Optional.empty()));
        assertThat(core.all(core.acme)).containsExactly(document("_id", "a", "n", 2), document("_id", "b", "n", 1));
        assertThat(load(OnConflict.REPLACE, documents)).isEqualTo(new Result(0, 3, 0, Optional.empty()));
        assertThat(core.all(core.acme)).containsExactly(document("_id", "a", "n", 3), document("_id", "b", "n", 2));
    }

    @Test
    void ofTwoOfOneIdTheSecondIsInTheWay() {
        Result result = load(OnConflict.FAIL, document("_id", "a"), document("_id", "a"));

        assertStopped(result, 2, FailureCode.DOCUMENT_EXISTS);
        assertThat(core.all(core.acme)).hasSize(1);
    }

    @Test
    void stopsAtWhatBreaksARuleOrCannotBeRead() {
        Result broken = load(OnConflict.SKIP, document("_id", "a"), document("$bad", 1), document("_id", "z"));
        assertStopped(broken, 2, FailureCode.INVALID_VALUE);
        assertThat(broken.inserted()).isEqualTo(1);

        Result unreadable = load(OnConflict.SKIP, document("_id", "a"), document("_id", "b"), Document.empty());
        assertThat(unreadable.stopped().orElseThrow().line()).isEqualTo(3);
        assertThat(unreadable.stopped().get().reason()).isInstanceOf(IllegalStateException.class);
        assertThat(unreadable.inserted()).isEqualTo(1);
        assertThat(unreadable.skipped()).isEqualTo(1);
        assertThat(core.all(core.acme)).hasSize(2);
    }

    @Test
    void stopsWhereTheQuotaIsReached() {
        core.quota = new Quota(7, Long.MAX_VALUE, 200, 0);
        Result full = load(OnConflict.FAIL, numbered(0, 20));
        assertStopped(full, 8, FailureCode.QUOTA_EXCEEDED);
        assertThat(full.inserted()).isEqualTo(7);
        assertThat(core.all(core.acme)).isEqualTo(numbered(0, 7));

        assertStopped(load(OnConflict.FAIL, document("t", "x".repeat(200))), 1, FailureCode.QUOTA_EXCEEDED);
    }

    @Test
    void stopsWhereAUniqueIndexIsInTheWay() {
        boolean[] once = {true};
        core.interfering = (call, port) -> {
            if (call.equals("insert") && once[0]) {
                once[0] = false;
                return new InsertOutcome.IndexViolated(2, "email");
            }
            return port.call();
        };
        Result result = load(OnConflict.FAIL, numbered(0, 9));
        assertStopped(result, 3, FailureCode.INDEX_VIOLATED);
        assertThat(core.all(core.acme)).isEqualTo(numbered(0, 2));
    }

    @Test
    void tellsHowFarItGotWhenTheStoreFails() {
        AtomicInteger batches = new AtomicInteger();
        core.interfering = Interfering.before("insert", () -> {
            if (batches.incrementAndGet() == 2) {
                throw new StoreUnavailableException(new IllegalStateException("away"));
            }
        });
        Result result = load(OnConflict.FAIL, numbered(0, 900));
        assertStopped(result, 501, FailureCode.STORE_UNAVAILABLE);
        assertThat(result.inserted()).isEqualTo(500);
    }

    @Test
    void keepsToOnesOwn() {
        load(OnConflict.FAIL, numbered(0, 3));
        assertThat(core.all(core.beta)).isEmpty();
    }

    @Test
    void replacingGoesOnBehindWhatStandsTwice() {
        Result result = load(
                OnConflict.REPLACE,
                document("_id", "a", "n", 1),
                document("_id", "a", "n", 2),
                document("_id", "b", "n", 3));

        assertThat(result).isEqualTo(new Result(2, 1, 0, Optional.empty()));
        assertThat(core.all(core.acme)).containsExactly(document("_id", "a", "n", 2), document("_id", "b", "n", 3));
    }

    @Test
    void whatIsGoneBeforeItIsReplacedIsInserted() {
        core.insert(core.acme, document("_id", "a", "n", 1));
        AtomicInteger looks = new AtomicInteger();
        core.interfering = Interfering.before("findById", () -> {
            if (looks.incrementAndGet() == 2) {
                core.interfering = Interfering.NOT;
                core.data().delete().delete(core.acme, DataCore.id("a"), Preconditions.NONE);
            }
        });

        assertThat(load(OnConflict.REPLACE, document("_id", "a", "n", 2)))
                .isEqualTo(new Result(1, 0, 0, Optional.empty()));
        assertThat(core.all(core.acme)).containsExactly(document("_id", "a", "n", 2));
    }

    @Test
    void idsThatAreTakenAreLookedUpTogether() {
        load(OnConflict.FAIL, numbered(0, 100));
        AtomicInteger inserts = new AtomicInteger();
        core.interfering = Interfering.before("insert", inserts::incrementAndGet);

        assertThat(load(OnConflict.SKIP, numbered(0, 100))).isEqualTo(new Result(0, 0, 100, Optional.empty()));
        assertThat(inserts).hasValue(1);
    }

    @Test
    void stopsWhereAnIndexCannotHoldADocument() {
        instead(new InsertOutcome.ParallelArrays(1, "tags"));

        Result result = load(OnConflict.FAIL, numbered(0, 4));

        assertStopped(result, 2, FailureCode.INVALID_VALUE);
        assertThat(((Exception) result.stopped().orElseThrow().reason())).hasMessageContaining("tags");
        assertThat(core.all(core.acme)).isEqualTo(numbered(0, 1));
    }

    @Test
    void stopsAtTheLastIfThereIsRoomAgainForAllThatWereRefused() {
        instead(new InsertOutcome.QuotaReached(new Usage(0, 0)));

        Result result = load(OnConflict.FAIL, numbered(0, 4));

        assertStopped(result, 4, FailureCode.QUOTA_EXCEEDED);
        assertThat(core.all(core.acme)).isEqualTo(numbered(0, 3));
    }

    private void instead(InsertOutcome outcome) {
        core.interfering = (call, port) -> {
            if (call.equals("insert")) {
                core.interfering = Interfering.NOT;
                return outcome;
            }
            return port.call();
        };
    }
}
