package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;

/** Lists documents of the caller's organization. */
public interface FindDocuments {

    /** A page ends early once its documents have so many bytes together, as {@link io.orgstead.domain.data.DocumentSize} counts. */
    long PAGE_BYTES = 4L << 20;

    /**
     * Lists a page of documents. It has fewer than asked for if they are large: it ends soon after {@link #PAGE_BYTES}, with a
     * place where the next one begins.
     *
     * @param caller whose organization it is
     * @param query which, in what order, how many
     * @return the page
     * @throws io.orgstead.domain.failure.QueryRefusedException if it is too much work
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if its collection is being moved just
     *     now
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    DocumentPage find(Principal caller, DocumentQuery query);
}
