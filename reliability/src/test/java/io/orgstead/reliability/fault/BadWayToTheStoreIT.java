package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.MongoStore;
import io.orgstead.reliability.server.Store;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network between the server and MongoDB is bad. */
@Tag(NeedsFilter.MONGODB)
@Tag(NeedsFilter.TIME)
class BadWayToTheStoreIT {

    private static final String URI = System.getenv("ORGSTEAD_TEST_MONGODB_URI");
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private TcpProxy proxy;
    private Store store;

    @BeforeEach
    void connect() {
        ServerAddress address =
                new ServerAddress(new ConnectionString(URI).getHosts().get(0));
        proxy = new TcpProxy(new InetSocketAddress(address.getHost(), address.getPort()), 1);
        store = new MongoStore(URI, "mongodb://127.0.0.1:" + proxy.port() + "/?directConnection=true");
    }

    @AfterEach
    void disconnect() {
        store.close();
        proxy.close();
    }

    /** Every message takes 100 ms, so an answer 200 ms: all is slower, nothing fails, nothing is lost. */
    @Test
    void isSlow() throws IOException, InterruptedException {
        try (Scene scene = new Scene(store, folder)) {
            proxy.delay(Duration.ofMillis(100));
            scene.begin(40);
            assertThat(scene.ask()).allMatch(EveryRoute.Sample::succeeded);
            scene.endAndJudge();
            Report.add(
                    "200 ms of latency to the store",
                    store.title(),
                    "every route succeeds, nothing lost",
                    "slowest of every route %d ms (creation); %s"
                            .formatted(Math.max(scene.slowest(201), scene.slowest(200)), scene.seen()));
        }
    }

    /** One of twenty messages ends its connection: answers are successes or 503, nothing acknowledged is lost, never a 500. */
    @Test
    void resetsConnections() throws IOException, InterruptedException {
        endingConnections("5 % of messages to the store reset", "reset", proxy::reset);
    }

    /** One of twenty answers of the store arrives half, so that the work is done and the server does not know. */
    @Test
    void cutsAnswers() throws IOException, InterruptedException {
        endingConnections("5 % of the store's answers cut in the middle", "cut", proxy::cut);
    }

    private void endingConnections(String fault, String ended, DoubleConsumer trouble)
            throws IOException, InterruptedException {
        try (Scene scene = new Scene(store, folder)) {
            trouble.accept(0.05);
            scene.begin(100);
            for (int round = 0; round < ROUNDS; round++) {
                scene.ask();
            }
            trouble.accept(0);
            Duration healed = scene.untilHealed();
            scene.endAndJudge();
            assertThat(proxy.ended()).as("connections that were %s", ended).isPositive();
            Report.add(
                    fault,
                    store.title(),
                    "successes or 503, heals by itself, nothing acknowledged lost, no 500",
                    "%d connections %s; %d of %d requests of the witness 503, slowest %d ms; well %d ms after the last; %s"
                            .formatted(
                                    proxy.ended(),
                                    ended,
                                    scene.count(503),
                                    scene.asked(),
                                    scene.slowest(503),
                                    healed.toMillis(),
                                    scene.seen()));
        }
    }
}
