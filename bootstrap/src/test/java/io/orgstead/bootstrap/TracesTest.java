package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as a collector receives them: OTLP over HTTP. */
class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            // Byte by byte: what is text in the binary message stays text.
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private Server start(Map<String, String> variables) throws InvalidSettingsException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("ORGSTEAD_DATA_DIR", folder.toString());
        environment.put("ORGSTEAD_HTTP_PORT", "0");
        return Server.start(SettingsReader.read(environment));
    }

    private String endpoint() {
        return "http://127.0.0.1:" + collector.getAddress().getPort();
    }

    @Test
    void aRequestAndItsStoreCallsAreSpansOfTheCallersTrace() throws InvalidSettingsException {
        String returned;
        try (Server server =
                start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint(), "OTEL_BSP_SCHEDULE_DELAY", "50"))) {
            returned = new PlainClient(server.url())
                    .get("/org/get?organization_name=quuxworth", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .headers()
                    .firstValue("traceparent")
                    .orElseThrow();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(String.join("", received)).contains("GET /org/get"));
        }

        assertThat(String.join("", received))
                .contains(bytes(TRACE), bytes("00f067aa0ba902b7"), bytes(returned.substring(36, 52)))
                .contains("http.route", "/org/get", "organizations.find_by_name", "orgstead")
                .doesNotContain("quuxworth");
    }

    @Test
    void offUnlessAskedFor() throws InvalidSettingsException {
        try (Server server = start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint(), "OTEL_SDK_DISABLED", "true"))) {
            assertThat(new PlainClient(server.url()).get("/").statusCode()).isEqualTo(200);
        }

        assertThat(received).isEmpty();
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
