package io.orgstead.adapter.http;

import io.orgstead.domain.failure.AuthenticationException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bearer token of a request (RFC 6750, section 2.1): in exactly one {@code Authorization} header, and nowhere else. */
final class BearerToken {

    /** Asks for a token. Says nothing of an error where none came (RFC 6750, section 3.1). */
    static final String CHALLENGE = "Bearer realm=\"orgstead\"";

    /** Asks for another token than the one that came. */
    static final String CHALLENGE_INVALID = CHALLENGE + ", error=\"invalid_token\"";

    private static final String SCHEME = "Bearer";
    private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private BearerToken() {}

    /**
     * Reads the token.
     *
     * @param authorization the request's {@code Authorization} headers
     * @return the token; empty if the client did not try to authenticate with one
     * @throws AuthenticationException if what came cannot be a token, or several came
     */
    static Optional<String> from(List<String> authorization) {
        if (authorization.size() > 1) {
            throw AuthenticationException.tokenInvalid(null);
        }
        return authorization.stream()
                .map(String::strip)
                .filter(BearerToken::hasScheme)
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty())
                .map(BearerToken::requireWellFormed)
                .findFirst();
    }

    private static boolean hasScheme(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (value.length() == SCHEME.length() || Character.isWhitespace(value.charAt(SCHEME.length())));
    }

    private static String requireWellFormed(String token) {
        if (!B64TOKEN.matcher(token).matches()) {
            throw AuthenticationException.tokenInvalid(null);
        }
        return token;
    }
}
