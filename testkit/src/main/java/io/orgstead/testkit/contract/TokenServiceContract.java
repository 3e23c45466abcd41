package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.TokenService;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.SteppingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link TokenService} must do whose tokens are signed JSON Web Tokens (RFC 7519) in compact form. An
 * implementation's test extends this class and says how to make the port.
 */
public abstract class TokenServiceContract {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private final Samples samples = new Samples();
    private final Admin admin = samples.admin();
    private final Organization organization = samples.active(samples.name());
    private TokenService tokens;

    /**
     * Makes the port that is tested. Called at least once before each test; all that it makes share key and issuer.
     *
     * @param clock its only source of time
     * @param lifetime how long its tokens hold
     * @return the port
     */
    protected abstract TokenService tokenService(SteppingClock clock, Duration lifetime);

    /**
     * Makes a service that differs from the tested one in nothing but its key.
     *
     * @param clock its only source of time
     * @param lifetime how long its tokens hold
     * @return the other service
     */
    protected abstract TokenService tokenServiceOfAnotherKey(SteppingClock clock, Duration lifetime);

    /**
     * Makes a service that differs from the tested one in nothing but its issuer.
     *
     * @param clock its only source of time
     * @param lifetime how long its tokens hold
     * @return the other service
     */
    protected abstract TokenService tokenServiceOfAnotherIssuer(SteppingClock clock, Duration lifetime);

    @BeforeEach
    void openTokens() {
        tokens = tokenService(clock, LIFETIME);
    }

    private String issue() {
        return tokens.issue(admin, organization).reveal();
    }

    private void expectInvalid(String token) {
        Refusal.expect(FailureCode.TOKEN_INVALID, () -> tokens.verify(token));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void issuedTokenSaysWhomItIsFor() {
        TokenClaims claims = tokens.verify(issue());

        assertThat(claims.adminId()).isEqualTo(admin.id());
        assertThat(claims.organizationId()).isEqualTo(organization.id());
        assertThat(claims.issuedAt()).isEqualTo(Samples.NOW.truncatedTo(ChronoUnit.SECONDS));
        assertThat(claims.holdsFor(admin)).isTrue();
    }

    @Test
    void issuedTokenEndsWithTheNextChangeOfThePassword() {
        Admin changed = admin.updated(
                organization.updating(samples.operation()),
                Optional.empty(),
                Optional.of(samples.hash()),
                clock.instant());

        assertThat(tokens.verify(issue()).credentials()).hasValue(admin.credentials());
        assertThat(tokens.verify(issue()).holdsFor(changed)).isFalse();
        TokenClaims fresh = tokens.verify(tokens.issue(changed, organization).reveal());
        assertThat(fresh.credentials()).hasValue(changed.credentials());
        assertThat(fresh.holdsFor(changed)).isTrue();
    }

    @Test
    void tokenTellsItsLifetime() {
        assertThat(tokens.issue(admin, organization).lifetime()).isEqualTo(LIFETIME);
    }

    @Test
    void otherInstancesOfTheSameKeyAcceptTheToken() {
        TokenService other = tokenService(clock, Duration.ofHours(1));

        assertThat(other.verify(issue()).adminId()).isEqualTo(admin.id());
    }

    @Test
    void tokenHoldsUntilItsExpiry() {
        String token = issue();

        clock.advance(LIFETIME.minusSeconds(1));
        assertThat(tokens.verify(token).adminId()).isEqualTo(admin.id());
        clock.advance(Duration.ofSeconds(1));
        // Clocks of several instances differ, so a few seconds of leeway are allowed.
        clock.advance(Duration.ofMinutes(1));
        expectInvalid(token);
    }

    @Test
    void tokenOfAnotherKeyIsInvalid() {
        TokenService other = tokenServiceOfAnotherKey(clock, LIFETIME);
        String forged = other.issue(admin, organization).reveal();

        assertThat(other.verify(forged).adminId()).isEqualTo(admin.id());
        expectInvalid(forged);
        assertThat(tokens.verify(issue()).adminId()).isEqualTo(admin.id());
    }

    @Test
    void tokenOfAnotherIssuerIsInvalid() {
        TokenService other = tokenServiceOfAnotherIssuer(clock, LIFETIME);
        String foreign = other.issue(admin, organization).reveal();

        assertThat(other.verify(foreign).adminId()).isEqualTo(admin.id());
        expectInvalid(foreign);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void tokenChangedAnywhereIsInvalid(int segment) {
        String[] segments = issue().split("\\.", -1);
        String genuine = segments[segment];
        assertThat(segments).hasSize(3);

        for (int i = 0; i < genuine.length() - 1; i++) {
            char other = genuine.charAt(i) == 'A' ? 'B' : 'A';
            segments[segment] = genuine.substring(0, i) + other + genuine.substring(i + 1);
            expectInvalid(String.join(".", segments));
        }
        segments[segment] = "";
        expectInvalid(String.join(".", segments));
    }

    @Test
    void segmentsOfTwoTokensDoNotMix() {
        String[] mine = issue().split("\\.", -1);
        String[] theirs = tokens.issue(samples.admin(), organization).reveal().split("\\.", -1);

        expectInvalid(mine[0] + "." + theirs[1] + "." + mine[2]);
        assertThat(tokens.verify(String.join(".", mine)).adminId()).isEqualTo(admin.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"typ\":\"JWT\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"HS384\",\"typ\":\"JWT\"}",
                "{\"alg\":\"RS256\"}",
                "{\"typ\":\"JWT\"}",
                "{}",
                "[]",
                "not json"
            })
    void tokenOfAnotherAlgorithmIsInvalid(String header) {
        String[] segments = issue().split("\\.", -1);

        expectInvalid(base64(header) + "." + segments[1] + ".");
        expectInvalid(base64(header) + "." + segments[1] + "." + segments[2]);
        expectInvalid(base64(header) + "." + segments[1]);
    }

    static Stream<String> garbage() {
        return Stream.of(
                "",
                " ",
                ".",
                "..",
                "...",
                "a.b.c",
                "Bearer",
                "null",
                "\0",
                "\ud800.\udfff.\u00fc",
                base64("{\"alg\":\"HS256\"}") + "." + base64("{}") + "." + base64("x"),
                base64("{\"alg\":\"HS256\"}") + "." + base64("[".repeat(5_000)) + "." + base64("x"),
                "x".repeat(100_000),
                ".".repeat(100_000),
                ("x".repeat(100_000) + ".").repeat(3));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsInvalid(String garbage) {
        expectInvalid(garbage);
    }

    @Test
    void genuineTokenWithAnythingAroundItIsInvalid() {
        String token = issue();

        expectInvalid(token + ".");
        expectInvalid("." + token);
        expectInvalid(token + "." + token);
        expectInvalid("Bearer " + token);
        expectInvalid(token + "\n");
    }

    @Test
    void noTokenIsIssuedTwice() {
        List<String> issued = Stream.generate(this::issue).limit(1_000).toList();

        assertThat(issued)
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).isNotEmpty());
    }

    @Test
    void manyMayIssueAndVerifyAtOnce() {
        Race<TokenClaims> race = Race.of(runner -> () -> tokens.verify(issue()));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results())
                .hasSize(Race.RUNNERS)
                .allSatisfy(claims -> assertThat(claims.adminId()).isEqualTo(admin.id()));
    }
}
