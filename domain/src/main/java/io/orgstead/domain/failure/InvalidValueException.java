package io.orgstead.domain.failure;

/** A value breaks the rule of its type. The message says the rule, not the offending value, which may be secret. */
public final class InvalidValueException extends DomainException {

    private static final long serialVersionUID = 1L;

    /**
     * A value was refused.
     *
     * @param reason the rule that it breaks, as a sentence part that can follow the name of a field
     */
    public InvalidValueException(String reason) {
        super(FailureCode.INVALID_VALUE, reason, null);
    }

    private InvalidValueException(FailureCode code, String reason) {
        super(code, reason, null);
    }

    /**
     * An update that names nothing to change.
     *
     * @return a new exception with {@link FailureCode#NOTHING_TO_CHANGE}
     */
    public static InvalidValueException nothingToChange() {
        return new InvalidValueException(FailureCode.NOTHING_TO_CHANGE, "The update names nothing to change.");
    }

    /**
     * Another request had the same idempotency key.
     *
     * @return a new exception with {@link FailureCode#IDEMPOTENCY_KEY_REUSED}
     */
    public static InvalidValueException idempotencyKeyReused() {
        return new InvalidValueException(
                FailureCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request.");
    }
}
