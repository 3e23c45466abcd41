package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import java.util.ArrayList;
import java.util.List;

/** Collects documents until there are enough for one step, by number or by size. For use by one thread. */
final class Page {

    static final int MOST_DOCUMENTS = 500;
    static final long MOST_BYTES = 8L << 20;

    private final List<Document> documents = new ArrayList<>();
    private long bytes;

    /** Says whether there is room for more. */
    boolean add(Document document) {
        documents.add(document);
        bytes += DocumentSize.of(document);
        return documents.size() < MOST_DOCUMENTS && bytes < MOST_BYTES;
    }

    List<Document> documents() {
        return documents;
    }
}
