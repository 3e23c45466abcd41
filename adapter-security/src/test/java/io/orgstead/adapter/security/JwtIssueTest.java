package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.SteppingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JwtIssueTest {

    private static final byte[] KEY = "an-orgstead-test-secret-of-32-bytes-and-more".getBytes(StandardCharsets.UTF_8);

    private final Samples samples = new Samples();
    private final Admin admin = samples.admin();
    private final Organization organization = samples.active(OrganizationName.parse("Ärger & \"Söhne\""));
    private final JwtTokenService tokens = new JwtTokenService(
            SecuritySettings.defaults(TokenSecret.of(KEY)).withTokenLifetime(Duration.ofSeconds(90)),
            SteppingClock.atSampleTime());

    @Test
    void saysWhatTheContractSaysAndNothingElse() {
        AccessToken token = tokens.issue(admin, organization);
        String[] parts = token.reveal().split("\\.", -1);
        long issuedAt = Samples.NOW.getEpochSecond();

        assertThat(token.lifetime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(decode(parts[0]))
                .contains("\"alg\":\"HS256\"", "\"typ\":\"JWT\"")
                .hasSize(27);
        assertThat(decode(parts[1]).replaceFirst("\"jti\":\"[0-9a-f-]{36}\"", "\"jti\":\"...\""))
                .isEqualTo("{\"iss\":\"orgstead\",\"sub\":\"" + admin.id() + "\",\"iat\":" + issuedAt + ",\"exp\":"
                        + (issuedAt + 90) + ",\"jti\":\"...\",\"email\":\"" + admin.email()
                        + "\",\"organization_id\":\"" + organization.id()
                        + "\",\"organization_name\":\"Ärger & \\\"Söhne\\\"\",\"credentials_changes\":0}");
    }

    @Test
    void signsAsTheStandardSays() {
        String token = tokens.issue(admin, organization).reveal();
        String[] parts = token.split("\\.", -1);

        assertThat(token).isEqualTo(HandMadeToken.sign(decode(parts[0]), decode(parts[1]), KEY));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
