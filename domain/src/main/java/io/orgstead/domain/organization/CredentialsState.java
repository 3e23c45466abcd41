package io.orgstead.domain.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * How often, and when last, an admin changed the password. Access tokens carry it, and end with it.
 *
 * @param changes the number of changes so far; a backup that is restored takes it back with the password, so that the time
 *     tells apart what was changed before and after
 * @param changedAt when the last one was, at millisecond precision; empty before the first
 */
public record CredentialsState(long changes, Optional<Instant> changedAt) {

    /** The state of a password never changed. */
    public static final CredentialsState INITIAL = new CredentialsState(0, Optional.empty());

    /**
     * The state after one more change.
     *
     * @param now when
     * @return the next state
     */
    public CredentialsState changed(Instant now) {
        return new CredentialsState(changes + 1, Optional.of(now));
    }
}
