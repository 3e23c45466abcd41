package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdminRoutesTest {

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void loginAnswersWithAToken() {
        HttpResponse<String> response = logIn("ADMIN@acme.com", ScriptedCore.PASSWORD);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(Http.body(response).get("access_token").textValue()).isEqualTo(ScriptedCore.TOKEN);
        assertThat(Http.body(response).get("token_type").textValue()).isEqualTo("bearer");
        assertThat(Http.body(response).get("expires_in").intValue()).isEqualTo(1800);
        assertThat(Http.body(response).get("organization_id").textValue()).hasSize(24);
        assertThat(Http.body(response).get("organization_name").textValue()).isEqualTo("Acme Corp");
        assertThat(Http.body(response).get("admin_email").textValue()).isEqualTo("admin@acme.com");
    }

    @Test
    void everyWrongLoginIsAnsweredAlike() {
        HttpResponse<String> wrongPassword = logIn("admin@acme.com", "wrong password");
        HttpResponse<String> unknownEmail = logIn("nobody@acme.com", ScriptedCore.PASSWORD);

        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(Http.header(wrongPassword, "WWW-Authenticate")).isEqualTo("Bearer realm=\"orgstead\"");
        assertThat(Http.header(wrongPassword, "Cache-Control")).isEqualTo("no-store");
        assertThat(withoutRequestId(unknownEmail)).isEqualTo(withoutRequestId(wrongPassword));
        assertThat(unknownEmail.headers().map().keySet())
                .isEqualTo(wrongPassword.headers().map().keySet());
    }

    @Test
    void aPasswordThatNobodyCanHaveIsJustWrong() {
        assertThat(logIn("admin@acme.com", "").statusCode()).isEqualTo(401);
        assertThat(logIn("admin@acme.com", "x".repeat(100)).statusCode()).isEqualTo(401);
    }

    @Test
    void anEmailThatIsNoneIsInvalid() {
        HttpResponse<String> response = logIn("not an email", ScriptedCore.PASSWORD);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Http.body(response).at("/errors/0/field").textValue()).isEqualTo("email");
    }

    private HttpResponse<String> logIn(String email, String password) {
        return server.http()
                .json("POST", "/admin/login", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
    }

    private static String withoutRequestId(HttpResponse<String> response) {
        return response.body().replace(Http.header(response, "X-Request-Id"), "");
    }
}
