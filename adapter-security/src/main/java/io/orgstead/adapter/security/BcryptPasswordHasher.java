package io.orgstead.adapter.security;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import java.security.SecureRandom;
import java.util.Optional;
import org.mindrot.jbcrypt.BCrypt;

/** {@link PasswordHasher} by bcrypt, on threads of its own. */
final class BcryptPasswordHasher implements PasswordHasher {

    private final int cost;
    private final HashingThreads threads;
    private final BcryptFunction bcrypt;
    private final SecureRandom random = new SecureRandom();
    private final BcryptHash decoy;

    BcryptPasswordHasher(int cost, HashingThreads threads) {
        this(cost, threads, BCrypt::hashpw);
    }

    BcryptPasswordHasher(int cost, HashingThreads threads, BcryptFunction bcrypt) {
        this.cost = cost;
        this.threads = threads;
        this.bcrypt = bcrypt;
        decoy = BcryptHash.unmatched(cost, random);
    }

    @Override
    public PasswordHash hash(PlaintextPassword password) {
        String text = password.reveal();
        if (!BcryptPassword.isHashable(text)) {
            throw new InvalidValueException("must have at most 72 bytes in UTF-8, no NUL and no unpaired surrogate");
        }
        return new PasswordHash(
                threads.run(() -> BcryptHash.of(text, cost, random, bcrypt)).text());
    }

    @Override
    public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
        // What cannot match is worked on all the same, so that time does not tell it from what does not match; and a
        // hash
        // cheaper than usual is topped up, so that time does not tell an old account from one that does not exist.
        Optional<BcryptHash> stored = BcryptHash.parse(hash.reveal());
        boolean hashable = BcryptPassword.isHashable(attempt.reveal());
        String password = hashable ? attempt.reveal() : "";
        boolean matches = threads.run(() -> stored.orElse(decoy).matches(password, cost, bcrypt));
        return matches && hashable && stored.isPresent();
    }

    @Override
    public PasswordHash decoy() {
        return new PasswordHash(decoy.text());
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !BcryptHash.parse(hash.reveal())
                .map(stored -> stored.isMadeLike(cost))
                .orElse(false);
    }
}
