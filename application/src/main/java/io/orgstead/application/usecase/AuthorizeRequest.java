package io.orgstead.application.usecase;

import io.orgstead.domain.access.Principal;

/** Finds out on whose behalf a request is made. */
public interface AuthorizeRequest {

    /**
     * Checks an access token against its signature, its expiry, and the stores.
     *
     * @param token the text that the client sent
     * @return who makes the request
     * @throws io.orgstead.domain.failure.AuthenticationException if the token is not genuine, has expired, or has ended
     *     with its admin, its organization or a change of the password
     * @throws io.orgstead.domain.failure.StoreUnavailableException if the store does not answer
     */
    Principal authorize(String token);
}
