package io.orgstead.domain.port;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;

/** Issues and checks access tokens, without looking into any store. Safe for use by any number of threads. */
public interface TokenService {

    /**
     * Issues a token to an admin who has just proven the password.
     *
     * @param admin the admin
     * @param organization the admin's organization
     * @return a token that no other call has issued or will issue
     */
    AccessToken issue(Admin admin, Organization organization);

    /**
     * Checks a token: its signature by exactly the configured algorithm and key, its issuer and its expiry.
     *
     * @param token the text that a client sent, however malformed
     * @return what it says
     * @throws io.orgstead.domain.failure.AuthenticationException (token invalid) if it does not hold
     */
    TokenClaims verify(String token);
}
