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

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int ENOUGH = 10;

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
        Sample all = longEnough(scenario("a", "/all"));
        Sample half = longEnough(scenario("b", "/half"));

        assertThat(all.perSecond()).isPositive();
        assertThat(all.millis(50)).isPositive().isLessThanOrEqualTo(all.millis(99));
        assertThat(all.residentMib()).isPositive();
        assertThat(all.errors()).isZero();
        assertThat(half.errors()).isPositive();
    }

    @Test
    void takesScenariosInTurns() throws Exception {
        Map<String, Figures> figures =
                Interleaved.ofSlowCalls(SHORT, 2).run(List.of(scenario("a", "/all"), scenario("b", "/all")));

        assertThat(figures.keySet()).containsExactly("a", "b");
        assertThat(figures.get("a").errors()).isZero();
    }

    @Test
    void countsWhatIsNotAnsweredAsErrors() throws Exception {
        Scenario scenario = scenario("gone", "/all");
        server.stop(0);

        Sample sample = longEnough(scenario);

        assertThat(sample.errors()).isPositive().isEqualTo(sample.nanos().getTotalCount());
    }

    @Test
    void keepsToARate() throws Exception {
        Sample sample = OpenLoop.run(scenario("rate", "/all"), 50, Duration.ofSeconds(1));

        assertThat(sample.nanos().getTotalCount()).isBetween(49L, 51L);
        assertThat(sample.errors()).isZero();
    }

    @Test
    void doesNotCountWhatGoesOnMeanwhileAndEndsIt() throws Exception {
        Sample sample = longEnough(scenario("a", "/all").during(scenario("other", "/half"), "a meanwhile"));
        int answeredThen = answered.get();

        // What the others are answered with is wrong half the time.
        assertThat(sample.errors()).isZero();
        assertThat(sample.nanos().getTotalCount()).isLessThan(answeredThen);
        assertThat(longEnough(scenario("b", "/all")).nanos().getTotalCount())
                .isLessThanOrEqualTo(answered.get() - answeredThen);
    }

    /** However busy the machine is: rounds twice as long as the one before, until calls have ended within one. */
    private static Sample longEnough(Scenario scenario) throws IOException, InterruptedException {
        Duration length = SHORT;
        Sample sample = Round.run(scenario, length);
        while (sample.nanos().getTotalCount() < ENOUGH && length.compareTo(LONG) < 0) {
            length = length.multipliedBy(2);
            sample = Round.run(scenario, length);
        }
        return sample;
    }

    private Scenario scenario(String name, String path) {
        byte[] request = Request.get(path);
        return Scenario.of(name, 2, 200, Watched.self(), Calls.http(server.getAddress(), number -> request));
    }
}
