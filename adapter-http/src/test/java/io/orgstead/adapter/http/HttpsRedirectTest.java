package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpsRedirectTest {

    @TempDir
    Path folder;

    private TestCertificate certificate;
    private HttpAdapter server;
    private int plainPort;

    @BeforeEach
    void start() {
        certificate = TestCertificate.ec();
        server = TlsTest.start(certificate.writeTo(folder).withRedirectPort(0));
        plainPort = server.redirectPort().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /org/get?organization_name=Acme%20Corp", "GET, /health/ready", "PUT, /org/update", "GET, /nothing"
    })
    void sendsEverybodyToTheSameAddressWithTls(String method, String path) {
        HttpResponse<String> response = new Http(plainPort).json(method, path, "{}");

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(Http.header(response, "Location")).isEqualTo("https://127.0.0.1:" + server.port() + path);
        assertThat(Http.header(response, "X-Request-Id")).isNotEmpty();
        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .as("means nothing in the clear (RFC 6797)")
                .isEmpty();
    }

    @Test
    void keepsTheNameThatTheClientUses() {
        RawHttp.Answer answer = new RawHttp(plainPort)
                .send(RawHttp.head("GET / HTTP/1.1", "Host: orgs.example.com:80", "Connection: close"));

        assertThat(answer.head()).contains("Location: https://orgs.example.com:" + server.port() + "/");
    }

    @Test
    void leadsToWhatItPromises() {
        assertThat(new TlsClient(server.port(), certificate).get("/").statusCode())
                .isEqualTo(200);
    }
}
