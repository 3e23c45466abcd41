package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.UNIQUE;
import static io.orgstead.application.internal.move.CopyCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Copies become what their originals are; what is refused does not keep the others out. */
class MendingTest {

    private static final Document A = document("a", 1);
    private static final Document B = document("b", 2);
    private static final Document C = document("c", 3);
    private static final Document D = document("d", 4);

    private final CopyCore core = new CopyCore();
    private final Mending mending = new Mending(core.target);

    private static List<Difference> missing(Document... originals) {
        return Stream.of(originals)
                .map(original -> new Difference(Optional.of(original), Optional.empty()))
                .toList();
    }

    @Test
    void whatHasToGoGoesBeforeAnythingComes() {
        core.copies(document("z", 1));
        core.memory.indexes().create(core.to, UNIQUE, 10);
        mending.mend(List.of(
                new Difference(Optional.of(A), Optional.empty()),
                new Difference(Optional.empty(), Optional.of(document("z", 1)))));
        assertThat(core.copies()).containsExactly(A);
        assertThat(mending.hasPutOff()).isFalse();
    }

    @Test
    void ofManyOnlyWhatAnotherIsInTheWayOfIsPutOff() {
        core.copies(document("y", 1), document("z", 3));
        core.memory.indexes().create(core.to, UNIQUE, 10);
        mending.mend(missing(A, B, C, D));
        assertThat(core.copies()).containsExactly(B, D, document("y", 1), document("z", 3));
        assertThat(mending.takePutOff()).containsExactly(A.id(), C.id());
    }

    @Test
    void anIdThatIsTakenIsPutOff() {
        core.copies(document("b", 20));
        mending.mend(missing(A, B, C));
        assertThat(core.copies()).containsExactly(A, document("b", 20), C);
        assertThat(mending.takePutOff()).containsExactly(B.id());
    }

    @Test
    void whatNoIndexCanHoldIsPutOff() {
        core.interfering = (call, port) -> {
            core.interfering = Interfering.NOT;
            return new InsertOutcome.ParallelArrays(2, "any");
        };
        mending.mend(missing(A, B, C));
        assertThat(core.copies()).containsExactly(A, B);
        assertThat(mending.takePutOff()).containsExactly(C.id());
    }

    @Test
    void whatWasPutOffIsGivenOnce() {
        core.copies(document("b", 20));
        mending.mend(missing(B));
        assertThat(mending.hasPutOff()).isTrue();
        assertThat(mending.takePutOff()).containsExactly(B.id());
        assertThat(mending.hasPutOff()).isFalse();
        assertThat(mending.takePutOff()).isEmpty();
    }

    @Test
    void noQuotaIsExpectedToBeReached() {
        core.interfering = Interfering.instead("target insert", new InsertOutcome.QuotaReached(new Usage(1, 1)));
        assertThatThrownBy(() -> mending.mend(missing(A)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quota");
    }
}
