package io.orgstead.testkit.reference;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mindrot.jbcrypt.BCrypt;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferencePasswordHasher implements PasswordHasher {

    private static final Pattern WELL_FORMED =
            Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

    private final int cost;
    private final Semaphore places;
    private final PasswordHash decoy;

    public ReferencePasswordHasher(int cost, int atOnce) {
        this.cost = cost;
        this.places = new Semaphore(atOnce);
        // Ends in bits that no hash has: its 31 characters hold 186 bits, and a hash 184.
        this.decoy = new PasswordHash(String.format("$2b$%02d$%s", cost, "9".repeat(53)));
    }

    protected String newSalt() {
        return BCrypt.gensalt(cost);
    }

    protected boolean isHashable(String password) {
        try {
            return StandardCharsets.UTF_8
                                    .newEncoder()
                                    .encode(CharBuffer.wrap(password))
                                    .remaining()
                            <= PlaintextPassword.MAX_BYTES
                    && password.indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    protected boolean isWellFormed(String hash) {
        return WELL_FORMED.matcher(hash).matches();
    }

    protected void waste() {
        bcrypt("wasted", newSalt());
    }

    protected <T> T bounded(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new OverloadedException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static String bcrypt(String password, String salt) {
        return "$2b$" + BCrypt.hashpw(password, "$2a$" + salt.substring(4)).substring(4);
    }

    @Override
    public PasswordHash hash(PlaintextPassword password) {
        if (!isHashable(password.reveal())) {
            throw new InvalidValueException("must not be cut");
        }
        return bounded(() -> new PasswordHash(bcrypt(password.reveal(), newSalt())));
    }

    @Override
    public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
        return bounded(() -> {
            if (!isWellFormed(hash.reveal())) {
                waste();
                return false;
            }
            boolean hashable = isHashable(attempt.reveal());
            String computed = bcrypt(hashable ? attempt.reveal() : "wasted", hash.reveal());
            return hashable && computed.substring(4).equals(hash.reveal().substring(4));
        });
    }

    @Override
    public PasswordHash decoy() {
        return decoy;
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !isWellFormed(hash.reveal()) || !hash.reveal().startsWith(String.format("$2b$%02d$", cost));
    }
}
