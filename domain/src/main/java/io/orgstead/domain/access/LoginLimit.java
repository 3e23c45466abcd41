package io.orgstead.domain.access;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;

/**
 * How often an admin may fail to log in before the next attempt has to wait, and how the wait grows (OWASP Authentication
 * Cheat Sheet, "Login Throttling"): a second after the last failure without a delay, and twice as long after each further
 * one.
 *
 * @param failures how many failures in a row are without a delay but for the last; at least 1
 * @param longestDelay the longest wait; from a second to a day, so that nobody is locked out for good
 */
public record LoginLimit(int failures, Duration longestDelay) {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofDays(1);

    /** A day has fewer seconds than two to this power. */
    private static final int MOST_DOUBLINGS = 17;

    /**
     * A limit from its parts.
     *
     * @throws InvalidValueException if a part is out of range
     */
    public LoginLimit {
        if (failures < 1 || longestDelay.compareTo(FIRST_DELAY) < 0 || longestDelay.compareTo(MAX_DELAY) > 0) {
            throw new InvalidValueException(
                    "must allow at least 1 failure and have a longest delay from 1 second to 1 day");
        }
    }

    /**
     * How long the next attempt has to wait.
     *
     * @param count how many failures in a row there were
     * @return zero below the limit
     */
    public Duration delayAfter(int count) {
        if (count < failures) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(count - failures, MOST_DOUBLINGS));
        return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    }
}
