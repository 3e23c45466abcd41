package io.orgstead.domain.failure;

import java.time.Duration;
import java.util.Optional;

/** Too many attempts to log in failed; the next one has to wait. Says nothing of whether the account exists. */
public final class TooManyAttemptsException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /**
     * The attempt was not made.
     *
     * @param wait how long until one may be
     */
    public TooManyAttemptsException(Duration wait) {
        super(FailureCode.TOO_MANY_REQUESTS, "Too many logins failed; try again later.", null);
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
