package io.orgstead.adapter.security;

/** Why a token does not hold, for the log: a fixed text with no piece of the token in it. */
final class TokenRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenRefusal(String reason) {
        // No stack trace: anybody can have these made, as many as they like.
        super(reason, null, false, false);
    }
}
