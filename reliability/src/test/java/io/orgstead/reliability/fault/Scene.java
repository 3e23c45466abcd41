package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.fault.EveryRoute.Sample;
import io.orgstead.reliability.server.OrgsteadServer;
import io.orgstead.reliability.server.Store;
import io.orgstead.reliability.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server, clients at work, and a witness on every route. What was asked while something was wrong is kept. */
final class Scene implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final long SEED = Long.getLong("orgstead.crash.seed", 20_261_128);

    private final Store store;
    private final OrgsteadServer server;
    private final Traffic traffic = new Traffic(SEED, CLIENTS);
    private final EveryRoute routes;
    private final List<Sample> samples = new ArrayList<>();

    Scene(Store store, Path folder) throws IOException {
        this(store, folder, Map.of());
    }

    /** With further settings. */
    Scene(Store store, Path folder, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(store.settings());
        settings.putAll(more);
        this.store = store;
        this.server = OrgsteadServer.start(folder, settings);
        try {
            this.routes = new EveryRoute(server.url());
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    OrgsteadServer server() {
        return server;
    }

    Traffic traffic() {
        return traffic;
    }

    /** The clients begin, and are well at it when this returns. */
    void begin(int changes) throws InterruptedException {
        traffic.start(server.url());
        traffic.awaitChanges(changes);
    }

    /** Asks once on every route. */
    List<Sample> ask() {
        List<Sample> asked = routes.ask();
        samples.addAll(asked);
        return asked;
    }

    /** The witness gets a new token. */
    void logInAgain() throws IOException {
        routes.logIn();
    }

    /** The witness changes the password. */
    void changePassword(String changed) throws IOException {
        routes.changePassword(changed);
    }

    /** Asks until every route succeeds, and tells how long that takes. */
    Duration untilHealed() {
        long begin = System.nanoTime();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(routes.ask()).allMatch(Sample::succeeded));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The longest that an answer of this status took, in milliseconds. */
    long slowest(int status) {
        LongSummaryStatistics millis = samples.stream()
                .filter(sample -> sample.status() == status)
                .mapToLong(Sample::millis)
                .summaryStatistics();
        return millis.getCount() == 0 ? 0 : millis.getMax();
    }

    /** How many requests of the witness there were. */
    long asked() {
        return samples.size();
    }

    /** How many of the witness's requests there were of this status. */
    long count(int status) {
        return samples.stream().filter(sample -> sample.status() == status).count();
    }

    /** The clients stop, and all they know is compared with what is there. */
    void endAndJudge() throws InterruptedException {
        endAndJudge(store.settlesWithin());
    }

    /** The same, with this much time for what may be under way. */
    void endAndJudge(Duration settlesWithin) throws InterruptedException {
        traffic.end();
        TimeUnit.NANOSECONDS.sleep(settlesWithin.toNanos());
        traffic.judge(server.url(), settlesWithin);
        assertThat(traffic.findings()).as("server: %s", server.complaints()).isEmpty();
        assertThat(samples)
                .as("answers of 500 and above other than 503")
                .noneMatch(sample -> sample.status() >= 500 && sample.status() != 503);
    }

    /** What the clients went through. */
    String seen() {
        return "%d changes acknowledged, %d of unknown outcome (%d there), 0 lost"
                .formatted(
                        traffic.tally().of("acknowledged"),
                        traffic.tally().of("unanswered, there")
                                + traffic.tally().of("unanswered, not there"),
                        traffic.tally().of("unanswered, there"));
    }

    @Override
    public void close() {
        server.close();
    }
}
