package io.orgstead.application.model;

import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;

/** Keeps passwords as they are: which of them is stored is what counts here. */
final class PlainPasswords implements PasswordHasher {

    static final String PREFIX = "plain$";

    static PasswordHash of(String password) {
        return new PasswordHash(PREFIX + password);
    }

    @Override
    public PasswordHash hash(PlaintextPassword password) {
        return of(password.reveal());
    }

    @Override
    public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
        return hash.equals(hash(attempt));
    }

    @Override
    public PasswordHash decoy() {
        return of("");
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return false;
    }
}
