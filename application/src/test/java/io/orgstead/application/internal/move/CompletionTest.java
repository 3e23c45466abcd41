package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.UNIQUE;
import static io.orgstead.application.internal.move.CopyCore.document;
import static io.orgstead.application.internal.move.CopyCore.many;
import static io.orgstead.application.internal.move.CopyCore.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Progress;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rest is copied while writers wait: all of it, and if there is little, it is compared once more. */
class CompletionTest {

    private static final Tally VERIFIED = new Tally(7, 70, "originals", "copies", 3);
    private static final int FOUR_MEBIBYTES = 4 << 20;

    private final CopyCore core = new CopyCore();
    private final List<Progress> told = new ArrayList<>();
    private final Reporter reporter = new Reporter(told::add, core.clock, 0);
    private final Copying copying = new Copying(core.source, core.target, core.watch(() -> {}), reporter);

    private Tally complete() {
        reporter.begin(Phase.SWITCHING);
        return copying.complete(VERIFIED, () -> core.calls.add("lease"));
    }

    private void bothSides(List<Document> documents) {
        core.originals(documents).copies(documents);
    }

    @Test
    void theLastChangesAreCopied() {
        bothSides(many(2_001));
        core.put(document("a", 1));
        assertThat(complete()).isSameAs(VERIFIED);
        assertThat(core.copies()).hasSize(2_002).contains(document("a", 1));
    }

    @Test
    void whereThereAreManyTheVerificationBeforeCounts() {
        bothSides(many(2_001));
        assertThat(complete()).isSameAs(VERIFIED);
        assertThat(core.calls).doesNotContain("source scan");
    }

    @Test
    void whereTheyAreLargeTheVerificationBeforeCounts() {
        bothSides(List.of(sized("a", FOUR_MEBIBYTES), sized("b", FOUR_MEBIBYTES + 1)));
        assertThat(complete()).isSameAs(VERIFIED);
        assertThat(core.calls).doesNotContain("source scan");
    }

    @Test
    void twoThousandAreComparedOnceMore() {
        bothSides(many(2_000));
        Tally last = complete();
        assertThat(last.documents()).isEqualTo(2_000);
        assertThat(last.isEqual()).isFalse();
        assertThat(last.mended()).as("as the verification found").isEqualTo(3);
        assertThat(last.originals()).isEqualTo(last.copies());
    }

    @Test
    void eightMebibytesAreComparedOnceMore() {
        bothSides(List.of(sized("a", FOUR_MEBIBYTES), sized("b", FOUR_MEBIBYTES)));
        assertThat(complete().documents()).isEqualTo(2);
    }

    @Test
    void manyWhoseNumberDiffersAreCompared() {
        bothSides(many(2_001));
        core.copies(document("bad", 1));
        assertThat(complete().documents()).isEqualTo(2_001);
        assertThat(core.copies()).hasSize(2_001).doesNotContain(document("bad", 1));
    }

    @Test
    void manyWhoseChangesMayHaveBeenMissedAreCompared() {
        List<Document> originals = many(2_001);
        core.copies(originals);
        originals.set(0, document("m00000", 5));
        core.originals(originals);
        core.clock.advance(Watching.LENGTH);
        assertThat(complete().documents()).isEqualTo(2_001);
        assertThat(core.copies()).isEqualTo(originals);
    }

    @Test
    void theLeaseIsKeptAfterEveryStep() {
        bothSides(many(501));
        core.put(document("a", 1));
        complete();
        assertThat(core.calls)
                .containsSubsequence(
                        "source take",
                        "target insert",
                        "lease",
                        "target list",
                        "lease",
                        "source usage",
                        "target scan",
                        "lease",
                        "source scan",
                        "lease",
                        "source take",
                        "lease");
        int usage = core.calls.indexOf("source usage");
        assertThat(core.calls.get(usage - 1)).as("indexes take long").isEqualTo("lease");
    }

    @Test
    void progressIsTold() {
        bothSides(List.of(document("a", 1)));
        core.interfering = Interfering.after("source scan", () -> core.clock.advance(Duration.ofSeconds(1)));
        complete();
        assertThat(told).contains(new Progress(Phase.SWITCHING, 1, 0, DocumentSize.of(document("a", 1))));
    }

    @Test
    void anObsoleteIndexIsInNobodysWay() {
        core.memory.indexes().create(core.to, UNIQUE, 10);
        bothSides(List.of(document("a", 1)));
        core.put(document("b", 1));
        complete();
        assertThat(core.copies()).hasSize(2);
        assertThat(core.copiedIndexes()).isEmpty();
    }

    @Test
    void anIndexThatCannotBeMadeEndsIt() {
        core.index(UNIQUE);
        core.interfering = Interfering.instead("target create", IndexOutcome.DUPLICATES);
        assertThatThrownBy(this::complete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("index");
    }

    @Test
    void whatIsWrongIsMendedAndComparedAgain() {
        core.originals(document("a", 1)).copies(document("a", 2));
        Tally last = complete();
        assertThat(last.originals()).isEqualTo(last.copies());
        assertThat(core.count("source scan")).as("two comparisons of two pages").isEqualTo(4);
        assertThat(core.copies()).containsExactly(document("a", 1));
    }

    @Test
    void whatGoesWrongAgainAndAgainEndsItAfterThreeComparisons() {
        core.originals(document("a", 1));
        core.interfering = Interfering.before("source scan", () -> core.copies(document("bad", 1)));
        assertThatThrownBy(this::complete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("differ");
        assertThat(core.count("source scan"))
                .as("three comparisons of two pages")
                .isEqualTo(6);
    }

    @Test
    void whatAComparisonPutsOffIsSettledBeforeTheNext() {
        core.originals(document("a", 1));
        AtomicInteger inserts = new AtomicInteger();
        core.interfering = (call, port) -> call.equals("target insert") && inserts.incrementAndGet() < 3
                ? new InsertOutcome.IndexViolated(0, "any")
                : port.call();
        Tally last = complete();
        assertThat(last.originals()).isEqualTo(last.copies());
        assertThat(core.count("source scan")).as("two comparisons of two pages").isEqualTo(4);
    }
}
