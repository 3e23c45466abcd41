package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.by;
import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopDocumentsTest {

    private static TopDocuments top(int limit, Optional<SortPosition> after) {
        return new TopDocuments(new DocumentQuery(Filter.all(), by("-n"), Projection.ALL, limit, after));
    }

    private static Document n(int n) {
        return document("_id", "id" + n, "n", n);
    }

    @Test
    void firstOfAHundredThousandAreKept() {
        TopDocuments top = top(3, Optional.empty());
        for (int i = 0; i < 100_000; i++) {
            top.add(n((i * 7_919) % 100_000), 10);
        }

        DocumentPage page = top.page();

        assertThat(page.documents()).containsExactly(n(99_999), n(99_998), n(99_997));
        TopDocuments rest = top(1_000, page.next());
        for (int i = 99_000; i < 100_000; i++) {
            rest.add(n(i), 10);
        }
        assertThat(rest.page().documents()).hasSize(997).startsWith(n(99_996));
        assertThat(rest.page().next()).isEmpty();
    }

    /** A gigabyte passes by; no more is kept than a page may hold, and the page is shorter for it. */
    @Test
    void largeDocumentsMakeAShorterPage() {
        TopDocuments top = top(1_000, Optional.empty());
        int length = 10_000;
        for (int i = 0; i < 100_000; i++) {
            top.add(document("_id", "id" + i, "n", i, "text", "x".repeat(length)), length);
        }

        DocumentPage page = top.page();

        assertThat(page.documents())
                .hasSize((int) (TopDocuments.MOST_TEXT / length))
                .first()
                .satisfies(first -> assertThat(first.get("n")).contains(new Value.Int32(99_999)));
        assertThat(page.next().map(SortPosition::keys).map(keys -> keys.get(0)))
                .contains(page.documents()
                        .get(page.documents().size() - 1)
                        .get("n")
                        .orElseThrow());
    }

    @Test
    void oneDocumentIsAlwaysAPage() {
        TopDocuments top = top(10, Optional.empty());
        top.add(n(1), 16_000_000);
        top.add(n(2), 16_000_000);
        top.add(n(3), 1);

        assertThat(top.page().documents()).isEqualTo(List.of(n(3)));
        assertThat(top.page().next()).isPresent();
    }
}
