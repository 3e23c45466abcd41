package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.FindDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches a page at once where it cannot be large, else piece by piece, until it is large enough. */
final class FindDocumentsHandler implements FindDocuments {

    /** What a single call may return at the worst, several times that of a page: a second call costs more than some memory. */
    private static final long AT_ONCE_BYTES = 4 * PAGE_BYTES;

    private static final int FIRST_PIECE = 20;

    private final DataPorts ports;
    private final TenantScopes scopes;

    FindDocumentsHandler(DataPorts ports, TenantScopes scopes) {
        this.ports = ports;
        this.scopes = scopes;
    }

    @Override
    public DocumentPage find(Principal caller, DocumentQuery query) {
        return scopes.within(
                caller,
                scope -> isSmall(scope, query.limit())
                        ? ports.documents().find(scope, query)
                        : pieceByPiece(scope, query));
    }

    private boolean isSmall(TenantScope scope, int limit) {
        return limit <= AT_ONCE_BYTES / Math.max(1, ports.quota().documentBytes())
                || ports.documents().usage(scope).bytes() <= AT_ONCE_BYTES;
    }

    private DocumentPage pieceByPiece(TenantScope scope, DocumentQuery query) {
        List<Document> documents = new ArrayList<>();
        Optional<SortPosition> next = query.after();
        long bytes = 0;
        int piece = FIRST_PIECE;
        do {
            DocumentPage page = ports.documents().find(scope, piece(query, piece(piece, query, documents), next));
            documents.addAll(page.documents());
            next = page.next();
            bytes += page.documents().stream().mapToLong(DocumentSize::of).sum();
            piece = nextPiece(documents.size(), bytes);
        } while (next.isPresent() && documents.size() < query.limit() && bytes < PAGE_BYTES);
        return new DocumentPage(documents, next);
    }

    private static int piece(int wanted, DocumentQuery query, List<Document> soFar) {
        return Math.min(wanted, query.limit() - soFar.size());
    }

    /** As many as there is room for if they are like those so far; not many more at a time, should they not be. */
    private static int nextPiece(int soFar, long bytes) {
        long room = Math.max(0, PAGE_BYTES - bytes) * soFar / Math.max(1, bytes);
        return (int) Math.max(1, Math.min(room, 4L * soFar));
    }

    private static DocumentQuery piece(DocumentQuery query, int limit, Optional<SortPosition> after) {
        return new DocumentQuery(query.filter(), query.sort(), query.projection(), limit, after);
    }
}
