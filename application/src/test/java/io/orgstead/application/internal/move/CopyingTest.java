package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.UNIQUE;
import static io.orgstead.application.internal.move.CopyCore.bytesOf;
import static io.orgstead.application.internal.move.CopyCore.document;
import static io.orgstead.application.internal.move.CopyCore.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Progress;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Documents are copied while others write. */
class CopyingTest {

    private static final Document A = document("a", 1);
    private static final Document B = document("b", 2);

    private final CopyCore core = new CopyCore().originals(A, B);
    private final List<Progress> told = new ArrayList<>();
    private final Copying copying = new Copying(
            core.source,
            core.target,
            core.watch(() -> core.calls.add("claim")),
            new Reporter(this::observe, core.clock, 2));

    private boolean observe(Progress progress) {
        core.calls.add(progress.phase().name());
        return told.add(progress);
    }

    private List<Phase> phases() {
        return told.stream().map(Progress::phase).toList();
    }

    /** What was called between the beginnings of two phases. */
    private List<String> calls(Phase from, Phase to) {
        return core.calls.subList(core.calls.indexOf(from.name()) + 1, core.calls.indexOf(to.name()));
    }

    /** Once, after a call during a phase. */
    private void during(Phase phase, String call, Runnable action) {
        core.interfering = Interfering.after(call, () -> {
            if (!told.isEmpty() && told.get(told.size() - 1).phase() == phase) {
                core.interfering = Interfering.NOT;
                action.run();
            }
        });
    }

    @Test
    void documentsAndIndexesAreCopiedThenVerified() {
        core.index(UNIQUE);
        Tally verified = copying.copy();
        assertThat(core.copies()).containsExactly(A, B);
        assertThat(core.copiedIndexes()).containsExactly(UNIQUE);
        assertThat(verified.isEqual()).isTrue();
        assertThat(verified.documents()).isEqualTo(2);
    }

    @Test
    void phasesAreToldInTheirOrder() {
        copying.copy();
        assertThat(phases())
                .containsExactly(Phase.COPYING, Phase.INDEXING, Phase.CATCHING_UP, Phase.VERIFYING, Phase.CATCHING_UP);
    }

    @Test
    void progressIsToldAndTheClaimHeldWhileDocumentsAreCopied() {
        List<Document> all = many(1_000);
        CopyCore large = new CopyCore().originals(all);
        List<String> claims = new ArrayList<>();
        List<Progress> seen = new ArrayList<>();
        large.interfering = Interfering.after("target insert", () -> large.clock.advance(Duration.ofSeconds(1)));
        Reporter reporter = new Reporter(seen::add, large.clock, 1_000);
        new Copying(large.source, large.target, large.watch(() -> claims.add("claim")), reporter).copy();
        assertThat(seen)
                .contains(
                        new Progress(Phase.COPYING, 500, 1_000, bytesOf(all.subList(0, 500))),
                        new Progress(Phase.COPYING, 1_000, 1_000, bytesOf(all)));
        assertThat(claims).hasSizeGreaterThan(4);
    }

    @Test
    void theClaimIsHeldInEveryPhase() {
        copying.copy();
        assertThat(calls(Phase.COPYING, Phase.INDEXING)).contains("claim");
        assertThat(calls(Phase.INDEXING, Phase.CATCHING_UP)).endsWith("claim");
        assertThat(calls(Phase.CATCHING_UP, Phase.VERIFYING)).contains("claim");
    }

    @Test
    void whatChangesWhileItIsCopiedIsNoDifferenceToTheVerification() {
        during(Phase.COPYING, "source scan", () -> core.put(document("a", 10)));
        assertThat(copying.copy().mended()).isZero();
        assertThat(core.copies()).containsExactly(document("a", 10), B);
    }

    @Test
    void whatChangesWhileItIsVerifiedIsCopiedBehindThat() {
        during(Phase.VERIFYING, "source scan", () -> core.put(document("a", 10)));
        assertThat(copying.copy().mended()).isZero();
        assertThat(core.copies()).containsExactly(document("a", 10), B);
    }

    @Test
    void anIndexThatIsNewWhileItIsVerifiedIsMadeBehindThat() {
        during(Phase.VERIFYING, "source scan", () -> core.index(UNIQUE));
        copying.copy();
        assertThat(core.copiedIndexes()).containsExactly(UNIQUE);
    }

    @Test
    void whereChangesMayHaveBeenMissedAllIsComparedAgain() {
        during(Phase.VERIFYING, "source scan", () -> {
            core.originals(document("a", 10));
            core.clock.advance(Watching.LENGTH.plusSeconds(1));
        });
        copying.copy();
        assertThat(core.copies()).containsExactly(document("a", 10), B);
        assertThat(phases().subList(4, 8)).startsWith(Phase.COPYING, Phase.INDEXING);
    }

    /** The last thing before writers are stopped. */
    @Test
    void whereTheWatchEndsAtTheVeryEndAllIsComparedAgain() {
        AtomicInteger lists = new AtomicInteger();
        core.interfering = Interfering.after("target list", () -> {
            if (lists.incrementAndGet() == 2) {
                core.clock.advance(Watching.LENGTH.plusSeconds(1));
            }
        });
        copying.copy();
        assertThat(phases()).filteredOn(Phase.VERIFYING::equals).hasSize(2);
    }

    @Test
    void whereChangesAreNeverNotedForLongEnoughItGivesUpAfterFiveStarts() {
        core.interfering = Interfering.instead("source watch", false);
        assertThatThrownBy(copying::copy)
                .isInstanceOf(StoreUnavailableException.class)
                .hasRootCauseMessage("changes are not noted for long enough");
        assertThat(phases()).filteredOn(Phase.VERIFYING::equals).hasSize(5);
    }

    @Test
    void followingCopiesWhatChangedSince() {
        copying.copy();
        core.put(document("a", 10));
        core.put(document("c", 3));
        core.index(UNIQUE);
        assertThat(copying.follow()).as("looked at").isEqualTo(2);
        assertThat(core.copies()).containsExactly(document("a", 10), B, document("c", 3));
        assertThat(core.copiedIndexes()).containsExactly(UNIQUE);
        assertThat(phases()).filteredOn(Phase.COPYING::equals).hasSize(1);
    }

    @Test
    void followingHasChangesNotedAnew() {
        copying.copy();
        for (int i = 0; i < 3; i++) {
            core.clock.advance(Duration.ofSeconds(59));
            long before = core.count("source watch");
            copying.follow();
            assertThat(core.count("source watch")).isEqualTo(before + 1);
        }
    }

    @Test
    void whoFollowsTooLateBeginsAgain() {
        copying.copy();
        core.originals(document("a", 10), document("c", 3));
        core.clock.advance(Watching.LENGTH.plusSeconds(1));
        assertThat(copying.follow()).as("all there are").isEqualTo(3);
        assertThat(core.copies()).containsExactly(document("a", 10), B, document("c", 3));
    }
}
