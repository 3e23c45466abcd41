package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTest {

    private static final int LIMIT = 4096;

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void takesABodyOfExactlyTheLimit() {
        String body = bodyOf(LIMIT);
        assertThat(body).hasSize(LIMIT);

        assertThat(server.http().json("POST", "/org/create", body).statusCode()).isEqualTo(201);
        assertThat(chunked(body).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 3 * LIMIT, 5_000_000})
    void refusesALongerBody(int length) {
        assertTooLarge(server.http().json("POST", "/org/create", bodyOf(length)));
        assertTooLarge(chunked(bodyOf(length)));
        assertThat(server.core().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5000000", "Transfer-Encoding: chunked"})
    void isHeardByAClientThatSendsEverythingBeforeItListens(String framing) throws IOException {
        String body = framing.startsWith("T") ? "4c4b40\r\n" + bodyOf(5_000_000) + "\r\n0\r\n\r\n" : bodyOf(5_000_000);
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(
                    socket,
                    RawHttp.head("POST /org/create HTTP/1.1", "Host: x", "Content-Type: application/json", framing)
                            + body);

            assertThat(RawHttp.readToEnd(socket).status()).isEqualTo(413);
        }
    }

    @Test
    void refusesByTheAnnouncementAlone() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(
                    socket,
                    RawHttp.head(
                            "POST /org/create HTTP/1.1",
                            "Host: x",
                            "Content-Type: application/json",
                            "Content-Length: 9999999999"));

            RawHttp.Answer answer = RawHttp.readHead(socket);

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.head()).contains("Connection: close");
        }
    }

    @Test
    void stopsReadingAnEndlessBody() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(
                    socket,
                    RawHttp.head(
                            "POST /org/create HTTP/1.1",
                            "Host: x",
                            "Content-Type: application/json",
                            "Transfer-Encoding: chunked"));
            String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";

            assertThat(sendUntilRefused(socket, chunk.getBytes(StandardCharsets.US_ASCII)))
                    .isLessThan(64 << 20);
        }
        assertThat(server.http().get("/health").statusCode()).isEqualTo(200);
    }

    private static long sendUntilRefused(Socket socket, byte[] chunk) {
        long sent = 0;
        try {
            while (sent < 128 << 20) {
                socket.getOutputStream().write(chunk);
                sent += chunk.length;
            }
        } catch (IOException closed) {
            return sent;
        }
        return sent;
    }

    private HttpResponse<String> chunked(String body) {
        Http http = server.http();
        return http.send(http.request("/org/create")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String bodyOf(int length) {
        String body = """
                {"organization_name": "acme", "email": "a@b.com", "password": "longenough"}""";
        return body + " ".repeat(length - body.length());
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("payload_too_large");
    }
}
