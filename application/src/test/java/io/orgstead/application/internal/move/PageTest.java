package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.document;
import static io.orgstead.application.internal.move.CopyCore.many;
import static io.orgstead.application.internal.move.CopyCore.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents are read in pages that are limited by number and by size. */
class PageTest {

    private static final int FOUR_MEBIBYTES = 4 << 20;

    private final CopyCore core = new CopyCore();

    private List<Document> from(Optional<Document> after) {
        return Page.from(core.memory.documents(), core.from, after.map(Document::id));
    }

    @Test
    void aPageHoldsFiveHundred() {
        List<Document> all = many(501);
        core.originals(all);
        assertThat(from(Optional.empty())).isEqualTo(all.subList(0, 500));
        assertThat(from(Optional.of(all.get(499)))).isEqualTo(all.subList(500, 501));
    }

    @Test
    void aPageEndsWithTheDocumentThatMakesItEightMebibytes() {
        core.originals(sized("a", FOUR_MEBIBYTES), sized("b", FOUR_MEBIBYTES), document("c", 1));
        assertThat(from(Optional.empty())).hasSize(2);
    }

    @Test
    void aPageThatIsSmallerGoesOn() {
        core.originals(sized("a", FOUR_MEBIBYTES), sized("b", FOUR_MEBIBYTES - 1), document("c", 1), document("d", 2));
        assertThat(from(Optional.empty())).hasSize(3);
    }
}
