package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;

/** Changes parts of a document of the caller's organization. */
public interface PatchDocument {

    /**
     * Changes a document as JSON Merge Patch (RFC 7396) says: fields of the patch replace those of the document, a null removes
     * one. Several patches of different fields that race all take effect.
     *
     * @param caller whose organization it is
     * @param command what to change
     * @return what is there now
     * @throws io.orgstead.domain.failure.InvalidValueException if the new document breaks a rule, or has another id
     * @throws io.orgstead.domain.failure.PreconditionFailedException if the conditions do not hold
     * @throws io.orgstead.domain.failure.QuotaExceededException if it is too large, or there would be too much
     * @throws io.orgstead.domain.failure.ConflictException if a unique index is in the way, or (operation in progress) the
     *     organization's collection is being moved just now, or others change the document all the time
     * @throws io.orgstead.domain.failure.NotFoundException if there is no such document, or the organization has been deleted
     *     meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    TaggedDocument patch(Principal caller, Command command);

    /**
     * What to change.
     *
     * @param id the document's id, which stays
     * @param patch what changes
     * @param preconditions when to do so
     */
    record Command(Value id, Document patch, Preconditions preconditions) {}
}
