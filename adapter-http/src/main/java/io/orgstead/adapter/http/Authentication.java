package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.domain.access.Principal;
import java.util.Collections;

/**
 * Puts a handler behind a bearer token. A protected handler takes the {@link Principal} as an argument, so that it cannot
 * be reached, by whatever method, without one. The token is checked before anything of the body is read.
 */
final class Authentication {

    /** A handler for requests on somebody's behalf. */
    @FunctionalInterface
    interface ProtectedHandler {

        void handle(Context ctx, Principal caller);
    }

    private final AuthorizeRequest authorizeRequest;

    Authentication(AuthorizeRequest authorizeRequest) {
        this.authorizeRequest = authorizeRequest;
    }

    Handler protect(ProtectedHandler handler) {
        return ctx -> handler.handle(ctx, authenticate(ctx));
    }

    private Principal authenticate(Context ctx) {
        String token = BearerToken.from(Collections.list(ctx.req().getHeaders("Authorization")))
                .orElseThrow(() -> Problem.of(EdgeFailure.TOKEN_MISSING)
                        .withHeader("WWW-Authenticate", BearerToken.CHALLENGE)
                        .asException());
        Principal caller = authorizeRequest.authorize(token);
        Exchange.of(ctx.req()).isFor(caller.organizationId());
        return caller;
    }
}
