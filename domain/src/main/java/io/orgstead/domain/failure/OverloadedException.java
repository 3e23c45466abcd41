package io.orgstead.domain.failure;

import java.time.Duration;
import java.util.Optional;

/** The server takes on no more of this kind of work at the moment; nothing was changed. */
public final class OverloadedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** The queue of work is full. */
    public OverloadedException() {
        super(FailureCode.OVERLOADED, "The server is busy; try again shortly.", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}
