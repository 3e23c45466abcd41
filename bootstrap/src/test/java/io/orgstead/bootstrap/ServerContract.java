package io.orgstead.bootstrap;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.testkit.Race;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole server over HTTP, on every store. */
abstract class ServerContract {

    private Server server;
    private ApiClient client;

    /** What chooses the store; the same for every start within a test. */
    abstract Map<String, String> storeSettings();

    @BeforeEach
    void start() throws InvalidSettingsException {
        Map<String, String> environment = new HashMap<>(storeSettings());
        environment.put("ORGSTEAD_HTTP_PORT", "0");
        environment.put("ORGSTEAD_BCRYPT_COST", "10");
        environment.put("ORGSTEAD_RATE_LIMIT", "off");
        server = Server.start(SettingsReader.read(environment));
        client = new ApiClient(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void livesThroughAnOrganizationsLife() {
        HttpResponse<String> created = client.create("Acme Corp", "Admin@Acme.com");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThatJson(created.body())
                .isObject()
                .containsEntry("organization_name", "Acme Corp")
                .containsEntry("collection_name", "org_acme_corp")
                .containsEntry("admin_email", "admin@acme.com")
                .containsOnlyKeys(
                        "organization_id",
                        "organization_name",
                        "collection_name",
                        "admin_id",
                        "admin_email",
                        "created_at");
        assertThat(client.find("acme_corp").body()).isEqualTo(created.body());

        String token = client.token("admin@acme.com", ApiClient.PASSWORD);
        HttpResponse<String> renamed = client.update(token, "{\"new_organization_name\": \"Acme Inc\"}");
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(client.find("acme inc").body()).isEqualTo(renamed.body());
        assertThat(client.find("acme corp").statusCode()).isEqualTo(404);

        assertThat(client.delete(token).statusCode()).isEqualTo(200);
        assertThat(client.delete(token).statusCode()).isEqualTo(401);
        assertThat(client.find("acme inc").statusCode()).isEqualTo(404);
        assertThat(client.create("acme inc", "admin@acme.com").statusCode()).isEqualTo(201);
        assertThat(client.delete(token).statusCode())
                .as("a token of the namesake before")
                .isEqualTo(401);
    }

    @Test
    void remembersEverythingAcrossARestart() throws InvalidSettingsException {
        String created = client.create("acme", "a@acme.com").body();
        String token = client.token("a@acme.com", ApiClient.PASSWORD);
        stop();
        start();
        assertThat(client.find("acme").body()).isEqualTo(created);
        assertThat(client.update(token, "{\"email\": \"b@acme.com\"}").statusCode())
                .as("a token from before the restart")
                .isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsOldTokensAndNoNewOnes() {
        client.create("acme", "a@acme.com");
        String before = client.token("a@acme.com", ApiClient.PASSWORD);
        assertThat(client.update(before, "{\"password\": \"battery staple\"}").statusCode())
                .isEqualTo(200);
        assertThat(client.update(before, "{\"password\": \"another one\"}").statusCode())
                .isEqualTo(401);
        assertThat(client.logIn("a@acme.com", ApiClient.PASSWORD).statusCode()).isEqualTo(401);
        String after = client.token("a@acme.com", "battery staple");
        assertThat(client.update(after, "{\"new_organization_name\": \"beta\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneOfManyGetsTheName() {
        Race<HttpResponse<String>> race = Race.of(i -> () -> client.create("acme", "a" + i + "@acme.com"));
        assertThat(race.results())
                .extracting(HttpResponse::statusCode)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @Test
    void anUnknownAddressIsRefusedLikeAWrongPassword() {
        client.create("acme", "a@acme.com");
        HttpResponse<String> wrong = client.logIn("a@acme.com", "wrong horse");
        HttpResponse<String> unknown = client.logIn("b@acme.com", "wrong horse");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    @Test
    void isReady() {
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        assertThatJson(client.get("/health").body()).node("checks.store").isEqualTo("up");
    }

    private static String withoutRequestId(HttpResponse<String> response) {
        return response.body().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
