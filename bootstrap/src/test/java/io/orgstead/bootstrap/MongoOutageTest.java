package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.mongo.Relay;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MongoDB goes away under a running server, in more than one way, and comes back. */
class MongoOutageTest {

    /** How MongoDB goes away. */
    enum Outage {
        CRASHED {
            @Override
            void begin(Relay relay) {
                relay.crash();
            }

            @Override
            void end(Relay relay) {
                relay.restart();
            }
        },
        FROZEN {
            @Override
            void begin(Relay relay) {
                relay.freeze();
            }

            @Override
            void end(Relay relay) {
                relay.thaw();
            }
        };

        abstract void begin(Relay relay);

        abstract void end(Relay relay);
    }

    private final TestDatabases databases = new TestDatabases();
    private final Relay relay = new Relay();
    private Server server;
    private ApiClient client;

    @BeforeEach
    void start() throws InvalidSettingsException {
        server = Server.start(SettingsReader.read(Map.of(
                "ORGSTEAD_MONGODB_URI", relay.uri(),
                "ORGSTEAD_MONGODB_DATABASE", databases.newName(),
                "ORGSTEAD_JWT_SECRET", "a secret of more than thirty-two bytes",
                "ORGSTEAD_BCRYPT_COST", "10",
                "ORGSTEAD_RATE_LIMIT", "off",
                "ORGSTEAD_HTTP_PORT", "0")));
        client = new ApiClient(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
        relay.close();
        databases.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteSaysSoAndRecoversByItself(Outage outage) {
        assertThat(client.create("acme", "a@acme.com").statusCode()).isEqualTo(201);
        String token = client.token("a@acme.com", ApiClient.PASSWORD);

        outage.begin(relay);
        List<Supplier<HttpResponse<String>>> routes = List.of(
                () -> client.create("beta", "b@beta.com"),
                () -> client.find("acme"),
                () -> client.logIn("a@acme.com", ApiClient.PASSWORD),
                () -> client.update(token, "{\"email\": \"c@acme.com\"}"),
                () -> client.delete(token));
        assertThat(routes).allSatisfy(route -> {
            HttpResponse<String> answer = route.get();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("\"store_unavailable\"").doesNotContain("mongo", "127.0.0.1");
        });
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);

        outage.end(relay);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.find("acme").statusCode() == 200);
        assertThat(client.update(token, "{\"new_organization_name\": \"gamma\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.create("beta", "b@beta.com").statusCode()).isEqualTo(201);
    }
}
