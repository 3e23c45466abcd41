package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orgstead.application.usecase.CheckHealth;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final String LOGIN = """
            {"email": "admin@acme.com", "password": "correct horse"}""";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer");

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void anUnexpectedExceptionStaysInside() {
        server.core().find = name -> {
            throw new IllegalStateException("secret of the database");
        };
        server.core().logIn = command -> {
            throw new IllegalStateException("secret of the database");
        };

        assertInternalError(server.http().get("/org/get?organization_name=acme"));
        assertInternalError(server.http().json("POST", "/admin/login", LOGIN));
    }

    @Test
    void evenAnErrorIsAProblem() {
        server.core().find = name -> {
            throw new StackOverflowError("secret of the stack");
        };
        server.core().logIn = command -> {
            throw new AssertionError("secret of the stack");
        };

        assertInternalError(server.http().get("/org/get?organization_name=acme"));
        assertInternalError(server.http().json("POST", "/admin/login", LOGIN));
    }

    @Test
    void anUnavailableStoreSaysWhenToComeBack() {
        server.core().find = name -> {
            throw new StoreUnavailableException(new IllegalStateException("db.internal:27017"));
        };

        HttpResponse<String> response = server.http().get("/org/get?organization_name=acme");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Http.header(response, "Retry-After")).isEqualTo("1");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("store_unavailable");
        assertThat(response.body()).doesNotContain("db.internal");
    }

    @Test
    void anOverloadedServerSaysWhenToComeBack() {
        server.core().logIn = command -> {
            throw new OverloadedException();
        };

        HttpResponse<String> response = server.http().json("POST", "/admin/login", LOGIN);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Http.header(response, "Retry-After")).isEqualTo("2");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("overloaded");
    }

    @Test
    void readinessFollowsTheStore() {
        server.core().health = () -> new CheckHealth.Report(Map.of("store", false));

        assertThat(server.http().get("/health/live").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/health", "/health/ready"}) {
            HttpResponse<String> response = server.http().get(path);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Http.header(response, "Content-Type")).isEqualTo("application/json");
            assertThat(Http.header(response, "Retry-After")).isEqualTo("1");
            assertThat(response.body()).isEqualTo("{\"status\":\"down\",\"checks\":{\"store\":\"down\"}}");
            HttpResponse<String> head =
                    server.http().send(server.http().request(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(503);
            assertThat(Http.header(head, "Retry-After")).isEqualTo("1");
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void aStormOfReadinessChecksIsOneForTheStore() {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        server.core().health = () -> {
            looks.incrementAndGet();
            awaitUninterrupted(release);
            return new CheckHealth.Report(Map.of("store", true));
        };
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add(server.http().sendLater(server.http().request("/health/ready")));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> looks.get() == 1);
        // They hold no thread, so that there are some for others.
        assertThat(server.http().get("/health/live").statusCode()).isEqualTo(200);

        release.countDown();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(looks.get()).isLessThan(30);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void healthIsSaidInTheSameWords() {
        assertThat(server.http().get("/health").body()).isEqualTo("{\"status\":\"up\",\"checks\":{\"store\":\"up\"}}");
        assertThat(server.http().get("/health/live").body()).isEqualTo("{\"status\":\"up\",\"checks\":{}}");
    }

    @Test
    void theRootTellsWhatThisIs() {
        HttpResponse<String> response = server.http().get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.body(response).get("name").textValue()).isEqualTo("Orgstead");
        assertThat(Http.body(response).get("version").textValue()).isEqualTo("1.2.3");
        assertThat(Http.body(response).get("documentation").textValue()).isEqualTo("https://example.com/docs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/health", "/org/get?organization_name=acme_corp", "/org/get", "/nothing", "/org/create"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        HttpResponse<String> response = server.http().get(path);

        EVERYWHERE.forEach((name, value) ->
                assertThat(response.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(response.headers().allValues("Cache-Control")).hasSize(1);
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc-1.2_3, true", "a b, false", "<script>, false", "'', false", "a\u00e9, false"})
    void aSaneRequestIdIsKept(String sent, boolean kept) {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head("GET /nothing HTTP/1.1", "Host: x", "X-Request-Id: " + sent, "Connection: close"));

        assertThat(answer.head().contains("X-Request-Id: " + sent + "\r\n") && !sent.isEmpty())
                .isEqualTo(kept);
        assertThat(answer.head()).containsPattern("X-Request-Id: [A-Za-z0-9._-]{1,64}\r\n");
        assertThat(answer.body().contains("\"request_id\":\"" + sent + "\"")).isEqualTo(kept);
    }

    @Test
    void aLongRequestIdIsReplaced() {
        HttpResponse<String> response =
                server.http().send(server.http().request("/nothing").header("X-Request-Id", "x".repeat(65)));

        assertThat(Http.header(response, "X-Request-Id")).hasSize(36);
        assertThat(Http.body(response).get("request_id").textValue()).isEqualTo(Http.header(response, "X-Request-Id"));
    }

    private static void assertInternalError(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("internal_error");
        assertThat(response.body()).doesNotContain("secret", "Exception", "Error\"");
    }
}
