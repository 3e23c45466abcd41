package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.failure.TooManyAttemptsException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginThrottlingTest {

    @RegisterExtension
    final TestServer server = new TestServer(TestServer.settings().trustedProxies(List.of("127.0.0.1")));

    @Test
    void whoHasToWaitIsToldForHowLong() {
        server.core().logIn = command -> {
            throw new TooManyAttemptsException(Duration.ofMillis(61_001));
        };

        HttpResponse<String> response = logIn("192.0.2.1", "admin@acme.com");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.header(response, "Retry-After")).isEqualTo("62");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("too_many_requests");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void theCoreIsToldWhichClientItIs() {
        logIn("192.0.2.1", "admin@acme.com");
        logIn("2001:db8:1:2:3:4:5:6", "admin@acme.com");

        assertThat(server.core().calls)
                .map(call -> ((LogIn.Command) call).client().orElseThrow())
                .containsExactly("192.0.2.1", "2001:db8:1:2:0:0:0:0/64");
    }

    private HttpResponse<String> logIn(String client, String email) {
        Http http = server.http();
        return http.send(http.request("/admin/login")
                .header("X-Forwarded-For", client)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\": \"" + email + "\", \"password\": \"correct horse\"}")));
    }
}
