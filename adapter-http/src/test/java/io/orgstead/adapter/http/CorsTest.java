package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

    private static final String PAGE = "https://app.example.com";

    /** Allows nothing to anybody. */
    private static final class Closed implements RateLimiter {

        @Override
        public RateDecision tryAcquire(String client) {
            return new RateDecision(false, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        }

        @Override
        public RateLimit limit() {
            return new RateLimit(1, Duration.ofMinutes(1));
        }
    }

    @RegisterExtension
    final TestServer open =
            new TestServer(TestServer.settings().cors(new CorsSettings(List.of(PAGE, "http://localhost:5173"))));

    @RegisterExtension
    final TestServer exhausted =
            new TestServer(TestServer.settings().cors(new CorsSettings(List.of(PAGE))), Optional.of(new Closed()));

    @RegisterExtension
    final TestServer closed = new TestServer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/org/get      | GET, HEAD | Authorization, X-Request-Id, traceparent, tracestate, If-None-Match",
                "/org/create   | POST      | Authorization, X-Request-Id, traceparent, tracestate, Content-Type",
                "/org/update   | PUT       | Authorization, X-Request-Id, traceparent, tracestate, Content-Type",
                "/org/delete   | DELETE    | Authorization, X-Request-Id, traceparent, tracestate, Content-Type",
                "/admin/login  | POST      | Authorization, X-Request-Id, traceparent, tracestate, Content-Type",
            })
    void tellsPagesOfAllowedOriginsWhatTheyMaySend(String path, String methods, String headers) {
        HttpResponse<String> response = preflight(open, path, PAGE);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(Http.header(response, "Access-Control-Allow-Origin")).isEqualTo(PAGE);
        assertThat(Http.header(response, "Access-Control-Allow-Methods")).isEqualTo(methods);
        assertThat(Http.header(response, "Access-Control-Allow-Headers")).isEqualTo(headers);
        assertThat(Http.header(response, "Access-Control-Max-Age")).isEqualTo("600");
        assertThat(Http.header(response, "Vary")).isEqualTo("Origin");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(open.core().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://app.example.com.evil.com",
                "null",
                "*"
            })
    void tellsPagesOfOtherOriginsNothing(String origin) {
        for (HttpResponse<String> response :
                List.of(preflight(open, "/org/update", origin), get(open, origin), get(closed, PAGE))) {
            assertThat(response.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
        assertThat(Http.header(get(open, origin), "Vary")).isEqualTo("Origin");
    }

    @Test
    void answersAndRefusalsCanBeReadByPagesOfAllowedOrigins() {
        for (HttpResponse<String> response : List.of(get(open, PAGE), preflight(open, "/nothing", PAGE))) {
            assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly(PAGE);
            assertThat(Http.header(response, "Access-Control-Expose-Headers"))
                    .isEqualTo("ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id");
            assertThat(response.headers().allValues("Vary")).containsExactly("Origin");
        }
        assertThat(preflight(open, "/nothing", PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void preflightsAreNotCountedAndRequestsAre() {
        assertThat(preflight(exhausted, "/org/update", PAGE).statusCode()).isEqualTo(204);
        assertThat(preflight(exhausted, "/org/update", "https://evil.example.com")
                        .statusCode())
                .isEqualTo(429);

        HttpResponse<String> refused = get(exhausted, PAGE);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Http.header(refused, "Access-Control-Allow-Origin")).isEqualTo(PAGE);
    }

    @Test
    void withoutOriginsNothingVaries() {
        assertThat(get(closed, PAGE).headers().firstValue("Vary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.com",
                "https://app.example.com/",
                "https://App.example.com",
                "app.example.com",
                "https://app.example.com:443",
                "http://app.example.com:80",
                "https://app.example.com:0",
                "ftp://app.example.com",
                "https://user@app.example.com",
                "https://app..example.com"
            })
    void onlyTakesOriginsThatABrowserSends(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorsSettings(List.of(origin)))
                .withMessageContaining(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com:8443", "http://localhost", "http://[::1]:3000", "http://10.0.0.1"})
    void takesOrigins(String origin) {
        assertThat(new CorsSettings(List.of(origin)).origins()).containsExactly(origin);
    }

    private static HttpResponse<String> preflight(TestServer server, String path, String origin) {
        Http http = server.http();
        return http.send(http.request(path)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,content-type"));
    }

    private static HttpResponse<String> get(TestServer server, String origin) {
        Http http = server.http();
        return http.send(http.request("/org/get?organization_name=acme_corp").header("Origin", origin));
    }
}
