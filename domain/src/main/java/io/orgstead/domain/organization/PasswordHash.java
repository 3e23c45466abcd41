package io.orgstead.domain.organization;

import java.util.Objects;

/**
 * A stored password hash in the modular crypt format, such as {@code $2b$12$...}. Not checked here: what another
 * implementation stored is for the {@link io.orgstead.domain.port.PasswordHasher} to judge. {@link #toString()} hides it.
 */
public final class PasswordHash {

    private final String value;

    /**
     * A hash from its text.
     *
     * @param value the text as stored
     */
    public PasswordHash(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * The hash itself, for verifying and storing only.
     *
     * @return the text; must never reach a log or a message
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
