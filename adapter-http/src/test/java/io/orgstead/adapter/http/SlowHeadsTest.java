package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who sends a byte now and then is never idle, and is cut off all the same. */
@Tag("thorough")
class SlowHeadsTest {

    private static HttpSettings.Builder settings() {
        return TestServer.settings().keepAliveTimeout(Duration.ofMillis(1500)).headTimeout(Duration.ofMillis(500));
    }

    @RegisterExtension
    final TestServer server = new TestServer(settings());

    @TempDir
    private Path folder;

    @Test
    void aHeadThatDripsIsCutOff() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ");

            dripUntilClosed(socket, "a");
        }
    }

    @Test
    void emptyLinesBeforeAHeadAreCutOffToo() throws IOException {
        try (Socket socket = server.raw().connect()) {
            dripUntilClosed(socket, "\r\n");
        }
    }

    @Test
    void theSecondHeadOnAConnectionIsNoBetter() throws IOException {
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, RawHttp.head("HEAD /health/live HTTP/1.1", "Host: x"));
            assertThat(RawHttp.readHead(socket).status()).isEqualTo(200);

            dripUntilClosed(socket, "A");
        }
    }

    @Test
    void aHandshakeThatDripsIsCutOff() throws Exception {
        TestCertificate certificate = TestCertificate.ec();
        try (HttpAdapter secure = HttpAdapter.start(
                        new ScriptedCore().useCases(),
                        settings().tls(certificate.writeTo(folder)).build(),
                        Optional.empty());
                Socket socket = new RawHttp(secure.port()).connect()) {
            // The head of a TLS record of 4 KiB that never comes.
            RawHttp.write(socket, new byte[] {22, 3, 1, 16, 0, 1, 0, 15, (byte) 252, 3, 3});

            dripUntilClosed(socket, "a");
        }
    }

    @Test
    void aRequestThatTakesItsTimeIsFollowedByAnother() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        server.core().find = name -> {
            awaitUninterrupted(release);
            return ScriptedCore.ACME;
        };
        try (Socket socket = server.raw().connect()) {
            RawHttp.write(socket, RawHttp.head("HEAD /org/get?organization_name=acme HTTP/1.1", "Host: x"));
            await().during(Duration.ofMillis(2500))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> socket.getInputStream().available() == 0);
            release.countDown();
            assertThat(RawHttp.readHead(socket).status()).isEqualTo(200);

            RawHttp.write(socket, RawHttp.head("HEAD /health/live HTTP/1.1", "Host: x"));
            assertThat(RawHttp.readHead(socket).status()).isEqualTo(200);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends often enough not to be idle. That nothing was answered shows that nobody took it for a request. */
    static void dripUntilClosed(Socket socket, String drop) {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(60))
                .until(() -> isClosedAfter(socket, drop));
    }

    private static boolean isClosedAfter(Socket socket, String drop) throws IOException {
        try {
            RawHttp.write(socket, drop);
            InputStream in = socket.getInputStream();
            return in.available() > 0 && in.read() < 0;
        } catch (UncheckedIOException e) {
            return true;
        }
    }
}
