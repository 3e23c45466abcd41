package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * A client's own name for a request.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The longest, in characters. */
    public static final int MAX_LENGTH = 255;

    /** @throws InvalidValueException if it is empty, too long, or has other characters */
    public IdempotencyKey {
        boolean fits = !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!fits) {
            throw new InvalidValueException("must be 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
    }
}
