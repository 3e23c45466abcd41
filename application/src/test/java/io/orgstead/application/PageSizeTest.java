package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.data.FindDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In how many calls of the store a page is fetched. */
class PageSizeTest {

    /** What may be fetched at once. */
    private static final long AT_ONCE = 4 * FindDocuments.PAGE_BYTES;

    private final DataCore core = new DataCore();
    private final List<Integer> pieces = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private int looksAtUsage;

    @AfterEach
    void close() {
        core.close();
    }

    private void insert(int count, int characters) {
        core.insert(
                core.acme,
                IntStream.range(0, count)
                        .mapToObj(i -> document("_id", "d%04d".formatted(i), "text", "x".repeat(characters)))
                        .toArray(Document[]::new));
    }

    private DocumentPage find(int limit) {
        core.interfering = (call, port) -> {
            if (call.equals("usage")) {
                looksAtUsage++;
                return usage;
            }
            Object found = port.call();
            if (found instanceof DocumentPage page) {
                pieces.add(page.documents().size());
            }
            return found;
        };
        return core.data()
                .find()
                .find(
                        core.acme,
                        new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, limit, Optional.empty()));
    }

    @Test
    void whatCannotBeLargeIsFetchedAtOnce() {
        insert(50, 1);
        usage = new Usage(50, AT_ONCE);

        assertThat(find(40).documents()).hasSize(40);
        assertThat(pieces).containsExactly(40);
    }

    @Test
    void soIsAPageOfFewDocumentsHoweverMuchThereIs() {
        insert(50, 1);
        usage = new Usage(50, Long.MAX_VALUE);
        core.quota = new Quota(1_000, Long.MAX_VALUE, AT_ONCE / 30, 10);

        find(30);
        assertThat(looksAtUsage).isZero();
        find(31);
        assertThat(looksAtUsage).isEqualTo(1);
        assertThat(pieces).containsExactly(30, 20, 11);
    }

    @Test
    void smallOnesAmongManyComeInGrowingPieces() {
        insert(900, 1);
        usage = new Usage(900, AT_ONCE + 1);

        DocumentPage page = find(850);
        assertThat(page.documents()).hasSize(850).doesNotHaveDuplicates();
        assertThat(page.next()).isPresent();
        assertThat(pieces).containsExactly(20, 80, 400, 350);
    }

    @Test
    void largeOnesEndThePage() {
        insert(30, 300_000);
        usage = new Usage(30, AT_ONCE + 1);

        DocumentPage page = find(1_000);
        assertThat(page.documents()).hasSize(20);
        assertThat(page.next()).isPresent();
        assertThat(pieces).containsExactly(20);
    }

    @Test
    void piecesAreAsLongAsThereIsRoomForWhatIsLikeTheOnesBefore() {
        insert(60, 100_000);
        usage = new Usage(60, AT_ONCE + 1);

        assertThat(find(1_000).documents()).hasSize(42);
        assertThat(pieces).containsExactly(20, 21, 1);
    }

    @Test
    void theLastPieceIsTheLast() {
        insert(25, 1);
        usage = new Usage(25, AT_ONCE + 1);

        DocumentPage page = find(1_000);
        assertThat(page.documents()).hasSize(25);
        assertThat(page.next()).isEmpty();
        assertThat(pieces).containsExactly(20, 5);
    }
}
