package io.orgstead.application.usecase;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;

/** Trades an email address and a password for an access token. */
public interface LogIn {

    /**
     * Logs an admin in. An unknown email address takes as long as a wrong password and fails with the same words.
     *
     * @param command the credentials
     * @return the token and whom it is for
     * @throws io.orgstead.domain.failure.AuthenticationException if the credentials do not belong together, or the
     *     organization is being created or deleted
     * @throws io.orgstead.domain.failure.OverloadedException if too many passwords wait to be verified
     * @throws io.orgstead.domain.failure.StoreUnavailableException if the store does not answer
     */
    Result logIn(Command command);

    /**
     * The credentials.
     *
     * @param email the admin's email address
     * @param password the password offered
     */
    record Command(EmailAddress email, PlaintextPassword password) {}

    /**
     * A token and whom it is for.
     *
     * @param token the access token
     * @param organizationId the admin's organization
     * @param organizationName its name
     * @param adminEmail the admin's email address
     */
    record Result(
            AccessToken token,
            OrganizationId organizationId,
            OrganizationName organizationName,
            EmailAddress adminEmail) {}
}
