package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects documents until there are enough for one step, by number or by size. For use by one thread. */
final class Page {

    static final int MOST_DOCUMENTS = 500;
    static final long MOST_BYTES = 8L << 20;

    private final List<Document> documents = new ArrayList<>();
    private long bytes;

    /** The next documents in the order of their ids. */
    static List<Document> from(TenantDocuments documents, TenantScope scope, Optional<Value> after) {
        Page page = new Page();
        documents.scan(scope, after, page::add);
        return page.documents;
    }

    /** Says whether there is room for more. */
    private boolean add(Document document) {
        documents.add(document);
        bytes += DocumentSize.of(document);
        return documents.size() < MOST_DOCUMENTS && bytes < MOST_BYTES;
    }
}
