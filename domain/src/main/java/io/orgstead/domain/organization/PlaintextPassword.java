package io.orgstead.domain.organization;

import io.orgstead.domain.failure.InvalidValueException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A password on its way to being hashed or verified. Never shown: {@link #toString()} hides it, and it has neither
 * {@code equals} nor {@code hashCode} of its own. Not a record, so that nothing prints its content by accident.
 */
public final class PlaintextPassword {

    /** The fewest bytes of UTF-8 a chosen password may have. */
    public static final int MIN_BYTES = 8;

    /** The most bytes of UTF-8 a chosen password may have: bcrypt sees no more (OWASP Password Storage Cheat Sheet). */
    public static final int MAX_BYTES = 72;

    private final String value;

    private PlaintextPassword(String value) {
        this.value = value;
    }

    /**
     * A password that somebody chooses for an account.
     *
     * @param raw the text; 8 to 72 bytes of UTF-8, no NUL, no unpaired surrogate. Longer ones are refused, not cut
     * @return the password
     * @throws InvalidValueException if the text breaks the rule
     */
    public static PlaintextPassword choose(String raw) {
        int bytes = utf8Length(raw);
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new InvalidValueException("must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes in UTF-8");
        }
        if (raw.indexOf('\0') >= 0) {
            throw new InvalidValueException("must not contain a NUL character");
        }
        return new PlaintextPassword(raw);
    }

    /**
     * A password that somebody offers at login. Any text will do: one that could never have been chosen is simply wrong.
     *
     * @param raw the text
     * @return the attempt
     */
    public static PlaintextPassword attempt(String raw) {
        return new PlaintextPassword(Objects.requireNonNull(raw, "raw"));
    }

    /**
     * The secret itself, for hashing and verifying only.
     *
     * @return the text; must never reach a log, a message or a store
     */
    public String reveal() {
        return value;
    }

    private static int utf8Length(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(text))
                    .remaining();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException("must not contain unpaired surrogates");
        }
    }

    @Override
    public String toString() {
        return "PlaintextPassword[hidden]";
    }
}
