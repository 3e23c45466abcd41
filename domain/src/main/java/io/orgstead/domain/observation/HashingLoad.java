package io.orgstead.domain.observation;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * How busy the hashing of passwords is at a moment.
 *
 * @param running hashes that are worked on
 * @param threads the most that are worked on at once
 * @param waiting hashes that wait
 * @param capacity the most that may wait; who comes then is refused
 */
public record HashingLoad(int running, int threads, int waiting, int capacity) {

    /**
     * A load from its parts.
     *
     * @throws InvalidValueException if one is negative
     */
    public HashingLoad {
        if (running < 0 || threads < 0 || waiting < 0 || capacity < 0) {
            throw new InvalidValueException("must not be negative");
        }
    }
}
