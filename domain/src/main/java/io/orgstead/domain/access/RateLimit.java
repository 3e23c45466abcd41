package io.orgstead.domain.access;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;

/**
 * How often a client may ask: a token bucket of {@code requests} tokens that refills evenly over {@code window}.
 *
 * @param requests how many requests at once, and a window; at least 1
 * @param window how long an empty bucket takes to fill; at least a second
 */
public record RateLimit(long requests, Duration window) {

    /**
     * A limit from its parts.
     *
     * @throws InvalidValueException if a part is out of range
     */
    public RateLimit {
        if (requests < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidValueException("must allow at least 1 request in a window of at least 1 second");
        }
    }
}
