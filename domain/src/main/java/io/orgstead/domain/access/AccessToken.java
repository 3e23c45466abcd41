package io.orgstead.domain.access;

import java.time.Duration;
import java.util.Objects;

/** A freshly issued bearer token (RFC 6750). {@link #toString()} hides it. */
public final class AccessToken {

    private final String value;
    private final Duration lifetime;

    /**
     * A token from its parts.
     *
     * @param value the token as the client sends it back
     * @param lifetime how long it holds, counted from its issue; whole seconds
     */
    public AccessToken(String value, Duration lifetime) {
        this.value = Objects.requireNonNull(value, "value");
        this.lifetime = Objects.requireNonNull(lifetime, "lifetime");
    }

    /**
     * The token itself, for the client it was issued to only.
     *
     * @return the text; must never reach a log
     */
    public String reveal() {
        return value;
    }

    /**
     * How long it holds.
     *
     * @return whole seconds from its issue
     */
    public Duration lifetime() {
        return lifetime;
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
