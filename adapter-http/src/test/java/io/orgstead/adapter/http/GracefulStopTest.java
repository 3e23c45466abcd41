package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orgstead.application.usecase.OrganizationDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class GracefulStopTest {

    private final ScriptedCore core = new ScriptedCore();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void requestsInFlightFinish() throws Exception {
        core.find = name -> held();
        core.create = command -> held();
        HttpAdapter adapter = start(Duration.ofMinutes(2));
        Http http = new Http(adapter.port());
        CompletableFuture<HttpResponse<String>> find =
                CompletableFuture.supplyAsync(() -> http.get("/org/get?organization_name=acme"));
        CompletableFuture<HttpResponse<String>> create =
                CompletableFuture.supplyAsync(() -> http.json("POST", "/org/create", """
                {"organization_name": "acme", "email": "a@b.com", "password": "longenough"}"""));
        eventually(() -> core.calls.size() == 2);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(adapter::close);
        eventually(() -> isRefused(adapter.port()));
        assertThat(stop).isNotDone();
        release.countDown();

        assertThat(find.get().statusCode()).isEqualTo(200);
        assertThat(create.get().statusCode()).isEqualTo(201);
        stop.get();
    }

    @Test
    void anOpenConnectionIsToldThatTheServerIsGoing() throws Exception {
        core.find = name -> held();
        HttpAdapter adapter = start(Duration.ofMinutes(2));
        try (Socket open = new RawHttp(adapter.port()).connect()) {
            RawHttp.write(open, RawHttp.head("HEAD /health/ready HTTP/1.1", "Host: x"));
            assertThat(RawHttp.readHead(open).status()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> find = CompletableFuture.supplyAsync(
                    () -> new Http(adapter.port()).get("/org/get?organization_name=acme"));
            entered.await();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(adapter::close);
            eventually(() -> isRefused(adapter.port()));

            RawHttp.write(open, RawHttp.head("GET /health/ready HTTP/1.1", "Host: x"));
            RawHttp.Answer answer = RawHttp.readToEnd(open);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.head()).contains("Retry-After: 1");
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
            release.countDown();
            assertThat(find.get().statusCode()).isEqualTo(200);
            stop.get();
        }
    }

    @Test
    void whatDoesNotFinishInTimeIsCutOff() throws Exception {
        core.find = name -> held();
        HttpAdapter adapter = start(Duration.ofMillis(300));
        CompletableFuture<HttpResponse<String>> find =
                CompletableFuture.supplyAsync(() -> new Http(adapter.port()).get("/org/get?organization_name=acme"));
        entered.await();

        adapter.close();

        assertThatThrownBy(find::get).hasCauseInstanceOf(UncheckedIOException.class);
        release.countDown();
    }

    @Test
    void whatIsCutOffWhileItWorksIsNoFaultOfTheServer() throws Exception {
        core.create = command -> held();
        HttpAdapter adapter = start(Duration.ofMillis(300));
        CompletableFuture<HttpResponse<String>> create =
                CompletableFuture.supplyAsync(() -> new Http(adapter.port()).json("POST", "/org/create", """
                {"organization_name": "acme", "email": "a@b.com", "password": "longenough"}"""));
        entered.await();

        adapter.close();

        // The connection closes a moment later: the answer may be cut off with it, but never says anything else.
        create.handle((answer, cutOff) -> {
                    if (answer != null) {
                        assertThat(answer.statusCode()).isEqualTo(503);
                        assertThat(Http.body(answer).get("code").textValue()).isEqualTo("unavailable");
                        assertThat(Http.header(answer, "Retry-After")).isEqualTo("1");
                    } else {
                        assertThat(cutOff).hasCauseInstanceOf(UncheckedIOException.class);
                    }
                    return answer;
                })
                .get();
        release.countDown();
    }

    @Test
    void idleConnectionsDoNotHoldAStopUp() throws IOException {
        HttpAdapter adapter = start(Duration.ofMinutes(2));
        try (Socket idle = new RawHttp(adapter.port()).connect()) {
            RawHttp.write(idle, RawHttp.head("GET /health/live HTTP/1.1", "Host: x"));
            RawHttp.readHead(idle);
            long begin = System.nanoTime();

            adapter.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        HttpAdapter adapter = start(Duration.ofSeconds(1));
        adapter.close();
        adapter.close();
    }

    @Test
    void aTakenPortIsToldByName() {
        try (HttpAdapter first = start(Duration.ofSeconds(1))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> HttpAdapter.start(
                            core.useCases(),
                            TestServer.settings().port(first.port()).build(),
                            Optional.empty()))
                    .withMessage("cannot listen on 127.0.0.1:" + first.port() + ": Address already in use");
        }
    }

    private HttpAdapter start(Duration stopTimeout) {
        return HttpAdapter.start(
                core.useCases(), TestServer.settings().stopTimeout(stopTimeout).build(), Optional.empty());
    }

    private OrganizationDetails held() {
        entered.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ScriptedCore.ACME;
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new RawHttp(port).connect()) {
            return !socket.isConnected();
        } catch (UncheckedIOException | IOException e) {
            return true;
        }
    }
}
