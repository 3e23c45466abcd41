package io.orgstead.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.process.Watched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The harness on a tiny server in this process. */
class RoundTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            int number = answered.incrementAndGet();
            boolean fails = exchange.getRequestURI().getPath().equals("/half") && number % 2 == 0;
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(fails ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void measuresAServer() throws Exception {
        Map<String, Figures> figures =
                Interleaved.ofSlowCalls(SHORT, 2).run(List.of(scenario("a", "/all"), scenario("b", "/half")));

        assertThat(figures.keySet()).containsExactly("a", "b");
        assertThat(figures.get("a").perSecond()).isPositive();
        assertThat(figures.get("a").p50())
                .isPositive()
                .isLessThanOrEqualTo(figures.get("a").p99());
        assertThat(figures.get("a").errors()).isZero();
        assertThat(figures.get("a").residentMib()).isPositive();
        assertThat(figures.get("b").errors()).isPositive();
    }

    @Test
    void countsWhatIsNotAnsweredAsErrors() throws Exception {
        Scenario scenario = scenario("gone", "/all");
        server.stop(0);

        Sample sample = Round.run(scenario, SHORT);

        assertThat(sample.errors()).isPositive().isEqualTo(sample.nanos().getTotalCount());
    }

    @Test
    void keepsToARate() throws Exception {
        Sample sample = OpenLoop.run(scenario("rate", "/all"), 50, Duration.ofSeconds(1));

        assertThat(sample.nanos().getTotalCount()).isEqualTo(50);
        assertThat(sample.errors()).isZero();
    }

    @Test
    void endsWhatGoesOnMeanwhile() throws Exception {
        Scenario other = scenario("other", "/half");

        Sample sample = Round.run(scenario("a", "/all").during(other, "a meanwhile"), SHORT);

        assertThat(sample.nanos().getTotalCount()).isPositive().isLessThan(answered.get());
        assertThat(sample.errors()).isZero();
    }

    private Scenario scenario(String name, String path) {
        byte[] request = Request.get(path);
        return Scenario.of(name, 2, 200, Watched.self(), Calls.http(server.getAddress(), number -> request));
    }
}
