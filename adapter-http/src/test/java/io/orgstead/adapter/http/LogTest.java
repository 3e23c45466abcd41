package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class LogTest {

    /** What was logged under {@code io.orgstead}, from any thread. */
    private static final class Recorder extends AppenderBase<ILoggingEvent> {

        final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }

        List<String> accessLines() {
            return events.stream()
                    .filter(event -> event.getLoggerName().equals(AccessLog.LOGGER))
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    @RegisterExtension
    final TestServer server = new TestServer();

    private final Recorder recorder = new Recorder();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.orgstead");

    @BeforeEach
    void record() {
        logger.setLevel(Level.INFO);
        recorder.start();
        logger.addAppender(recorder);
    }

    @AfterEach
    void stopRecording() {
        logger.detachAppender(recorder);
        logger.setLevel(Level.OFF);
    }

    @Test
    void aLinePerRequestWithNothingSecret() {
        Http http = server.http();
        HttpResponse<String> response = http.send(http.request("/org/get?organization_name=acme_corp&s3cret=1")
                .header("Authorization", "Bearer s3cret")
                .header("X-Request-Id", "request-1"));

        assertThat(response.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorder.accessLines())
                        .singleElement()
                        .asString()
                        .matches("GET /org/get 200 [0-9]+ms request-1"));
    }

    @Test
    void whatAClientMakesUpStaysOut() {
        server.http().get("/s3cret");
        server.raw().send(RawHttp.head("S3CRET /org/get HTTP/1.1", "Host: x", "Connection: close"));
        server.raw().send(RawHttp.head("s3cret"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorder.accessLines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).startsWith("GET - 404 "),
                                line -> assertThat(line).startsWith("- /org/get 405 "),
                                line -> assertThat(line).startsWith("- - 400 ")));
        assertThat(recorder.accessLines().toString()).doesNotContainIgnoringCase("s3cret");
    }

    @Test
    void theUnexpectedIsLoggedWithItsCauseAndTheRequest() {
        IllegalStateException cause = new IllegalStateException("boom");
        server.core().find = name -> {
            throw cause;
        };
        Http http = server.http();
        http.send(http.request("/org/get?organization_name=acme").header("X-Request-Id", "request-2"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorder.events)
                        .filteredOn(event -> event.getLevel() == Level.ERROR)
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.getFormattedMessage()).contains("request-2");
                            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("boom");
                        }));
    }

    @Test
    void overloadDoesNotFloodTheLog() {
        server.core().logIn = command -> {
            throw new OverloadedException();
        };
        assertThat(server.http()
                        .json("POST", "/admin/login", "{\"email\": \"a@b.com\", \"password\": \"longenough\"}")
                        .statusCode())
                .isEqualTo(503);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorder.accessLines()).hasSize(1));
        assertThat(recorder.events).hasSize(1);

        server.core().logIn = command -> {
            throw new StoreUnavailableException(null);
        };
        server.http().json("POST", "/admin/login", "{\"email\": \"a@b.com\", \"password\": \"longenough\"}");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorder.events)
                        .filteredOn(event -> event.getLevel() == Level.WARN)
                        .singleElement()
                        .asString()
                        .contains("store_unavailable"));
    }

    @Test
    void aRefusedBodyLeavesNoTraceOfItsContent() {
        server.http().json("POST", "/admin/login", "{\"email\": \"a@b.com\", \"password\": \"s3cret\"");
        server.http().json("POST", "/admin/login", "{\"email\": \"a@b.com\", \"password\": \"s3cret\"}");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(recorder.accessLines()).hasSize(2));
        assertThat(recorder.events)
                .allSatisfy(event -> assertThat(event.getFormattedMessage()).doesNotContain("s3cret"));
    }

    @Test
    void aHeadThatIsCutOffIsNoFailureOfTheServer() throws IOException {
        HttpSettings impatient = TestServer.settings()
                .keepAliveTimeout(Duration.ofMillis(600))
                .headTimeout(Duration.ofMillis(200))
                .build();
        try (HttpAdapter hurried = HttpAdapter.start(new ScriptedCore().useCases(), impatient, Optional.empty())) {
            // On a busy machine it may be cut off for being idle, of which nothing is logged.
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                try (Socket socket = new RawHttp(hurried.port()).connect()) {
                    RawHttp.write(socket, "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ");
                    SlowHeadsTest.dripUntilClosed(socket, "a");
                }
                return !recorder.accessLines().isEmpty();
            });
        }
        assertThat(recorder.events)
                .allSatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.INFO));
        assertThat(recorder.accessLines()).allSatisfy(line -> assertThat(line).contains(" 400 "));
    }
}
