package io.orgstead.domain.port;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;

/**
 * Counts requests by client. Memory stays bounded whatever the number of clients; a client whose bucket is full again may
 * be forgotten. Safe for use by any number of threads.
 */
public interface RateLimiter {

    /**
     * Takes one request of a client into account. Of racing requests no more than the limit are allowed.
     *
     * @param client whom to count for, such as an address; opaque
     * @return whether it may pass
     */
    RateDecision tryAcquire(String client);

    /**
     * The limit that is kept.
     *
     * @return the same for all clients
     */
    RateLimit limit();
}
