package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TlsReloadTest {

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            texts.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }

    @TempDir
    Path folder;

    private final Lines lines = new Lines();
    private final Logger logger = (Logger) LoggerFactory.getLogger(TlsReload.class);
    private final TestCertificate old = TestCertificate.ec();
    private final TestCertificate renewed = TestCertificate.ec();
    private HttpAdapter server;

    @BeforeEach
    void start() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
        server = TlsTest.start(old.writeTo(folder).withReloadInterval(Duration.ofMillis(20)));
    }

    @AfterEach
    void stop() {
        server.close();
        logger.detachAppender(lines);
        logger.setLevel(Level.OFF);
    }

    @Test
    void newConnectionsSeeTheNewCertificateAndOpenOnesLiveOn() throws IOException {
        try (SSLSocket open = new TlsClient(server.port(), old).connect("TLSv1.3")) {
            renewed.writeTo(folder);

            awaitShown(renewed);
            RawHttp.write(open, RawHttp.head("GET /health/live HTTP/1.1", "Host: x", "Connection: close"));
            assertThat(RawHttp.readToEnd(open).status()).isEqualTo(200);
        }
        assertThat(lines.texts)
                .last()
                .asString()
                .startsWith("INFO The TLS certificate in " + folder.resolve("tls.crt"))
                .contains("it expires at 20");
    }

    @Test
    void aBrokenPairIsToldOnceAndTheOldOneStays() throws IOException {
        Files.writeString(folder.resolve("tls.key"), renewed.keyPem());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines.texts).isNotEmpty());
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(lines.texts)
                        .singleElement()
                        .asString()
                        .startsWith("WARN The TLS certificate and key in use stay")
                        .contains("does not belong to the certificate"));
        assertThat(new TlsClient(server.port(), old).certificate())
                .isEqualTo(old.chain().get(0));

        Files.writeString(folder.resolve("tls.crt"), renewed.chainPem());
        awaitShown(renewed);
    }

    @Test
    void filesThatAreGoneAreToldOnceAndAgainWhenTheyGoAgain() throws IOException {
        Path key = folder.resolve("tls.key");
        for (int times = 1; times <= 2; times++) {
            int expected = times;
            Files.delete(key);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(lines.texts)
                            .hasSize(expected)
                            .last()
                            .asString()
                            .endsWith("tls.key cannot be read: there is no such file"));
            assertThat(new TlsClient(server.port(), old).certificate())
                    .isEqualTo(old.chain().get(0));
            Files.writeString(key, old.keyPem());
            await().atMost(Duration.ofSeconds(60))
                    .during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(lines.texts).hasSize(expected));
        }
    }

    private void awaitShown(TestCertificate expected) {
        TlsClient client = new TlsClient(server.port(), expected);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.certificate())
                        .isEqualTo(expected.chain().get(0)));
    }
}
