package io.orgstead.domain.failure;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store did not answer in time. Whether the call took effect is unknown; recovery settles what it left half done. */
public final class StoreUnavailableException extends DomainException {

    private static final long serialVersionUID = 1L;

    /**
     * A store call failed.
     *
     * @param cause the failure of the store, for the log; null where there is none
     */
    public StoreUnavailableException(@Nullable Throwable cause) {
        super(FailureCode.STORE_UNAVAILABLE, "The data store does not answer; try again shortly.", cause);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
