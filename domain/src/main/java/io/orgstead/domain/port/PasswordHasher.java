package io.orgstead.domain.port;

import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;

/**
 * Hashes and verifies passwords. Slow on purpose; implementations bound how many run at once and refuse the rest with
 * {@link io.orgstead.domain.failure.OverloadedException}, so that logins cannot starve everything else. Safe for use by
 * any number of threads.
 */
public interface PasswordHasher {

    /**
     * Hashes a password with a fresh salt at the configured cost.
     *
     * @param password a {@linkplain PlaintextPassword#choose chosen} one, or one that was just verified
     * @return the hash
     * @throws io.orgstead.domain.failure.OverloadedException if too many hashes are waiting
     * @throws io.orgstead.domain.failure.InvalidValueException if the password cannot be hashed without cutting it
     */
    PasswordHash hash(PlaintextPassword password);

    /**
     * Verifies a password. Takes as long as one hash of the configured cost, or of the stored one if that is higher,
     * whatever the outcome: also for a password that could not be hashed, and for a stored hash that is malformed.
     *
     * @param attempt the password offered
     * @param hash the hash stored
     * @return true if they belong together
     * @throws io.orgstead.domain.failure.OverloadedException if too many hashes are waiting
     */
    boolean verify(PlaintextPassword attempt, PasswordHash hash);

    /**
     * A hash of the configured cost that no password matches, to be verified in place of one that does not exist.
     *
     * @return well-formed and always the same
     */
    PasswordHash decoy();

    /**
     * Whether a hash was made otherwise than {@link #hash} would make it now, in cost or format.
     *
     * @param hash the hash stored
     * @return true if the password should be hashed again at the next chance
     */
    boolean isOutdated(PasswordHash hash);
}
