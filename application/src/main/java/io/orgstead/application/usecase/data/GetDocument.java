package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Value;

/** Finds a document of the caller's organization. */
public interface GetDocument {

    /**
     * Finds a document.
     *
     * @param caller whose organization it is
     * @param id the document's id
     * @return it
     * @throws io.orgstead.domain.failure.NotFoundException if there is none, or the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if the organization's collection is being
     *     moved just now
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    TaggedDocument get(Principal caller, Value id);
}
