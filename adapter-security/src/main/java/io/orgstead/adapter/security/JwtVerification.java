package io.orgstead.adapter.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens. What the library leaves open is closed here: it does without an {@code exp}, ignores {@code crit}, takes
 * signatures in several spellings, and of a claim that is repeated the last.
 */
final class JwtVerification {

    /** The most characters of a token: many times what is issued. */
    static final int MAX_LENGTH = 8192;

    private static final long CLOCK_SKEW_SECONDS = 5;

    /** Three parts in base64url, the third of exactly 32 bytes: its last digit has two bits that must be zero. */
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private final JWTVerifier verifier;

    JwtVerification(Algorithm algorithm, String issuer, InstantSource clock) {
        JWTVerifier.BaseVerification rules = (JWTVerifier.BaseVerification)
                JWT.require(algorithm).withIssuer(issuer).acceptIssuedAt(CLOCK_SKEW_SECONDS);
        verifier = rules.build(clock.withZone(ZoneOffset.UTC));
    }

    TokenClaims verify(String token) {
        try {
            return claims(genuine(token));
        } catch (TokenRefusal e) {
            throw AuthenticationException.tokenInvalid(e);
        } catch (RuntimeException e) {
            // The library has more than its own exceptions for a token that is malformed enough, and quotes from it.
            throw AuthenticationException.tokenInvalid(
                    new TokenRefusal(e.getClass().getSimpleName()));
        }
    }

    private DecodedJWT genuine(String token) {
        require(token.length() <= MAX_LENGTH, "too long");
        require(SHAPE.matcher(token).matches(), "not three parts in base64url");
        DecodedJWT decoded = verifier.verify(token);
        require(
                JsonNames.areUnique(decoded.getHeader()) && JsonNames.areUnique(decoded.getPayload()),
                "with a name that is repeated");
        // RFC 7515, 4.1.11: extensions that must be understood. None is.
        require(decoded.getHeaderClaim("crit").isMissing(), "has critical extensions");
        require(isJwt(decoded.getHeaderClaim("typ")), "of another type");
        // RFC 7519, 4.1.3: a token for somebody else must be refused, and nobody here has a name to be found in it.
        require(decoded.getClaim("aud").isMissing(), "for another audience");
        return decoded;
    }

    private static TokenClaims claims(DecodedJWT decoded) {
        present(decoded.getExpiresAtAsInstant(), "without expiry");
        Instant issuedAt = present(decoded.getIssuedAtAsInstant(), "without time of issue");
        String subject = present(decoded.getSubject(), "without subject");
        String organization =
                present(decoded.getClaim(JwtTokenService.ORGANIZATION_ID).asString(), "without organization");
        return new TokenClaims(
                new AdminId(subject),
                new OrganizationId(organization),
                credentials(
                        decoded.getClaim(JwtTokenService.CREDENTIALS_CHANGES),
                        decoded.getClaim(JwtTokenService.CREDENTIALS_CHANGED_AT)),
                issuedAt);
    }

    private static boolean isJwt(Claim type) {
        return type.isMissing() || "JWT".equalsIgnoreCase(type.asString());
    }

    private static Optional<CredentialsState> credentials(Claim changes, Claim changedAt) {
        if (changes.isMissing()) {
            return Optional.empty();
        }
        return Optional.of(new CredentialsState(
                present(changes.asLong(), "with a count of changes that is no number"),
                changedAt.isMissing()
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(
                                present(changedAt.asLong(), "with a time of change that is no number")))));
    }

    private static <T> T present(@Nullable T value, String refusal) {
        if (value == null) {
            throw new TokenRefusal(refusal);
        }
        return value;
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new TokenRefusal(refusal);
        }
    }
}
