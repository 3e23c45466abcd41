package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.EmbeddedStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network between the clients and the server is bad: 200 ms of latency, and connections that end with a reset or in the middle
 * of an answer. What was answered as a whole holds; the rest is there as a whole or not at all; the server goes on for others.
 */
@Tag(NeedsFilter.TIME)
class BadWayToTheServerIT {

    /** For requests that the server has, and whose clients are gone. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    @Test
    void isSlowAndResetsConnections() throws IOException, InterruptedException {
        through(
                "200 ms of latency and 5 % of messages reset, between clients and server",
                proxy -> {
                    proxy.delay(Duration.ofMillis(100));
                    proxy.reset(0.05);
                });
    }

    @Test
    void cutsAnswers() throws IOException, InterruptedException {
        through("10 % of answers cut in the middle", proxy -> proxy.cut(0.1));
    }

    private void through(String fault, Consumer<TcpProxy> trouble) throws IOException, InterruptedException {
        try (Scene scene = new Scene(new EmbeddedStore(folder.resolve("data")), folder);
                TcpProxy proxy = new TcpProxy(address(scene), 1)) {
            trouble.accept(proxy);
            URI way = URI.create("http://127.0.0.1:" + proxy.port());
            for (int round = 0; round < ROUNDS; round++) {
                scene.traffic().start(way);
                scene.traffic().awaitSilence();
                assertThat(scene.ask()).as("others").allMatch(EveryRoute.Sample::succeeded);
                scene.endAndJudge(UNDER_WAY);
            }
            assertThat(proxy.ended()).as("connections ended").isPositive();
            Report.add(
                    fault,
                    "embedded",
                    "what was answered holds, the rest is whole or not at all; others notice nothing",
                    "%d connections ended; slowest request of others %d ms; %s"
                            .formatted(proxy.ended(), Math.max(scene.slowest(200), scene.slowest(201)), scene.seen()));
        }
    }

    private static InetSocketAddress address(Scene scene) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), scene.server().url().getPort());
    }
}
