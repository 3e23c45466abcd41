package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a server shows of itself once every route was asked for, and what dashboard and alerts make of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern YAML = Pattern.compile("(?m)^ +expr: (?:\\|\\n((?: {10}.*\\n)+)|(.*)$)");
    private static final Pattern JSON = Pattern.compile("\"(?:expr|query)\": \"((?:\\\\.|[^\"\\\\])*)\"");
    private static final String REQUESTS = "orgstead_http_server_requests_seconds_count";

    private Path folder;
    private Server server;
    private EveryRoute routes;
    private Scraped scraped;

    @BeforeAll
    void drive(@TempDir Path temporary) throws InvalidSettingsException {
        folder = temporary;
        server = Server.start(settings("local"));
        routes = new EveryRoute(server.url());
        routes.drive();
        scraped = scrape();
    }

    /** A request counts shortly after it is answered: there is to be none but this. */
    private Scraped scrape() {
        PlainClient client = new PlainClient(server.url());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Scraped.of(client.get("/metrics").body()),
                        found -> found.value("orgstead_http_server_active_requests") == 1);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private ServerSettings settings(String metrics) throws InvalidSettingsException {
        return SettingsReader.read(Map.of(
                "ORGSTEAD_DATA_DIR",
                folder.resolve(metrics.replace(':', '-')).toString(),
                "ORGSTEAD_HTTP_PORT",
                "0",
                "ORGSTEAD_BCRYPT_COST",
                "10",
                "ORGSTEAD_METRICS",
                metrics));
    }

    @Test
    void noLabelCarriesANameAnIdOrAnAddress() {
        assertThat(scraped.labelValues())
                .hasSizeGreaterThan(50)
                .allSatisfy(value -> assertThat(value)
                        .doesNotContain(EveryRoute.NAMES)
                        .doesNotContain(EveryRoute.SECRETS)
                        .doesNotContain(routes.tokens())
                        .doesNotContain(routes.organization(), routes.admin()));
    }

    @Test
    void requestsAreCountedByTemplateMethodAndClass() {
        assertThat(scraped.value(REQUESTS + "{method=\"POST\",route=\"/admin/login\",status=\"2xx\"}"))
                .isEqualTo(2);
        assertThat(scraped.value(REQUESTS + "{method=\"POST\",route=\"/admin/login\",status=\"4xx\"}"))
                .isEqualTo(3);
        assertThat(scraped.value(REQUESTS + "{method=\"GET\",route=\"unknown\",status=\"4xx\"}"))
                .isEqualTo(1);
        assertThat(scraped.value(REQUESTS + "{method=\"other\",route=\"/org/create\",status=\"4xx\"}"))
                .isEqualTo(1);
    }

    @Test
    void theRestOfTheServerIsMeasuredToo() {
        assertThat(scraped.value("orgstead_audit_events_total{action=\"organization-deletion\",outcome=\"success\"}"))
                .isEqualTo(1);
        assertThat(scraped.value("orgstead_password_hash_seconds_count")).isGreaterThanOrEqualTo(6);
        assertThat(scraped.value("orgstead_recovery_runs_total{outcome=\"completed\"}"))
                .isPositive();
        assertThat(scraped.value("orgstead_store_pool_limit")).isPositive();
        assertThat(scraped.value("orgstead_store_calls_seconds_count"
                        + "{operation=\"find_by_name\",outcome=\"ok\",port=\"organizations\"}"))
                .isPositive();
    }

    @Test
    void strangersFindNothingThere() {
        PlainClient client = new PlainClient(server.url());
        assertThat(client.get("/metrics").headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(client.get("/metrics", "X-Forwarded-For", "127.0.0.1").statusCode())
                .as("through a proxy that nobody vouches for")
                .isEqualTo(404);
        assertThat(client.get("/metrics", "Forwarded", "for=127.0.0.1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPortOfItsOwnShowsThemAndNothingElse() throws InvalidSettingsException {
        try (Server other = Server.start(settings("127.0.0.1:0"))) {
            PlainClient own = new PlainClient(
                    URI.create("http://127.0.0.1:" + other.metricsPort().orElseThrow()));
            assertThat(own.get("/metrics").body()).contains("orgstead_build_info{");
            assertThat(own.get("/org/get?organization_name=acme").statusCode()).isEqualTo(404);
            assertThat(new PlainClient(other.url()).get("/metrics").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void offIsOff() throws InvalidSettingsException {
        try (Server off = Server.start(settings("off"))) {
            assertThat(new PlainClient(off.url()).get("/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void alertsAskForWhatThereIs() throws IOException {
        List<String> expressions = matches(YAML, "prometheus/alerts.yml")
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();

        assertThat(expressions).hasSizeGreaterThanOrEqualTo(11);
        assertThat(expressions).allSatisfy(scraped::requireAllOf);
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        List<String> expressions = matches(JSON, "grafana/orgstead.json")
                .map(match -> match.group(1).replace("\\\"", "\""))
                .toList();

        assertThat(expressions).hasSizeGreaterThanOrEqualTo(25);
        assertThat(expressions).allSatisfy(scraped::requireAllOf);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(DEPLOY.resolve(file))).results();
    }
}
