package io.orgstead.testkit.reference;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TokenService;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceTokenService implements TokenService {

    /** All but the clock that two services can differ in. */
    public record Setup(String key, String issuer, Duration lifetime) {}

    private static final long NEVER = Long.MIN_VALUE;
    private static final String HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    private static final Pattern CLAIMS = Pattern.compile(
            "\\{\"sub\":\"(.+)\",\"org\":\"(.+)\",\"cc\":(\\d+),\"ca\":(-?\\d+),\"iss\":\"(.+)\",\"iat\":(\\d+),\"exp\":(\\d+),\"jti\":\"(.+)\"}");

    private final Setup setup;
    private final InstantSource clock;

    public ReferenceTokenService(Setup setup, InstantSource clock) {
        this.setup = setup;
        this.clock = clock;
    }

    protected boolean isHeader(String header) {
        return header.equals(HEADER);
    }

    protected boolean isSignature(String offered, String computed) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.UTF_8), computed.getBytes(StandardCharsets.UTF_8));
    }

    protected boolean isIssuer(String issuer) {
        return issuer.equals(setup.issuer());
    }

    protected boolean isAlive(Instant expiry, Instant now) {
        return now.isBefore(expiry);
    }

    protected String nextId() {
        return UUID.randomUUID().toString();
    }

    protected RuntimeException invalid() {
        return AuthenticationException.tokenInvalid(null);
    }

    @Override
    public AccessToken issue(Admin admin, Organization organization) {
        long now = clock.instant().getEpochSecond();
        String claims = String.format(
                "{\"sub\":\"%s\",\"org\":\"%s\",\"cc\":%d,\"ca\":%d,\"iss\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}",
                admin.id(),
                organization.id(),
                admin.credentials().changes(),
                admin.credentials().changedAt().map(Instant::toEpochMilli).orElse(NEVER),
                setup.issuer(),
                now,
                now + setup.lifetime().toSeconds(),
                nextId());
        String signed = HEADER + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return new AccessToken(signed + "." + signature(signed), setup.lifetime());
    }

    @Override
    public TokenClaims verify(String token) {
        String[] segments = token.split("\\.", -1);
        if (segments.length != 3
                || !isHeader(segments[0])
                || !isSignature(segments[2], signature(segments[0] + "." + segments[1]))) {
            throw invalid();
        }
        Matcher claims = CLAIMS.matcher(decoded(segments[1]));
        if (!claims.matches() || !isIssuer(claims.group(5)) || !isAlive(instant(claims.group(7)), clock.instant())) {
            throw invalid();
        }
        return new TokenClaims(
                new AdminId(claims.group(1)),
                new OrganizationId(claims.group(2)),
                Optional.of(new CredentialsState(Long.parseLong(claims.group(3)), changedAt(claims.group(4)))),
                instant(claims.group(6)));
    }

    private String decoded(String segment) {
        try {
            return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(setup.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> changedAt(String millis) {
        return Optional.of(Long.parseLong(millis)).filter(at -> at != NEVER).map(Instant::ofEpochMilli);
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
