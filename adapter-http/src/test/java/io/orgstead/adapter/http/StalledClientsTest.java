package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orgstead.application.usecase.CheckHealth;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StalledClientsTest {

    private static final String HALF_A_BODY = RawHttp.head(
                    "POST /admin/login HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 4000")
            + "{\"email\":";

    @RegisterExtension
    final TestServer server = new TestServer(
            TestServer.settings().keepAliveTimeout(Duration.ofMillis(600)).bodyTimeout(Duration.ofMillis(1000)));

    @RegisterExtension
    final TestServer patientServer = new TestServer(
            TestServer.settings().keepAliveTimeout(Duration.ofMinutes(10)).bodyTimeout(Duration.ofMinutes(10)));

    @Test
    void aBodyThatStallsIsGivenUp() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, HALF_A_BODY);

            RawHttp.Answer answer = RawHttp.readToEnd(socket);

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.isProblem()).isTrue();
            assertThat(answer.body()).contains("request_timeout");
            assertThat(server.core().calls).isEmpty();
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUpToo() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, HALF_A_BODY);
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> isAnswered(socket) || tricklesOn(socket));

            assertThat(RawHttp.readHead(socket).status()).isEqualTo(408);
        }
    }

    @Test
    void fourHundredOfThemBlockNobody() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Socket socket = patientServer.raw().connect();
                stalled.add(socket);
                RawHttp.write(socket, HALF_A_BODY);
            }
            // Were they in the way, nobody would be answered before they are given up, which takes much longer.
            for (int i = 0; i < 20; i++) {
                assertThat(patientServer.http().get("/health").statusCode()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void aClientThatLeavesHalfWayHarmsNobody() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, HALF_A_BODY);
            socket.shutdownOutput();

            assertThat(RawHttp.readToEnd(socket).status()).isIn(0, 400);
        }
        assertThat(server.http().get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void workThatTakesLongerThanABodyMayStallIsNotCutOff() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        server.core().health = () -> awaitThenReport(release);
        server.core().create = command -> {
            awaitThenReport(release);
            return ScriptedCore.ACME;
        };
        CompletableFuture<HttpResponse<String>> health =
                CompletableFuture.supplyAsync(() -> server.http().get("/health"));
        CompletableFuture<HttpResponse<String>> create =
                CompletableFuture.supplyAsync(() -> server.http().json("POST", "/org/create", """
                        {"organization_name": "acme", "email": "a@b.com", "password": "longenough"}"""));

        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(60))
                .until(() -> !health.isDone() && !create.isDone());
        release.countDown();

        assertThat(health.get().statusCode()).isEqualTo(200);
        assertThat(create.get().statusCode()).isEqualTo(201);
    }

    private static CheckHealth.Report awaitThenReport(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new CheckHealth.Report(Map.of("store", true));
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        return socket.getInputStream().available() > 0;
    }

    private static boolean tricklesOn(Socket socket) {
        RawHttp.write(socket, " ");
        return false;
    }
}
