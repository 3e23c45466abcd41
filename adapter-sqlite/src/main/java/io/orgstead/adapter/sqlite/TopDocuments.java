package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.SortKeys;
import io.orgstead.domain.data.SortPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The first documents of those that pass by, in the order of a query: as many as it wants, or fewer where they are so large that
 * they would take too much memory together. Then the page is shorter, and the rest follows on the next.
 */
final class TopDocuments {

    /** The most that a page holds, in characters of stored text, unless it is a single document. */
    static final long MOST_TEXT = 8L * 1024 * 1024;

    private final DocumentQuery query;
    private final Comparator<SortPosition> order;
    private final PriorityQueue<Placed> best;
    private long text;
    private boolean more;

    TopDocuments(DocumentQuery query) {
        this.query = query;
        this.order = SortKeys.comparator(query.sort());
        this.best = new PriorityQueue<>(
                Comparator.comparing(Placed::position, order).reversed());
    }

    private record Placed(SortPosition position, Document document, int length) {}

    void add(Document document, int length) {
        SortPosition position = SortKeys.of(query.sort(), document);
        boolean earlier = query.after().isPresent()
                && order.compare(position, query.after().get()) <= 0;
        if (earlier) {
            return;
        }
        Placed last = best.peek();
        if (more && last != null && order.compare(position, last.position()) > 0) {
            return;
        }
        best.add(new Placed(position, document, length));
        text += length;
        while (best.size() > query.limit() || (text > MOST_TEXT && best.size() > 1)) {
            text -= best.remove().length();
            more = true;
        }
    }

    /** Whether a document was left out: where they pass by in order, the page is complete then. */
    boolean isFull() {
        return more;
    }

    DocumentPage page() {
        List<Placed> placed = new ArrayList<>(best);
        placed.sort(Comparator.comparing(Placed::position, order));
        Optional<SortPosition> next =
                more ? Optional.of(placed.get(placed.size() - 1).position()) : Optional.empty();
        return new DocumentPage(
                placed.stream()
                        .map(each -> query.projection().applyTo(each.document()))
                        .toList(),
                next);
    }
}
