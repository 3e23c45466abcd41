package io.orgstead.application.usecase;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.Optional;

/** Trades an email address and a password for an access token. */
public interface LogIn {

    /**
     * Logs an admin in. An unknown email address takes as long as a wrong password and fails with the same words, and as
     * often before an attempt has to wait.
     *
     * @param command the credentials
     * @return the token and whom it is for
     * @throws io.orgstead.domain.failure.AuthenticationException if the credentials do not belong together, or the
     *     organization is being created or deleted
     * @throws io.orgstead.domain.failure.TooManyAttemptsException if too many attempts with this email address from this
     *     client failed; nothing was verified
     * @throws io.orgstead.domain.failure.OverloadedException if too many passwords wait to be verified
     * @throws io.orgstead.domain.failure.StoreUnavailableException if the store does not answer
     */
    Result logIn(Command command);

    /**
     * The credentials.
     *
     * @param email the admin's email address
     * @param password the password offered
     * @param client where the attempt comes from, such as an IP address; opaque. Attempts without one count together
     */
    record Command(EmailAddress email, PlaintextPassword password, Optional<String> client) {

        /**
         * Credentials from nobody knows where.
         *
         * @param email the admin's email address
         * @param password the password offered
         */
        public Command(EmailAddress email, PlaintextPassword password) {
            this(email, password, Optional.empty());
        }
    }

    /**
     * A token and whom it is for.
     *
     * @param token the access token
     * @param adminId the admin
     * @param organizationId the admin's organization
     * @param organizationName its name
     * @param adminEmail the admin's email address
     */
    record Result(
            AccessToken token,
            AdminId adminId,
            OrganizationId organizationId,
            OrganizationName organizationName,
            EmailAddress adminEmail) {}
}
