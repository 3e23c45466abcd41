package io.orgstead.domain.failure;

import java.util.Optional;

/** A value breaks the rule of its type. The message says the rule, not the offending value, which may be secret. */
public final class InvalidValueException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * A value was refused.
     *
     * @param reason the rule that it breaks, as a sentence part that can follow the name of a field
     */
    public InvalidValueException(String reason) {
        this(FailureCode.INVALID_VALUE, "", reason);
    }

    private InvalidValueException(FailureCode code, String field, String reason) {
        super(code, field.isEmpty() ? reason : field + " " + reason, null);
        this.field = field;
        this.reason = reason;
    }

    /**
     * A value in a document was refused.
     *
     * @param field the way to it, with dots in between; a number is a place in a list
     * @param reason the rule that it breaks, as a sentence part that can follow the field
     * @return a new exception with {@link FailureCode#INVALID_VALUE}
     */
    public static InvalidValueException at(String field, String reason) {
        return new InvalidValueException(FailureCode.INVALID_VALUE, field, reason);
    }

    /**
     * The same, where all of it is part of something.
     *
     * @param parent the way to it
     * @return a copy
     */
    public InvalidValueException within(String parent) {
        String path = field.isEmpty() ? parent : parent + "." + field;
        return new InvalidValueException(code(), path, reason);
    }

    /**
     * The rule that is broken.
     *
     * @return the message without the field
     */
    public String reason() {
        return reason;
    }

    /**
     * Where the value is.
     *
     * @return empty if whoever asked for it to be checked knows that better
     */
    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /**
     * An update that names nothing to change.
     *
     * @return a new exception with {@link FailureCode#NOTHING_TO_CHANGE}
     */
    public static InvalidValueException nothingToChange() {
        return new InvalidValueException(FailureCode.NOTHING_TO_CHANGE, "", "The update names nothing to change.");
    }

    /**
     * Another request had the same idempotency key.
     *
     * @return a new exception with {@link FailureCode#IDEMPOTENCY_KEY_REUSED}
     */
    public static InvalidValueException idempotencyKeyReused() {
        return new InvalidValueException(
                FailureCode.IDEMPOTENCY_KEY_REUSED, "", "This Idempotency-Key was used for another request.");
    }
}
