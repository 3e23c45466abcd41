package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However many send large bodies at once, those take no more than their memory, and others are served. */
class BodyMemoryTest {

    private static final int MAX_BODY = 100_000;

    @RegisterExtension
    final TestServer server = new TestServer(TestServer.settings()
            .maxBodyBytes(MAX_BODY)
            .maxBufferedBodyBytes(2 * MAX_BODY)
            .keepAliveTimeout(Duration.ofMinutes(10))
            .bodyTimeout(Duration.ofMinutes(10)));

    private final List<Socket> stalled = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : stalled) {
            socket.close();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedUntilThereIsRoomAgain() throws IOException {
        fillMemory();

        RawHttp.Answer refused = logInWith(MAX_BODY);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.isProblem()).isTrue();
        assertThat(refused.head()).contains("Retry-After: 2").contains("Connection: close");
        assertThat(refused.body()).contains("\"code\":\"overloaded\"");
        assertThat(logInWith(100).status()).isEqualTo(200);

        closeSockets();
        await().atMost(Duration.ofSeconds(60)).until(() -> logInWith(MAX_BODY).status() == 200);
    }

    @Test
    void aRequestGivesItsShareBackWhateverBecomesOfIt() {
        for (int i = 0; i < 20; i++) {
            assertThat(logInWith(MAX_BODY).status()).isEqualTo(200);
            assertThat(server.raw().send(head(MAX_BODY) + "{".repeat(MAX_BODY)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsOnlyAnnouncedTakesNothing() {
        for (int i = 0; i < 20; i++) {
            Socket socket = server.raw().connect();
            stalled.add(socket);
            RawHttp.write(socket, head(MAX_BODY) + "{");
        }

        HttpResponse<String> response = server.http()
                .json("POST", "/admin/login", "{\"email\": \"admin@acme.com\", \"password\": \"correct horse\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(logInWith(MAX_BODY).status()).isEqualTo(200);
    }

    /** Sends large parts of bodies until the server refuses one. */
    private void fillMemory() throws IOException {
        Socket refused = stall();
        while (!isAnsweredSoon(refused)) {
            assertThat(stalled).hasSizeLessThan(20);
            refused = stall();
        }
        assertThat(RawHttp.readHead(refused).status()).isEqualTo(503);
    }

    private Socket stall() {
        Socket socket = server.raw().connect();
        stalled.add(socket);
        RawHttp.write(socket, head(MAX_BODY) + " ".repeat(60_000));
        return socket;
    }

    private static boolean isAnsweredSoon(Socket socket) {
        try {
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> socket.getInputStream().available() > 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private RawHttp.Answer logInWith(int bytes) {
        String json = "{\"email\": \"admin@acme.com\", \"password\": \"correct horse\"}";
        return server.raw().send(head(bytes) + " ".repeat(bytes - json.length()) + json);
    }

    private static String head(int length) {
        return RawHttp.head(
                "POST /admin/login HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Connection: close",
                "Content-Length: " + length);
    }
}
