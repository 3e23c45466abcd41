package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.measure.Interleaved;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the experiments are made.
 *
 * @param launcher what starts a server, as it ships
 * @param mongodb where MongoDB is; empty for the embedded store
 * @param length of a round
 * @param rounds of each scenario
 * @param connections of scenarios that do not say how many
 * @param organizations at how many organizations the cost is compared
 * @param documents how many documents the large organization has that is renamed
 * @param repeats how often what takes long is made, one after another
 * @param cached whether the server may answer {@code GET /org/get} from a cache, which moves its target
 * @param seed makes the organizations
 */
record Bench(
        Path launcher,
        Optional<String> mongodb,
        Duration length,
        int rounds,
        int connections,
        int[] organizations,
        int documents,
        int repeats,
        boolean cached,
        Seed seed) {

    /** A server on a new store with so many organizations. */
    Installation install(int count) throws IOException, InterruptedException {
        Store store = mongodb.isPresent() ? new MongoStore(mongodb.get()) : new EmbeddedStore();
        try {
            return Installation.start(launcher, store, seed, count);
        } catch (IOException | InterruptedException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Rounds of the usual length, after a warm-up three times as long as one. */
    Interleaved turns() {
        return turns(1);
    }

    /** Rounds that are so many times as long. */
    Interleaved turns(int factor) {
        Duration round = length.multipliedBy(factor);
        return new Interleaved(factor > 1 ? round : length.multipliedBy(3), round, rounds);
    }
}
