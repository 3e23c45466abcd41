package io.orgstead.domain.port;

import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows down who guesses passwords. Counts failures in a row by account and client together, so that nobody can lock an
 * admin out from elsewhere. Failures are forgotten with a success, and when the longest delay has passed since the last
 * one's delay ended. Memory stays bounded whatever is tried. Safe for use by any number of threads.
 */
public interface LoginThrottle {

    /**
     * Takes an attempt into account that is about to be made. It counts as a failure until told otherwise; one that has to
     * wait does not count. Of racing attempts no more may be made than the limit allows.
     *
     * @param attempt who tries from where
     * @return how long to wait before trying again; empty if the attempt may be made now
     */
    Optional<Duration> tryBegin(LoginAttempt attempt);

    /**
     * Says that an attempt succeeded: all failures of its account and client are forgotten.
     *
     * @param attempt who tried from where
     */
    void succeeded(LoginAttempt attempt);

    /**
     * Says that an attempt came to no end, for instance because the store did not answer: it no longer counts. Does nothing
     * where none counts.
     *
     * @param attempt who tried from where
     */
    void withdrawn(LoginAttempt attempt);

    /**
     * The limit that is kept.
     *
     * @return the same for all attempts
     */
    LoginLimit limit();
}
