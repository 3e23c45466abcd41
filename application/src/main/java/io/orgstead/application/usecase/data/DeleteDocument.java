package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Value;

/** Removes a document of the caller's organization. */
public interface DeleteDocument {

    /**
     * Removes a document. Of several that race one succeeds.
     *
     * @param caller whose organization it is
     * @param id the document's id
     * @param preconditions when to do so
     * @throws io.orgstead.domain.failure.PreconditionFailedException if the conditions do not hold
     * @throws io.orgstead.domain.failure.NotFoundException if there is no such document, or the organization has been deleted
     *     meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if the organization's collection is being
     *     moved just now, or others change the document all the time
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    void delete(Principal caller, Value id, Preconditions preconditions);
}
