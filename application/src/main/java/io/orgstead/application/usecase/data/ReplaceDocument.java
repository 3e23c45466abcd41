package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;

/** Puts a document of the caller's organization in the place of another, or where there is none. */
public interface ReplaceDocument {

    /**
     * Puts a document in the place of the one that has its id, or inserts it. Of several that race under the condition that
     * nothing has changed, one succeeds.
     *
     * @param caller whose organization it is
     * @param command what to put where
     * @return what is there now
     * @throws io.orgstead.domain.failure.InvalidValueException if the new document breaks a rule, or has another id
     * @throws io.orgstead.domain.failure.PreconditionFailedException if the conditions do not hold
     * @throws io.orgstead.domain.failure.QuotaExceededException if it is too large, or there would be too much
     * @throws io.orgstead.domain.failure.ConflictException if a unique index is in the way, or (operation in progress) the
     *     organization's collection is being moved just now, or others change the document all the time
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    Result replace(Principal caller, Command command);

    /**
     * What to put where.
     *
     * @param id the document's id
     * @param document the document as it shall be, with that id or none
     * @param preconditions when to do so
     */
    record Command(Value id, Document document, Preconditions preconditions) {}

    /**
     * What is there now.
     *
     * @param document the document
     * @param created whether there was none of the id before
     */
    record Result(TaggedDocument document, boolean created) {}
}
