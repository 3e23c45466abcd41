package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateLimitingTest {

    /** Allows two requests per client, and never again. */
    private static final class TwoForEach implements RateLimiter {

        final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @Override
        public RateDecision tryAcquire(String client) {
            int count = counts.merge(client, 1, Integer::sum);
            return count <= 2
                    ? new RateDecision(true, 2L - count, Duration.ZERO, Duration.ofMillis(29_500))
                    : new RateDecision(false, 0, Duration.ofMillis(20), Duration.ofSeconds(60));
        }

        @Override
        public RateLimit limit() {
            return new RateLimit(2, Duration.ofMinutes(1));
        }
    }

    private final TwoForEach limiter = new TwoForEach();

    @RegisterExtension
    final TestServer server =
            new TestServer(TestServer.settings().trustedProxies(List.of("127.0.0.1")), Optional.of(limiter));

    @Test
    void tellsEveryClientWhereItStands() {
        HttpResponse<String> response = server.http().get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.header(response, "RateLimit-Policy")).isEqualTo("\"default\";q=2;w=60");
        assertThat(Http.header(response, "RateLimit")).isEqualTo("\"default\";r=1;t=30");
    }

    @Test
    void refusesWhatIsTooMuch() {
        Http http = server.http();
        http.get("/");
        assertThat(http.get("/nothing").statusCode()).as("counts too").isEqualTo(404);

        HttpResponse<String> response = http.json("POST", "/admin/login", "{}");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("rate_limited");
        assertThat(Http.header(response, "Retry-After")).isEqualTo("1");
        assertThat(Http.header(response, "RateLimit")).isEqualTo("\"default\";r=0;t=60");
        assertThat(server.core().calls).isEmpty();
    }

    @Test
    void aRefusedRequestHasItsHeadersToo() {
        HttpResponse<String> response = server.http().get("/org/get?organization_name=nobody");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Http.header(response, "RateLimit")).isEqualTo("\"default\";r=1;t=30");
    }

    static Stream<String> refusedBeforeAnyRoute() {
        return Stream.of(
                RawHttp.head("GET / HTTP/1.1"),
                RawHttp.head("nonsense"),
                RawHttp.head("GET /%zz HTTP/1.1", "Host: x"),
                RawHttp.head("GET /" + "a".repeat(20_000) + " HTTP/1.1", "Host: x"),
                RawHttp.head("GET / HTTP/1.1", "Host: x", "A: " + "b".repeat(20_000)));
    }

    @ParameterizedTest
    @MethodSource("refusedBeforeAnyRoute")
    void countsWhatNoRouteSees(String request) {
        RawHttp.Answer answer = server.raw().send(request);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.head().lines())
                .containsOnlyOnce("RateLimit-Policy: \"default\";q=2;w=60", "RateLimit: \"default\";r=1;t=30");
        assertThat(limiter.counts).containsExactly(Map.entry("127.0.0.1", 1));
    }

    @Test
    void neverCountsHealth() {
        Http http = server.http();
        for (int i = 0; i < 3; i++) {
            for (String path : List.of("/health", "/health/live", "/health/ready")) {
                HttpResponse<String> response = http.get(path);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("RateLimit")).isEmpty();
            }
        }
        assertThat(limiter.counts).isEmpty();
    }

    @Test
    void countsHeadAndOptions() {
        Http http = server.http();
        http.send(http.request("/").method("HEAD", BodyPublishers.noBody()));
        http.send(http.request("/org/create").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(http.get("/").statusCode()).isEqualTo(429);
    }

    @Test
    void countsClientsBehindATrustedProxyApart() {
        Http http = server.http();
        http.send(http.request("/").header("X-Forwarded-For", "6.6.6.6, 203.0.113.7"));
        http.send(http.request("/").header("X-Forwarded-For", "2001:db8:1:2:3::4"));

        assertThat(limiter.counts).containsOnlyKeys("203.0.113.7", "2001:db8:1:2:0:0:0:0/64");
    }
}
