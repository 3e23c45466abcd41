package io.orgstead.domain.observation;

import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.Locale;

/** How a call of a port ended. */
public enum CallOutcome {
    /** It returned. */
    OK,
    /** It was refused by rule, such as for a name that is taken. */
    REFUSED,
    /** The store did not answer in time. */
    UNAVAILABLE,
    /** It threw what no port should throw: a defect. */
    FAILED;

    /**
     * What an exception makes of a call.
     *
     * @param failure what the call threw
     * @return never {@link #OK}
     */
    public static CallOutcome of(Throwable failure) {
        if (failure instanceof StoreUnavailableException) {
            return UNAVAILABLE;
        }
        return failure instanceof DomainException ? REFUSED : FAILED;
    }

    /**
     * The outcome as programs see it.
     *
     * @return lower-case, stable
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
