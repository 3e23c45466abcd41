package io.orgstead.adapter.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** {@link TokenService} by JWTs (RFC 7519) that are signed with HS256. */
final class JwtTokenService implements TokenService {

    static final String EMAIL = "email";
    static final String ORGANIZATION_ID = "organization_id";
    static final String ORGANIZATION_NAME = "organization_name";
    static final String CREDENTIALS_CHANGES = "credentials_changes";

    /** In milliseconds since 1970; absent from tokens of a password never changed. */
    static final String CREDENTIALS_CHANGED_AT = "credentials_changed_at";

    private final InstantSource clock;
    private final String issuer;
    private final Duration lifetime;
    private final Algorithm algorithm;
    private final JwtVerification verification;

    JwtTokenService(SecuritySettings settings, InstantSource clock) {
        this.clock = clock;
        issuer = settings.issuer();
        lifetime = settings.tokenLifetime();
        algorithm = Algorithm.HMAC256(settings.tokenSecret().reveal());
        verification = new JwtVerification(algorithm, issuer, clock);
    }

    @Override
    public AccessToken issue(Admin admin, Organization organization) {
        Instant now = clock.instant();
        String token = JWT.create()
                .withIssuer(issuer)
                .withSubject(admin.id().value())
                .withIssuedAt(now)
                .withExpiresAt(now.plus(lifetime))
                .withJWTId(UUID.randomUUID().toString())
                .withClaim(EMAIL, admin.email().value())
                .withClaim(ORGANIZATION_ID, organization.id().value())
                .withClaim(ORGANIZATION_NAME, organization.name().value())
                .withClaim(CREDENTIALS_CHANGES, admin.credentials().changes())
                .withPayload(lastChange(admin))
                .sign(algorithm);
        return new AccessToken(token, lifetime);
    }

    @Override
    public TokenClaims verify(String token) {
        return verification.verify(token);
    }

    private static Map<String, Long> lastChange(Admin admin) {
        return admin.credentials()
                .changedAt()
                .map(at -> Map.of(CREDENTIALS_CHANGED_AT, at.toEpochMilli()))
                .orElse(Map.of());
    }
}
