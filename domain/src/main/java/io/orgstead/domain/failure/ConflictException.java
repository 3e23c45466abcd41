package io.orgstead.domain.failure;

import java.time.Duration;
import java.util.Optional;

/** What was asked for collides with what is there. Exactly one of several racing callers escapes it. */
public final class ConflictException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ConflictException(FailureCode code, String message) {
        super(code, message, null);
    }

    /**
     * The name belongs to another organization.
     *
     * @return a new exception with {@link FailureCode#NAME_TAKEN}
     */
    public static ConflictException nameTaken() {
        return new ConflictException(
                FailureCode.NAME_TAKEN,
                "An organization of this name, or of one that maps to the same collection, exists.");
    }

    /**
     * The email address belongs to another admin.
     *
     * @return a new exception with {@link FailureCode#EMAIL_TAKEN}
     */
    public static ConflictException emailTaken() {
        return new ConflictException(FailureCode.EMAIL_TAKEN, "An admin with this email address exists.");
    }

    /**
     * The store holds a collection of that name which no organization owns.
     *
     * @return a new exception with {@link FailureCode#COLLECTION_TAKEN}
     */
    public static ConflictException collectionTaken() {
        return new ConflictException(
                FailureCode.COLLECTION_TAKEN, "The store already holds a collection for an organization of this name.");
    }

    /**
     * Another change of the same organization is under way.
     *
     * @return a new exception with {@link FailureCode#OPERATION_IN_PROGRESS}
     */
    public static ConflictException operationInProgress() {
        return new ConflictException(
                FailureCode.OPERATION_IN_PROGRESS,
                "Another change of this organization is under way; try again shortly.");
    }

    /**
     * The organization has a document of that id.
     *
     * @param position which of the documents sent, from 0
     * @return a new exception with {@link FailureCode#DOCUMENT_EXISTS}
     */
    public static ConflictException documentExists(int position) {
        return new ConflictException(
                FailureCode.DOCUMENT_EXISTS,
                "A document with the _id of document " + position + " of the request exists; none was inserted.");
    }

    /**
     * The organization has a document of that id, where it is clear which of those sent is meant.
     *
     * @return a new exception with {@link FailureCode#DOCUMENT_EXISTS}
     */
    public static ConflictException documentExists() {
        return new ConflictException(FailureCode.DOCUMENT_EXISTS, "A document with this _id exists.");
    }

    /**
     * A unique index is in the way of a document.
     *
     * @param index the name of the index
     * @return a new exception with {@link FailureCode#INDEX_VIOLATED}
     */
    public static ConflictException indexViolated(String index) {
        return new ConflictException(
                FailureCode.INDEX_VIOLATED,
                "The unique index " + index + " already holds the values of the document; nothing was changed.");
    }

    /**
     * An index cannot be made.
     *
     * @param reason why, as a sentence for a person
     * @return a new exception with {@link FailureCode#INDEX_CONFLICT}
     */
    public static ConflictException indexConflict(String reason) {
        return new ConflictException(FailureCode.INDEX_CONFLICT, reason);
    }

    /**
     * The same request is under way.
     *
     * @return a new exception with {@link FailureCode#REQUEST_IN_FLIGHT}
     */
    public static ConflictException requestInFlight() {
        return new ConflictException(
                FailureCode.REQUEST_IN_FLIGHT, "A request with this Idempotency-Key is under way; try again shortly.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return code() == FailureCode.OPERATION_IN_PROGRESS || code() == FailureCode.REQUEST_IN_FLIGHT
                ? Optional.of(Duration.ofSeconds(1))
                : Optional.empty();
    }
}
