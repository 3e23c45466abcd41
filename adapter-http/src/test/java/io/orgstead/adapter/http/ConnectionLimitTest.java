package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionLimitTest {

    private static final String LIVE = RawHttp.head("HEAD /health/live HTTP/1.1", "Host: x");

    private static final String HALF_A_BODY = RawHttp.head(
                    "POST /admin/login HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 100")
            + "{\"email\":";

    @RegisterExtension
    final TestServer server = new TestServer(TestServer.settings()
            .maxConnections(3)
            .keepAliveTimeout(Duration.ofMinutes(10))
            .bodyTimeout(Duration.ofMinutes(10)));

    @RegisterExtension
    final TestServer patientServer = new TestServer(
            TestServer.settings().keepAliveTimeout(Duration.ofMinutes(10)).bodyTimeout(Duration.ofMinutes(10)));

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void whoComesToAFullServerIsServedOnceThereIsRoom() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        server.core().find = name -> {
            awaitUninterrupted(release);
            return ScriptedCore.ACME;
        };
        List<CompletableFuture<HttpResponse<String>>> working = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            working.add(CompletableFuture.supplyAsync(() -> server.http().get("/org/get?organization_name=acme")));
        }
        // The three take every connection there is: the fourth is not even accepted.
        await().atMost(Duration.ofSeconds(60)).until(() -> server.core().calls.size() == 3);
        Socket fourth = open();
        RawHttp.write(fourth, LIVE);
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(60))
                .until(() -> fourth.getInputStream().available() == 0);

        release.countDown();

        for (CompletableFuture<HttpResponse<String>> work : working) {
            assertThat(work.get().statusCode()).isEqualTo(200);
        }
        assertThat(RawHttp.readHead(fourth).status()).isEqualTo(200);
    }

    @Test
    void idleConnectionsMakeRoomInAFullServer() {
        for (int i = 0; i < 5; i++) {
            Socket socket = open();
            RawHttp.write(socket, LIVE);
            assertThat(RawHttp.readHead(socket).status()).isEqualTo(200);
        }
    }

    @Test
    void twoThousandStalledConnectionsHarmNobody() {
        for (int i = 0; i < 2000; i++) {
            RawHttp.write(open(patientServer), i % 2 == 0 ? HALF_A_BODY : "GET / HTTP/1.1\r\nHost");
        }

        assertThat(patientServer
                        .http()
                        .get("/org/get?organization_name=acme+corp")
                        .statusCode())
                .isEqualTo(200);
    }

    private Socket open() {
        return open(server);
    }

    private Socket open(TestServer target) {
        Socket socket = target.raw().connect();
        sockets.add(socket);
        return socket;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
