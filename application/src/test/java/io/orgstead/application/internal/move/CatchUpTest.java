package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.UNIQUE;
import static io.orgstead.application.internal.move.CopyCore.bytesOf;
import static io.orgstead.application.internal.move.CopyCore.document;
import static io.orgstead.application.internal.move.CopyCore.many;
import static io.orgstead.application.internal.move.CopyCore.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.application.internal.move.Steps.Step;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was changed since it was copied is copied again. */
class CatchUpTest {

    private static final int FOUR_MEBIBYTES = 4 << 20;

    private final CopyCore core = new CopyCore();
    private final Steps steps = new Steps();
    private final CatchUp catchUp = new CatchUp(core.source, core.target, new Mending(core.target), steps);

    @BeforeEach
    void watch() {
        core.watch();
    }

    @Test
    void whatIsNewChangedAndGoneIsSoInTheCopy() {
        core.originals(document("a", 1), document("b", 2)).copies(document("a", 1), document("b", 2));
        core.put(document("a", 10));
        core.memory.documents().delete(core.from, document("b", 2));
        core.put(document("c", 3));
        catchUp.untilFew();
        assertThat(core.copies()).containsExactly(document("a", 10), document("c", 3));
    }

    @Test
    void whatIsAsItWasIsLeftAlone() {
        core.originals(document("a", 1)).copies(document("a", 2));
        core.put(document("a", 2));
        catchUp.untilFew();
        assertThat(core.calls).contains("target findById").doesNotContain("target insert", "target delete");
    }

    @Test
    void whileThereAreTwoHundredAtATimeItGoesOn() {
        core.put(many(200));
        core.after("source take", () -> core.put(document("late", 1)));
        catchUp.untilFew();
        assertThat(core.copies()).hasSize(201).contains(document("late", 1));
    }

    @Test
    void fewerThanTwoHundredAreFew() {
        core.put(many(199));
        core.after("source take", () -> core.put(document("late", 1)));
        catchUp.untilFew();
        assertThat(core.copies()).hasSize(199);
    }

    @Test
    void writersWhoAreFasterAreNotFollowedForEver() {
        List<Value> noted = many(200).stream().map(any -> document("a", 1).id()).toList();
        core.interfering = (call, port) -> call.equals("source take") ? noted : port.call();
        catchUp.untilFew();
        assertThat(core.count("source take")).isEqualTo(1_000);
    }

    @Test
    void paceIsToldHowManyWereLookedAt() {
        List<Document> first = many(200);
        core.put(first);
        Document late = document("late", 1);
        core.after("source take", () -> core.put(late));
        catchUp.untilFew();
        assertThat(steps.taken)
                .containsExactly(new Step(200, bytesOf(first)), new Step(201, bytesOf(first) + bytesOf(List.of(late))));
        assertThat(catchUp.documents()).isEqualTo(201);
    }

    @Test
    void whatIsLargeGoesInPartsOfEightMebibytes() {
        core.put(sized("a", FOUR_MEBIBYTES));
        core.put(sized("b", FOUR_MEBIBYTES));
        core.put(sized("c", FOUR_MEBIBYTES));
        core.put(sized("d", FOUR_MEBIBYTES - 1));
        core.put(sized("e", 100));
        catchUp.untilFew();
        assertThat(core.copiesAfterInserts).containsExactly(2, 5);
    }

    @Test
    void untilNoneGoesOnHoweverFewThereAre() {
        core.put(document("a", 1));
        core.after("source take", () -> core.put(document("b", 2)));
        catchUp.untilNone();
        assertThat(core.copies()).containsExactly(document("a", 1), document("b", 2));
        assertThat(core.count("source take"))
                .as("one of each, and one that finds none")
                .isEqualTo(3);
    }

    @Test
    void whereThereIsNoneItLooksOnce() {
        catchUp.untilNone();
        assertThat(core.count("source take")).isEqualTo(1);
    }

    @Test
    void whatAnotherIsInTheWayOfIsPutOffUntilThatHasGone() {
        core.originals(document("a", 1), document("b", 2)).copies(document("a", 1), document("b", 2));
        core.index(UNIQUE);
        core.memory.indexes().create(core.to, UNIQUE, 10);
        core.put(document("b", 3));
        core.put(document("a", 2));
        List<Value> inUnluckyOrder = List.of(document("a", 2).id());
        core.interfering = (call, port) -> {
            core.interfering = Interfering.NOT;
            return call.equals("source take") ? inUnluckyOrder : port.call();
        };
        catchUp.untilNone();
        assertThat(core.copies()).containsExactly(document("a", 2), document("b", 3));
    }

    /** Refuses so many inserts, then none. */
    private void refuse(int inserts) {
        AtomicInteger refused = new AtomicInteger();
        core.interfering = (call, port) -> call.equals("target insert") && refused.getAndIncrement() < inserts
                ? new InsertOutcome.IndexViolated(0, "any")
                : port.call();
    }

    @Test
    void whatIsPutOffIsTriedAgainForTwoRoundsWithoutChanges() {
        core.put(document("a", 1));
        refuse(2);
        catchUp.untilNone();
        assertThat(core.copies()).containsExactly(document("a", 1));
        assertThat(core.count("source take")).isEqualTo(3);
    }

    @Test
    void aRoundWithChangesBeginsTheCountAnew() {
        core.put(document("a", 1));
        AtomicInteger inserts = new AtomicInteger();
        core.interfering = (call, port) -> {
            boolean refused = call.equals("target insert") && inserts.incrementAndGet() < 5;
            if (refused && inserts.get() == 3) {
                core.put(document("a", 2));
            }
            return refused ? new InsertOutcome.IndexViolated(0, "any") : port.call();
        };
        catchUp.untilNone();
        assertThat(core.copies()).containsExactly(document("a", 2));
    }

    @Test
    void whatIsInTheWayForGoodEndsIt() {
        core.put(document("a", 1));
        refuse(4);
        assertThatThrownBy(catchUp::untilNone)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unique index");
        assertThat(core.copies()).isEmpty();
    }
}
