package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no route sees: still a problem document with an id, never HTML, a stack trace or a server's name. */
class HostileRequestsTest {

    @RegisterExtension
    final TestServer server = new TestServer();

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no request line", RawHttp.head("nonsense"), 400),
                Arguments.of("tab", RawHttp.head("GET\t/health HTTP/1.1", "Host: x"), 400),
                Arguments.of("control character", RawHttp.head("GET /\u0001 HTTP/1.1", "Host: x"), 400),
                Arguments.of("NUL in a header", RawHttp.head("GET /health HTTP/1.1", "Host: x", "A: b\0c"), 400),
                Arguments.of("no host", RawHttp.head("GET /health HTTP/1.1", "A: b"), 400),
                Arguments.of("two hosts", RawHttp.head("GET /health HTTP/1.1", "Host: x", "Host: y"), 400),
                Arguments.of("bad host", RawHttp.head("GET /health HTTP/1.1", "Host: a b:c"), 400),
                Arguments.of("version", RawHttp.head("GET /health HTTP/9.9", "Host: x"), 505),
                Arguments.of("space before colon", RawHttp.head("GET /health HTTP/1.1", "Host: x", "A : b"), 400),
                Arguments.of("folded header", RawHttp.head("GET /health HTTP/1.1", "Host: x", "A: b", " c"), 400),
                Arguments.of("dot segment", RawHttp.head("GET /%2e%2e/health HTTP/1.1", "Host: x"), 400),
                Arguments.of(
                        "encoded slash", RawHttp.head("GET /org%2fget HTTP/1.1", "Host: x", "Connection: close"), 400),
                Arguments.of("bad escape", RawHttp.head("GET /%zz HTTP/1.1", "Host: x"), 400),
                Arguments.of(
                        "bad escape after a semicolon",
                        RawHttp.head("GET /org/data/a;b% HTTP/1.1", "Host: x", "Connection: close"),
                        400),
                Arguments.of(
                        "no UTF-8 after a semicolon",
                        RawHttp.head("GET /org/data/a;%ff HTTP/1.1", "Host: x", "Connection: close"),
                        400),
                Arguments.of("long header", RawHttp.head("GET / HTTP/1.1", "Host: x", "A: " + "b".repeat(20_000)), 431),
                Arguments.of("long path", RawHttp.head("GET /" + "a".repeat(20_000) + " HTTP/1.1", "Host: x"), 414),
                Arguments.of(
                        "length and chunks",
                        RawHttp.head(
                                        "POST /org/create HTTP/1.1",
                                        "Host: x",
                                        "Content-Length: 5",
                                        "Transfer-Encoding: chunked")
                                + "0\r\n\r\n",
                        400),
                Arguments.of(
                        "two lengths",
                        RawHttp.head("POST /org/create HTTP/1.1", "Host: x", "Content-Length: 5", "Content-Length: 6")
                                + "{}   ",
                        400),
                Arguments.of(
                        "negative length",
                        RawHttp.head("POST /org/create HTTP/1.1", "Host: x", "Content-Length: -5"),
                        400),
                Arguments.of(
                        "unknown transfer coding",
                        RawHttp.head("POST /org/create HTTP/1.1", "Host: x", "Transfer-Encoding: gzip") + "x",
                        400),
                Arguments.of(
                        "bad chunk",
                        RawHttp.head(
                                        "POST /org/create HTTP/1.1",
                                        "Host: x",
                                        "Content-Type: application/json",
                                        "Transfer-Encoding: chunked")
                                + "zz\r\n{}\r\n0\r\n\r\n",
                        400),
                Arguments.of(
                        "expectation",
                        RawHttp.head("POST /org/create HTTP/1.1", "Host: x", "Expect: miracles", "Content-Length: 2")
                                + "{}",
                        400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, String request, int status) {
        RawHttp.Answer answer = server.raw().send(request);

        assertThat(answer.head()).as(name).startsWith("HTTP/1.1 " + status);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.head()).contains("X-Request-Id: ", "X-Content-Type-Options: nosniff");
        assertThat(answer.head()).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("\r\nserver:");
        assertThat(answer.body()).contains("\"status\":" + status, "\"request_id\":\"", "\"code\":\"");
        assertThat(answer.body()).doesNotContainIgnoringCase("jetty").doesNotContain("<", "Exception", "at org.");
        assertThat(server.core().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\0: b", "A : b"})
    void aHeadWithABadHeaderIsAnsweredWithoutContent(String header) {
        RawHttp.Answer answer = server.raw().send(RawHttp.head("HEAD /health HTTP/1.1", "Host: x", header));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.head()).contains("\r\nConnection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%00 HTTP/1.1", "GET /%zz HTTP/1.1", "nonsense"})
    void whatCouldNotBeReadEndsItsConnection(String line) {
        RawHttp.Answer answer = server.raw().send(RawHttp.head(line, "Host: x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.head()).contains("\r\nConnection: close");
    }

    @Test
    void aSmuggledSecondRequestIsNotServed() {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                                "POST /org/create HTTP/1.1",
                                "Host: x",
                                "Content-Length: 4",
                                "Transfer-Encoding: chunked")
                        + "0\r\n\r\n" + RawHttp.head("GET /health HTTP/1.1", "Host: x", "Connection: close"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void continueIsOnlyPromisedToABodyThatWillBeRead() {
        String wanted = RawHttp.head(
                "PUT /org/update HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 1000",
                "Expect: 100-continue");

        RawHttp.Answer answer = server.raw().send(wanted);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("100 Continue");
    }

    @Test
    void oldHttpIsServed() {
        assertThat(server.raw().send(RawHttp.head("GET /health/live HTTP/1.0")).status())
                .isEqualTo(200);
    }

    @Test
    void optionsOfTheWholeServerHarmNobody() {
        RawHttp.Answer answer = server.raw().send(RawHttp.head("OPTIONS * HTTP/1.1", "Host: x", "Connection: close"));

        assertThat(answer.status()).isBetween(200, 499);
    }

    @Test
    void connectIsRefused() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, RawHttp.head("CONNECT example.com:443 HTTP/1.1", "Host: example.com:443"));

            RawHttp.Answer answer = RawHttp.readHead(socket);

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.isProblem()).isTrue();
        }
    }
}
