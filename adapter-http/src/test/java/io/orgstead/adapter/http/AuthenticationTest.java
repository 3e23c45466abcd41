package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private static final String PLAIN_CHALLENGE = "Bearer realm=\"orgstead\"";
    private static final String INVALID_CHALLENGE = "Bearer realm=\"orgstead\", error=\"invalid_token\"";

    @RegisterExtension
    final TestServer server = new TestServer();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer good.token", "bearer good.token", "BEARER   good.token "})
    void takesTheTokenWhateverTheCaseOfTheScheme(String authorization) {
        assertThat(delete(authorization).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForATokenWhereNoneCame() {
        Http http = server.http();
        HttpResponse<String> response = http.send(http.request("/org/delete").DELETE());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Http.header(response, "WWW-Authenticate")).isEqualTo(PLAIN_CHALLENGE);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("token_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic Z29vZC50b2tlbg==", "good.token", "Bearergood.token", ""})
    void whatIsNoBearerTokenCountsAsNone(String authorization) {
        HttpResponse<String> response = delete(authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Http.header(response, "WWW-Authenticate")).isEqualTo(PLAIN_CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer bad.token", "Bearer good.token good.token", "Bearer \"good.token\"", "Bearer ,"})
    void refusesABadToken(String authorization) {
        HttpResponse<String> response = delete(authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Http.header(response, "WWW-Authenticate")).isEqualTo(INVALID_CHALLENGE);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("token_invalid");
        assertThat(response.body()).doesNotContain("good.token", "bad.token");
    }

    @Test
    void refusesSeveralHeadersAtOnce() {
        Http http = server.http();
        HttpResponse<String> response = http.send(http.request("/org/delete")
                .header("Authorization", "Bearer good.token")
                .header("Authorization", "Bearer good.token")
                .DELETE());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(server.core().calls).isEmpty();
    }

    @Test
    void looksForTheTokenNowhereElse() {
        HttpResponse<String> inQuery = server.http().json("PUT", "/org/update?access_token=good.token", "{}");
        HttpResponse<String> inBody = server.http().json("PUT", "/org/update", "{\"access_token\": \"good.token\"}");

        assertThat(inQuery.statusCode()).isEqualTo(401);
        assertThat(inBody.statusCode()).isEqualTo(401);
    }

    @Test
    void comesBeforeAnythingOfTheBody() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(
                    socket,
                    RawHttp.head(
                            "PUT /org/update HTTP/1.1",
                            "Host: x",
                            "Content-Type: text/plain",
                            "Content-Length: 99999999",
                            "Authorization: Bearer bad.token"));

            assertThat(RawHttp.readHead(socket).status()).isEqualTo(401);
        }
    }

    @Test
    void isHeardByAClientThatSendsAWholeBodyBeforeItListens() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(
                    socket,
                    RawHttp.head("PUT /org/update HTTP/1.1", "Host: x", "Content-Length: 5000000")
                            + "x".repeat(5_000_000));

            assertThat(RawHttp.readHead(socket).status()).isEqualTo(401);
        }
    }

    @Test
    void saysSoWhenTheTokenCannotBeChecked() {
        server.core().authorize = token -> {
            throw new StoreUnavailableException(null);
        };

        HttpResponse<String> response = delete("Bearer good.token");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Http.header(response, "Retry-After")).isEqualTo("1");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private HttpResponse<String> delete(String authorization) {
        Http http = server.http();
        return http.send(http.request("/org/delete")
                .header("Authorization", authorization)
                .DELETE());
    }
}
