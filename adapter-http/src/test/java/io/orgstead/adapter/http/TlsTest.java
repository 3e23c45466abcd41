package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static final String TLS_1_1 = "0302";
    private static final String TLS_1_2 = "0303";

    private static TestCertificate certificate;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        certificate = TestCertificate.ofAuthority();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void speaksHttp1And2OverTls13(HttpClient.Version version) throws IOException {
        try (HttpAdapter server = start(certificate.writeTo(folder))) {
            TlsClient client = new TlsClient(server.port(), certificate);
            HttpResponse<String> response =
                    client.send(version, client.request("/org/get?organization_name=acme_corp"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(version);
            assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(response.headers().allValues("Strict-Transport-Security"))
                    .containsExactly("max-age=31536000");
        }
    }

    @Test
    void refusesOlderVersions() {
        try (HttpAdapter server = start(certificate.writeTo(folder))) {
            TlsClient client = new TlsClient(server.port(), certificate);

            assertThatThrownBy(() -> client.connect("TLSv1.2"))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("protocol_version");
            assertThat(ClientHello.answerTo(new RawHttp(server.port()), TLS_1_2))
                    .isEqualTo(ClientHello.WRONG_VERSION);
            assertThat(ClientHello.answerTo(new RawHttp(server.port()), TLS_1_1))
                    .isEqualTo(ClientHello.WRONG_VERSION);
        }
    }

    @Test
    void canBeToldToSpeakTls12AndNothingOlder() throws IOException {
        try (HttpAdapter server = start(certificate.writeTo(folder).withMinVersion(TlsSettings.Version.TLS_1_2))) {
            TlsClient client = new TlsClient(server.port(), certificate);

            try (SSLSocket socket = client.connect("TLSv1.2")) {
                assertThat(socket.getSession().getCipherSuite()).startsWith("TLS_ECDHE_ECDSA_WITH_AES_256_GCM");
            }
            try (SSLSocket socket = client.connect("TLSv1.3")) {
                assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            }
            assertThat(ClientHello.answerTo(new RawHttp(server.port()), TLS_1_2))
                    .isEqualTo(ClientHello.SERVER_HELLO);
            assertThat(ClientHello.answerTo(new RawHttp(server.port()), TLS_1_1))
                    .isEqualTo(ClientHello.WRONG_VERSION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
    void speaksTls12WithStrongCipherSuitesOnly(String suite) throws IOException {
        try (HttpAdapter server = start(certificate.writeTo(folder).withMinVersion(TlsSettings.Version.TLS_1_2))) {
            try (SSLSocket socket =
                    (SSLSocket) certificate.trusting().getSocketFactory().createSocket("127.0.0.1", server.port())) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {suite});
                assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void refusesBodiesThatAreTooLargeWithAnAnswer(HttpClient.Version version) {
        try (HttpAdapter server = start(certificate.writeTo(folder))) {
            TlsClient client = new TlsClient(server.port(), certificate);
            HttpResponse<String> response = client.send(
                    version,
                    client.request("/admin/login")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(new byte[1 << 20])));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(Http.header(response, "Strict-Transport-Security")).isNotEmpty();
        }
    }

    @Test
    void whatIsNoHttpIsAnsweredStrictlyToo() throws IOException {
        try (HttpAdapter server = start(certificate.writeTo(folder))) {
            try (SSLSocket socket = new TlsClient(server.port(), certificate).connect("TLSv1.3")) {
                RawHttp.write(socket, RawHttp.head("nonsense"));
                RawHttp.Answer answer = RawHttp.readHead(socket);

                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.head()).contains("Strict-Transport-Security: max-age=31536000");
            }
        }
    }

    @Test
    void plainHttpHasNoStrictTransport() {
        ScriptedCore core = new ScriptedCore();
        try (HttpAdapter server =
                HttpAdapter.start(core.useCases(), TestServer.settings().build(), Optional.empty())) {
            HttpResponse<String> response = new Http(server.port()).get("/health/live");

            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
            assertThat(server.redirectPort()).isEmpty();
        }
    }

    @Test
    void plainHttpOnTheTlsPortGetsNoAnswer() {
        try (HttpAdapter server = start(certificate.writeTo(folder))) {
            RawHttp.Answer answer =
                    new RawHttp(server.port()).send(RawHttp.head("GET / HTTP/1.1", "Host: x", "Connection: close"));

            assertThat(answer.status()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void stopsWhileClientsKeepConnectionsOpen(HttpClient.Version version) {
        HttpAdapter server = HttpAdapter.start(
                new ScriptedCore().useCases(),
                TestServer.settings()
                        .tls(certificate.writeTo(folder))
                        .stopTimeout(Duration.ofMinutes(2))
                        .build(),
                Optional.empty());
        TlsClient client = new TlsClient(server.port(), certificate);
        HttpClient connected = client.client(version);
        assertThat(client.send(connected, client.request("/")).statusCode()).isEqualTo(200);

        long begin = System.nanoTime();
        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        assertThat(connected.version()).isEqualTo(version);
    }

    static HttpAdapter start(TlsSettings tls) {
        return HttpAdapter.start(
                new ScriptedCore().useCases(), TestServer.settings().tls(tls).build(), Optional.empty());
    }
}
