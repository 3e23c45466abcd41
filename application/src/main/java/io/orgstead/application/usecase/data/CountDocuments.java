package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Filter;

/** Counts documents of the caller's organization. */
public interface CountDocuments {

    /**
     * Counts documents.
     *
     * @param caller whose organization it is
     * @param filter which documents
     * @return how many there are
     * @throws io.orgstead.domain.failure.QueryRefusedException if it is too much work
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if its collection is being moved just
     *     now
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    long count(Principal caller, Filter filter);
}
