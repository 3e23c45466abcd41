package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.Optional;

/**
 * A page of an organization's documents to be listed.
 *
 * @param filter which documents
 * @param sort in which order
 * @param projection what of them
 * @param limit the most on the page, 1 to {@value #MAX_LIMIT}
 * @param after where the page begins: behind the document at this place; empty for the first page
 */
public record DocumentQuery(
        Filter filter, SortOrder sort, Projection projection, int limit, Optional<SortPosition> after) {

    /** The most documents on a page. */
    public static final int MAX_LIMIT = 1_000;

    /** The documents on a page unless said otherwise. */
    public static final int DEFAULT_LIMIT = 100;

    /**
     * Checks the limit.
     *
     * @throws InvalidValueException if it is out of range
     */
    public DocumentQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValueException("limit must be 1 to " + MAX_LIMIT);
        }
        if (after.isPresent() && after.get().keys().size() != sort.keys().size()) {
            throw new InvalidValueException("the cursor is not of this query");
        }
    }
}
