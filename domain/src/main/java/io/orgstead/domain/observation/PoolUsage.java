package io.orgstead.domain.observation;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * How a pool of connections to a store is used at a moment. The numbers are read one after the other, so they need not add
 * up.
 *
 * @param open connections that exist
 * @param inUse those of them that somebody uses
 * @param waiting callers that wait for one
 * @param limit the most that may exist
 */
public record PoolUsage(int open, int inUse, int waiting, int limit) {

    /**
     * Usage from its parts.
     *
     * @throws InvalidValueException if one is negative
     */
    public PoolUsage {
        if (open < 0 || inUse < 0 || waiting < 0 || limit < 0) {
            throw new InvalidValueException("must not be negative");
        }
    }
}
