package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through one side page by page. For use by one thread. */
final class Walk {

    private final Side side;
    private List<Document> page = List.of();
    private int next;
    private Optional<Value> last = Optional.empty();
    private boolean ended;

    Walk(Side side) {
        this.side = side;
    }

    /** The next document, which stays the next one until it is passed; null at the end. */
    @Nullable
    Document peek() {
        if (next == page.size() && !ended) {
            page = side.page(last);
            next = 0;
            ended = page.isEmpty();
        }
        return ended ? null : page.get(next);
    }

    void pass() {
        last = Optional.of(page.get(next).id());
        next++;
    }
}
