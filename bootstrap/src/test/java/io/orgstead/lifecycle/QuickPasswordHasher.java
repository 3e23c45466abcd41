package io.orgstead.lifecycle;

import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;

/**
 * Stores passwords as they are: what is proved here is which of them is stored, after thousands of operations, not how
 * well it is kept.
 */
final class QuickPasswordHasher implements PasswordHasher {

    private static final String PREFIX = "plain$";

    @Override
    public PasswordHash hash(PlaintextPassword password) {
        return new PasswordHash(PREFIX + password.reveal());
    }

    @Override
    public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
        return hash.equals(hash(attempt));
    }

    @Override
    public PasswordHash decoy() {
        return new PasswordHash("decoy");
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return false;
    }
}
