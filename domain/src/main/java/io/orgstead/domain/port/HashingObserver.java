package io.orgstead.domain.port;

import java.time.Duration;

/** Watches the hashing of passwords. Never throws. Safe for use by any number of threads. */
public interface HashingObserver {

    /**
     * A hash was made.
     *
     * @param waited how long it waited for its turn
     * @param took how long it took from then on
     */
    void hashed(Duration waited, Duration took);

    /** A hash was refused, as too many were waiting. */
    void refused();
}
