package io.orgstead.domain.data;

import java.util.List;
import java.util.Optional;

/**
 * A page of documents.
 *
 * @param documents in order, projected
 * @param next where the next page begins: the place of the last document of this one; empty if there is no further document
 */
public record DocumentPage(List<Document> documents, Optional<SortPosition> next) {

    /** Takes a copy. */
    public DocumentPage {
        documents = List.copyOf(documents);
    }
}
