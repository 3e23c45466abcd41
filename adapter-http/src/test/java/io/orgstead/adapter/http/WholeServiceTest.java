package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.domain.access.RateLimit;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The routes over the real core, an embedded store and real tokens. */
class WholeServiceTest {

    private static final String ACME = """
            {"organization_name": "Acme Corp", "email": "admin@acme.com", "password": "longenough"}""";

    private final SqliteAdapters store = SqliteAdapters.inMemory();
    private final SecurityAdapters security = SecurityAdapters.create(
            SecuritySettings.defaults(TokenSecret.ofText("x".repeat(32)))
                    .withBcryptCost(SecuritySettings.MIN_BCRYPT_COST),
            InstantSource.system());
    private final HttpAdapter adapter = HttpAdapter.start(
            OrganizationManagement.builder()
                    .organizations(store.organizations())
                    .admins(store.admins())
                    .tenantCollections(store.tenantCollections())
                    .healthProbe(store.healthProbe())
                    .passwordHasher(security.passwordHasher())
                    .tokenService(security.tokenService())
                    .idSource(security.idSource())
                    .clock(InstantSource.system())
                    .build(),
            TestServer.settings().build(),
            Optional.of(SecurityAdapters.rateLimiter(new RateLimit(100, Duration.ofMinutes(1)))));
    private final Http http = new Http(adapter.port());

    @AfterEach
    void stop() {
        adapter.close();
        security.close();
        store.close();
    }

    @Test
    void anOrganizationsLife() {
        HttpResponse<String> created = http.json("POST", "/org/create", ACME);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(http.get(Http.header(created, "Location")).body()).isEqualTo(created.body());
        assertThat(http.json("POST", "/org/create", ACME).statusCode()).isEqualTo(409);

        String token = logIn("longenough");
        HttpResponse<String> updated = send(
                "PUT", "/org/update", token, "{\"new_organization_name\": \"Acme Ltd\", \"password\": \"evenlonger\"}");
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(http.get("/org/get?organization_name=Acme+Corp").statusCode())
                .isEqualTo(404);
        assertThat(http.get("/org/get?organization_name=acme%20ltd").body()).isEqualTo(updated.body());

        assertThat(send("DELETE", "/org/delete", token, "").statusCode())
                .as("the password was changed")
                .isEqualTo(401);
        String fresh = logIn("evenlonger");
        assertThat(send("DELETE", "/org/delete?organization_name=other", fresh, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "/org/delete", fresh, "").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/org/delete", fresh, "").statusCode()).isEqualTo(401);
        assertThat(http.get("/org/get?organization_name=acme_ltd").statusCode()).isEqualTo(404);
    }

    @Test
    void isReady() {
        assertThat(http.get("/health/ready").body()).isEqualTo("{\"status\":\"up\",\"checks\":{\"store\":\"up\"}}");
    }

    @Test
    void limitsAClient() {
        for (int i = 0; i < 100; i++) {
            http.get("/");
        }

        HttpResponse<String> response = http.get("/");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(Http.header(response, "Retry-After"))).isBetween(1L, 60L);
        assertThat(http.get("/health").statusCode()).isEqualTo(200);
    }

    private String logIn(String password) {
        HttpResponse<String> response = http.json(
                "POST", "/admin/login", "{\"email\": \"admin@acme.com\", \"password\": \"" + password + "\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        return Http.body(response).get("access_token").textValue();
    }

    private HttpResponse<String> send(String method, String path, String token, String body) {
        return http.send(http.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
