package io.orgstead.domain.access;

import io.orgstead.domain.organization.EmailAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Who tries to log in from where. Equal attempts count together.
 *
 * @param account the email address that is tried, whether an admin has it or not
 * @param client where from, such as an IP address; opaque. Empty where nobody knows
 */
public record LoginAttempt(EmailAddress account, Optional<String> client) {

    /**
     * An attempt from its parts.
     *
     * @throws NullPointerException if a part is null
     */
    public LoginAttempt {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(client, "client");
    }
}
