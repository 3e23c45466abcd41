package io.orgstead.domain.observation;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.regex.Pattern;

/**
 * A call of a port. Says which operation it is, and nothing of what it is about.
 *
 * @param port the port's name in lower-case snake case, such as {@code tenant_collections}
 * @param operation the operation's, such as {@code find_by_name}
 */
public record PortCall(String port, String operation) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /**
     * A call from its parts.
     *
     * @throws InvalidValueException if one is not in lower-case snake case
     */
    public PortCall {
        if (!NAME.matcher(port).matches() || !NAME.matcher(operation).matches()) {
            throw new InvalidValueException("must be named in lower-case snake case");
        }
    }
}
