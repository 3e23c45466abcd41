package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.testkit.SteppingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVerificationTest {

    private static final String SECRET = "an-orgstead-test-secret-of-48-bytes-läßt-grüßen";
    private static final byte[] KEY = SECRET.getBytes(StandardCharsets.UTF_8);
    private static final long NOW = 1_800_000_000;
    private static final String ADMIN = "65a1b2c3d4e5f60718293a4b";
    private static final String ORGANIZATION = "65a1b2c3d4e5f60718293a4c";
    private static final String PAYLOAD =
            "{\"iss\":\"orgstead\",\"sub\":\"" + ADMIN + "\",\"organization_id\":\"" + ORGANIZATION
                    + "\",\"iat\":1800000000,\"exp\":1800001800,\"credentials_changes\":3,\"credentials_changed_at\":1799999999123}";

    /** Made with {@code openssl dgst -sha256 -hmac}; without a count of changes. */
    private static final String FROM_ELSEWHERE = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
            + "eyJzdWIiOiI2NWExYjJjM2Q0ZTVmNjA3MTgyOTNhNGIiLCJlbWFpbCI6ImFkbWluQGFjbWUuZXhhbXBsZSIsIm9yZ2FuaXphdGlvbl9p"
            + "ZCI6IjY1YTFiMmMzZDRlNWY2MDcxODI5M2E0YyIsIm9yZ2FuaXphdGlvbl9uYW1lIjoiQWNtZSIsImlzcyI6Im9yZ3N0ZWFkIiwiaWF0"
            + "IjoxODAwMDAwMDAwLCJleHAiOjE4MDAwMDE4MDAsImp0aSI6ImY4MWQ0ZmFlIn0"
            + ".0KPLe1Vs7maGbBgcajqIxjOW6GS3qOIgNcusQM7y1GM";

    private final SteppingClock clock = new SteppingClock(Instant.ofEpochSecond(NOW));
    private final JwtTokenService tokens =
            new JwtTokenService(SecuritySettings.defaults(TokenSecret.ofText(SECRET)), clock);

    @Test
    void acceptsATokenOfAnotherImplementation() {
        assertThat(tokens.verify(FROM_ELSEWHERE))
                .isEqualTo(new TokenClaims(
                        new AdminId(ADMIN),
                        new OrganizationId(ORGANIZATION),
                        Optional.empty(),
                        Instant.ofEpochSecond(NOW)));
    }

    @Test
    void acceptsAHandMadeToken() {
        assertThat(tokens.verify(signed(PAYLOAD)).credentials())
                .hasValue(new CredentialsState(3, Optional.of(Instant.ofEpochMilli(1_799_999_999_123L))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"1\"}"
            })
    void acceptsOtherHarmlessHeaders(String header) {
        assertThat(tokens.verify(HandMadeToken.sign(header, PAYLOAD, KEY))).isEqualTo(tokens.verify(signed(PAYLOAD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"crit\":null}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":1}",
                "{\"alg\":\"HS256\",\"typ\":null}",
                "{\"alg\":\"HS384\",\"typ\":\"JWT\"}",
                "{\"alg\":\"hs256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"none\",\"typ\":\"JWT\"}",
                "{\"alg\":[\"HS256\"]}",
                "{\"typ\":\"JWT\"}",
                "{}",
                "null",
                "[]",
                "\"HS256\"",
                "not json",
            })
    void refusesOtherHeadersThoughTheSignatureIsRight(String header) {
        assertRefused(HandMadeToken.sign(header, PAYLOAD, KEY));
    }

    @ParameterizedTest
    @CsvSource({"HmacSHA384, HS384", "HmacSHA512, HS512", "HmacSHA1, HS256", "HmacSHA512, HS256"})
    void refusesOtherAlgorithmsOfTheSameKey(String mac, String name) {
        assertRefused(HandMadeToken.sign(mac, "{\"alg\":\"" + name + "\"}", PAYLOAD, KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iss\":\"orgstead\"|\"iss\":\"Orgstead\"",
                "\"iss\":\"orgstead\"|\"iss\":[\"orgstead\"]",
                "\"iss\":\"orgstead\"|\"iss\":null",
                "\"iss\":\"orgstead\"|\"x\":1",
                "\"exp\":1800001800|\"exp\":null",
                "\"exp\":1800001800|\"exp\":\"1800001800\"",
                "\"exp\":1800001800|\"exp\":true",
                "\"exp\":1800001800|\"exp\":1800000000",
                "\"exp\":1800001800|\"exp\":0",
                "\"exp\":1800001800|\"exp\":-1",
                "\"exp\":1800001800|\"exp\":9e99",
                "\"exp\":1800001800|\"exp\":9223372036854775807",
                "\"exp\":1800001800|\"x\":1",
                "\"iat\":1800000000|\"iat\":null",
                "\"iat\":1800000000|\"iat\":\"1800000000\"",
                "\"iat\":1800000000|\"iat\":1800000006",
                "\"iat\":1800000000|\"x\":1",
                "\"iat\":1800000000|\"iat\":1800000000,\"nbf\":1800000001",
                "\"iat\":1800000000|\"iat\":1800000000,\"nbf\":\"soon\"",
                "\"iat\":1800000000|\"iat\":1800000000,\"aud\":\"others\"",
                "\"iat\":1800000000|\"iat\":1800000000,\"aud\":[]",
                "\"credentials_changes\":3|\"credentials_changes\":null",
                "\"credentials_changes\":3|\"credentials_changes\":\"3\"",
                "1799999999123|\"yesterday\"",
                "1799999999123|null",
                "\"sub\"|\"subject\"",
                "\"organization_id\"|\"organization\"",
                "65a1b2c3d4e5f60718293a4b|",
                "65a1b2c3d4e5f60718293a4b|65A1B2C3D4E5F60718293A4B",
                "65a1b2c3d4e5f60718293a4b|65a1b2c3d4e5f60718293a4",
                "65a1b2c3d4e5f60718293a4c|65a1b2c3d4e5f60718293a4c0",
                "\"65a1b2c3d4e5f60718293a4c\"|12",
                "\"65a1b2c3d4e5f60718293a4c\"|null",
            })
    void refusesOtherClaimsThoughTheSignatureIsRight(String change) {
        int bar = change.indexOf('|');
        String payload = PAYLOAD.replace(change.substring(0, bar), change.substring(bar + 1));

        assertThat(payload).isNotEqualTo(PAYLOAD);
        assertRefused(signed(payload));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "1", "\"\"", "not json", "{\"iss\":\"orgstead\"", " "})
    void refusesPayloadsThatAreNoClaims(String payload) {
        assertRefused(signed(payload));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sub\":\"65a1b2c3d4e5f60718293a4d\"",
                "\"sub\":\"65a1b2c3d4e5f60718293a4b\"",
                "\"s\\u0075b\":\"65a1b2c3d4e5f60718293a4d\"",
                "\"exp\":1",
                "\"iat\":1800000000",
                "\"iss\":\"orgstead\"",
                "\"organization_id\":\"65a1b2c3d4e5f60718293a4d\"",
                "\"credentials_changes\":3",
                "\"x\":1,\"x\":2",
                "\"x\":{\"y\":[{\"z\":1,\"z\":1}]}",
            })
    void refusesRepeatedClaims(String repeated) {
        assertRefused(signed(PAYLOAD.replace("{", "{" + repeated + ",")));
    }

    @Test
    void takesTheSameNameInDifferentObjects() {
        String payload = PAYLOAD.replace("{", "{\"x\":{\"sub\":1,\"y\":{\"sub\":2}},");

        assertThat(tokens.verify(signed(payload)).adminId()).isEqualTo(new AdminId(ADMIN));
    }

    @Test
    void refusesARepeatedAlgorithm() {
        assertRefused(HandMadeToken.sign("{\"alg\":\"none\",\"alg\":\"HS256\"}", PAYLOAD, KEY));
    }

    @Test
    void refusesDeeplyNestedPayloads() {
        assertRefused(signed("{\"a\":" + "[".repeat(5_000) + "]".repeat(100)));
    }

    @Test
    void clocksMayDifferByFiveSecondsAtTheIssue() {
        String token = signed(PAYLOAD.replace("\"iat\":1800000000", "\"iat\":1800000005"));

        assertThat(tokens.verify(token).issuedAt()).isEqualTo(Instant.ofEpochSecond(NOW + 5));
    }

    @Test
    void expiryHasNoLeeway() {
        String token = signed(PAYLOAD);

        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(tokens.verify(token)).isNotNull();
        clock.advance(Duration.ofMillis(1));
        assertRefused(token);
    }

    @Test
    void aTokenNotYetToBeUsedHoldsFromItsTimeOn() {
        String token = signed(PAYLOAD.replace("\"iat\"", "\"nbf\":1800000002,\"iat\""));

        assertRefused(token);
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(token)).isNotNull();
    }

    @Test
    void aSignatureHasOneSpelling() {
        String token = signed(PAYLOAD);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        assertThat(alphabet.chars()
                        .mapToObj(last -> token.substring(0, token.length() - 1) + (char) last)
                        .filter(this::holds))
                .containsExactly(token);
        assertRefused(token + "=");
        assertRefused(token + "A");
        assertRefused(token + " ");
        assertRefused(token + "\n");
    }

    @Test
    void refusesLongTokensThatWouldHold() {
        String padding = PAYLOAD.replace("{", "{\"x\":\"" + "y".repeat(5_000) + "\",");
        String tooMuch = PAYLOAD.replace("{", "{\"x\":\"" + "y".repeat(6_000) + "\",");

        assertThat(tokens.verify(signed(padding))).isNotNull();
        assertThat(signed(tooMuch)).hasSizeGreaterThan(JwtVerification.MAX_LENGTH);
        assertRefused(signed(tooMuch));
    }

    @Test
    void theReasonQuotesNothingOfTheToken() {
        String token = HandMadeToken.sign("{\"alg\":\"HS256\"", "{\"email\":\"secret@example.com\"", KEY);

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> tokens.verify(token))
                .satisfies(e -> assertThat(e.getCause())
                        .isInstanceOf(TokenRefusal.class)
                        .hasNoCause()
                        .hasMessage("JWTDecodeException"));
    }

    private static String signed(String payload) {
        return HandMadeToken.sign(HandMadeToken.HEADER, payload, KEY);
    }

    private boolean holds(String token) {
        try {
            tokens.verify(token);
            return true;
        } catch (AuthenticationException e) {
            return false;
        }
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> tokens.verify(token))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOKEN_INVALID));
    }
}
