package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.UNIQUE;
import static io.orgstead.application.internal.move.CopyCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.SortOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The copies have the indexes of the documents, as soon as they can have them. */
class IndexCopyTest {

    private static final IndexDefinition OTHER = new IndexDefinition(
            "a_first", List.of(new SortOrder.Key(new FieldPath("m"), true)), false, Optional.empty());

    private final CopyCore core = new CopyCore();
    private final IndexCopy indexes = new IndexCopy(core.source, core.target);

    @Test
    void whatIsMissingIsMadeAndWhatIsTooMuchIsDropped() {
        core.index(UNIQUE);
        core.memory.indexes().create(core.to, OTHER, 10);
        assertThat(indexes.align()).isTrue();
        assertThat(core.copiedIndexes()).containsExactly(UNIQUE);
    }

    @Test
    void whatIsThereIsNotMadeAgain() {
        core.index(UNIQUE);
        assertThat(indexes.align()).isTrue();
        assertThat(indexes.align()).isTrue();
        assertThat(core.count("target create")).isEqualTo(1);
    }

    @Test
    void whatCopiesContradictIsLeftForLater() {
        core.index(OTHER);
        core.index(UNIQUE);
        core.copies(document("a", 1), document("b", 1));
        assertThat(indexes.align()).isFalse();
        assertThat(core.copiedIndexes()).containsExactly(OTHER);
    }

    @Test
    void oneThatIsLeftForLaterDoesNotHideBehindOneThatIsMade() {
        core.index(UNIQUE);
        core.index(new IndexDefinition("z_last", OTHER.keys(), false, Optional.empty()));
        core.copies(document("a", 1), document("b", 1));
        assertThat(indexes.align()).isFalse();
        assertThat(core.copiedIndexes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = IndexOutcome.class,
            names = {"CONFLICTS", "QUOTA_REACHED"})
    void whatCannotBeMadeWhateverTheDocumentsAreEndsIt(IndexOutcome outcome) {
        core.index(UNIQUE);
        core.interfering = Interfering.instead("target create", outcome);
        assertThatThrownBy(indexes::align)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("unique_n", outcome.name());
    }

    @Test
    void obsoleteOnesAreDroppedAndNoneIsMade() {
        core.index(UNIQUE);
        core.memory.indexes().create(core.to, OTHER, 10);
        indexes.dropObsolete();
        assertThat(core.copiedIndexes()).isEmpty();
    }
}
