package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.bytesOf;
import static io.orgstead.application.internal.move.CopyCore.document;
import static io.orgstead.application.internal.move.CopyCore.many;
import static io.orgstead.application.internal.move.CopyCore.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.internal.move.Steps.Step;
import io.orgstead.domain.data.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents and copies are gone through side by side; what differs is counted and mended. */
class ComparisonTest {

    private static final int FOUR_MEBIBYTES = 4 << 20;
    private static final Document A = document("a", 1);
    private static final Document B = document("b", 2);
    private static final Document C = document("c", 3);

    private final CopyCore core = new CopyCore();
    private final Steps steps = new Steps();

    private Tally compare() {
        return new Comparison(core.source, core.target, new Mending(core.target), steps).run();
    }

    @Test
    void whatIsEqualIsLeftAlone() {
        core.originals(A, B).copies(A, B);
        Tally tally = compare();
        assertThat(tally.isEqual()).isTrue();
        assertThat(tally.documents()).isEqualTo(2);
        assertThat(tally.bytes()).isEqualTo(bytesOf(List.of(A, B)));
        assertThat(tally.mended()).isZero();
        assertThat(tally.copies()).isEqualTo(tally.originals()).isNotEqualTo("0".repeat(64));
        assertThat(core.calls).doesNotContain("target insert", "target delete");
    }

    @Test
    void onlyWhatIsMissingIsCopied() {
        core.originals(A, B, C).copies(B, C);
        assertThat(compare().mended()).isEqualTo(1);
        assertThat(core.copies()).containsExactly(A, B, C);
        assertThat(core.calls).doesNotContain("target delete");
    }

    @Test
    void onlyWhatIsTooMuchIsRemoved() {
        core.originals(B, C).copies(A, B, C);
        assertThat(compare().mended()).isEqualTo(1);
        assertThat(core.copies()).containsExactly(B, C);
        assertThat(core.count("target delete")).isEqualTo(1);
        assertThat(core.calls).doesNotContain("target insert");
    }

    @Test
    void whatDiffersIsReplaced() {
        core.originals(A, B, C).copies(A, document("b", 20), C);
        Tally tally = compare();
        assertThat(tally.mended()).isEqualTo(1);
        assertThat(tally.isEqual()).isFalse();
        assertThat(core.copies()).containsExactly(A, B, C);
    }

    @Test
    void whatIsBehindTheLastOfTheOtherSideCountsToo() {
        core.originals(A, C).copies(A, B);
        assertThat(compare().mended()).isEqualTo(2);
        assertThat(core.copies()).containsExactly(A, C);
    }

    @Test
    void fiveHundredAreCopiedAtATime() {
        List<Document> all = many(501);
        core.originals(all);
        assertThat(compare().mended()).isEqualTo(501);
        assertThat(core.copiesAfterInserts).containsExactly(500, 501);
        assertThat(core.copies()).isEqualTo(all);
        assertThat(steps.taken).endsWith(new Step(501, bytesOf(all)));
    }

    @Test
    void whatIsLargeIsCopiedInPartsOfEightMebibytes() {
        core.originals(
                sized("a", FOUR_MEBIBYTES),
                sized("b", FOUR_MEBIBYTES),
                sized("c", FOUR_MEBIBYTES),
                sized("d", FOUR_MEBIBYTES - 1),
                sized("e", 100));
        compare();
        assertThat(core.copiesAfterInserts).containsExactly(2, 5);
    }

    @Test
    void thePaceIsKeptWhereNothingDiffers() {
        List<Document> all = many(1_001);
        core.originals(all).copies(all);
        compare();
        assertThat(steps.taken)
                .containsExactly(
                        new Step(500, bytesOf(all.subList(0, 500))),
                        new Step(1_000, bytesOf(all.subList(0, 1_000))),
                        new Step(1_001, bytesOf(all)));
    }
}
