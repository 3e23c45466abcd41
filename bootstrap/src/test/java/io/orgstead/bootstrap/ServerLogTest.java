package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import co.elastic.logging.logback.EcsEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a server logs, in JSON as collectors read it, while every route is asked for. */
class ServerLogTest {

    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** Keeps every line, from any thread. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final EcsEncoder encoder = new EcsEncoder();
        final List<String> lines = new CopyOnWriteArrayList<>();

        Lines(LoggerContext context) {
            setContext(context);
            encoder.setContext(context);
            encoder.start();
            start();
        }

        @Override
        protected synchronized void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8).strip());
        }

        List<String> with(String... parts) {
            return lines.stream()
                    .filter(line -> List.of(parts).stream().allMatch(line::contains))
                    .toList();
        }
    }

    @TempDir
    Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.orgstead");
    private final Lines log = new Lines(logger.getLoggerContext());
    private Server server;

    @BeforeEach
    void start() throws InvalidSettingsException {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(log);
        server = Server.start(SettingsReader.read(Map.of(
                "ORGSTEAD_DATA_DIR", folder.toString(), "ORGSTEAD_HTTP_PORT", "0", "ORGSTEAD_BCRYPT_COST", "10")));
    }

    @AfterEach
    void stop() {
        server.close();
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void neverHasASecretInIt() {
        EveryRoute routes = new EveryRoute(server.url());
        routes.drive();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(log.with("\"http.route\":\"/health\"")).hasSize(1));

        assertThat(log.lines)
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(EveryRoute.SECRETS)
                        .doesNotContain(routes.tokens())
                        .doesNotContain("$2b$"));
    }

    @Test
    void auditsWhatIsCertain() {
        EveryRoute routes = new EveryRoute(server.url());
        routes.drive();

        String organization = "\"organization.id\":\"" + routes.organization() + "\"";
        String admin = "\"user.id\":\"" + routes.admin() + "\"";
        for (String action : List.of(
                "organization-creation",
                "organization-rename",
                "email-change",
                "password-change",
                "organization-deletion")) {
            assertThat(log.with(
                            "\"event.action\":\"" + action + "\"",
                            "\"event.outcome\":\"success\"",
                            organization,
                            admin))
                    .as(action)
                    .singleElement()
                    .asString()
                    .contains("\"client.address\":\"127.0.0.1\"", "\"http.request.id\":\"", "\"trace.id\":\"");
        }
        assertThat(log.with("\"event.action\":\"login\"", "\"event.outcome\":\"success\"", admin))
                .hasSize(2);
        assertThat(log.with("\"event.action\":\"login\"", "credentials_rejected"))
                .hasSize(3);
        assertThat(log.with("\"event.action\":\"login\"", "credentials_rejected", admin))
                .as("the admin whose password was guessed")
                .hasSize(1);
        assertThat(log.with("\"event.action\":\"token-check\"", "token_invalid"))
                .hasSize(2);
        assertThat(log.with("\"event.action\":\"organization-creation\"", "name_taken"))
                .hasSize(1);
        assertThat(log.with("\"event.action\":\"organization-deletion\"", "access_denied", admin))
                .hasSize(1);
    }

    @Test
    void aRequestIsToldWithItsPlaceInTheTrace() {
        PlainClient client = new PlainClient(server.url());
        String answered = client.get("/", "traceparent", TRACEPARENT, "X-Request-Id", "request-1")
                .headers()
                .firstValue("traceparent")
                .orElseThrow();

        assertThat(answered).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-01");
        assertThat(answered).isNotEqualTo(TRACEPARENT);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(log.with("io.orgstead.access"))
                        .singleElement()
                        .asString()
                        .contains(
                                "\"http.request.method\":\"GET\"",
                                "\"http.route\":\"/\"",
                                "\"http.response.status_code\":\"200\"",
                                "\"event.duration\":\"",
                                "\"http.request.id\":\"request-1\"",
                                "\"trace.id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"",
                                "\"span.id\":\"" + answered.substring(36, 52) + "\""));
    }

    @Test
    void aMalformedTraceIsReplaced() {
        PlainClient client = new PlainClient(server.url());
        for (String malformed : List.of(
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                TRACEPARENT + "-more",
                "s3cret")) {
            assertThat(client.get("/", "traceparent", malformed)
                            .headers()
                            .firstValue("traceparent")
                            .orElseThrow())
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                    .doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
        }
    }
}
