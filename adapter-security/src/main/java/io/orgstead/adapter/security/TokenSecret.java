package io.orgstead.adapter.security;

import io.orgstead.domain.failure.InvalidValueException;
import java.nio.charset.StandardCharsets;

/**
 * The key that access tokens are signed with. Immutable. {@link #toString()} hides it, and it has neither {@code equals}
 * nor {@code hashCode} of its own.
 */
public final class TokenSecret {

    /** The fewest bytes of a key: those of the hash's output (RFC 7518, 3.2). */
    public static final int MIN_BYTES = 32;

    private final byte[] key;

    private TokenSecret(byte[] key) {
        if (key.length < MIN_BYTES) {
            throw new InvalidValueException("must have at least " + MIN_BYTES + " bytes");
        }
        this.key = key;
    }

    /**
     * A key from its bytes.
     *
     * @param key at least {@value #MIN_BYTES} bytes; copied
     * @return the key
     * @throws InvalidValueException if it is shorter
     */
    public static TokenSecret of(byte[] key) {
        return new TokenSecret(key.clone());
    }

    /**
     * A key from a text, as configurations hold it: the bytes of its UTF-8, as other JWT libraries take it.
     *
     * @param text a text of at least {@value #MIN_BYTES} bytes
     * @return the key
     * @throws InvalidValueException if it is shorter
     */
    public static TokenSecret ofText(String text) {
        return new TokenSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] reveal() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "TokenSecret[hidden]";
    }
}
