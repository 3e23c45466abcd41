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

    @Override
    public Optional<Duration> retryAfter() {
        return code() == FailureCode.OPERATION_IN_PROGRESS ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
    }
}
