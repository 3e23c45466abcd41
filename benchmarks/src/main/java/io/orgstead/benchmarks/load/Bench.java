package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.measure.Alternation;
import io.orgstead.benchmarks.measure.Interleaved;
import io.orgstead.domain.organization.IsolationModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * @param models in which isolation models documents are measured
 * @param documents how many documents the large organization has that is renamed
 * @param repeats how often what takes long is made, one after another
 * @param seed makes the organizations
 */
record Bench(
        Path launcher,
        Optional<String> mongodb,
        Duration length,
        int rounds,
        int connections,
        List<Integer> organizations,
        List<IsolationModel> models,
        int documents,
        int repeats,
        Seed seed) {

    private static final int HASH_ROUNDS = 3;
    private static final int HASH_WARM_UPS = 5;
    private static final int QUICK = 10;

    /** A server on a new store with so many organizations. */
    Installation install(int count) throws IOException, InterruptedException {
        return install(count, IsolationModel.COLLECTION, Map.of());
    }

    /** The same with organizations of one isolation model, and further settings. */
    Installation install(int count, IsolationModel model, Map<String, String> settings)
            throws IOException, InterruptedException {
        Store store = mongodb.isPresent() ? new MongoStore(mongodb.get()) : new EmbeddedStore();
        try {
            return Installation.start(launcher, store, seed, count, model, settings);
        } catch (IOException | InterruptedException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Turns of rounds of the usual length. */
    Interleaved turns() {
        return Interleaved.ofQuickCalls(length, rounds);
    }

    /** Turns of rounds that are several times as long, as a round has to hold many hashes. */
    Interleaved turnsOfHashes() {
        return Interleaved.ofSlowCalls(length.multipliedBy(HASH_ROUNDS), rounds);
    }

    /** Single calls that take some milliseconds, in turns. */
    Alternation single() {
        return new Alternation(repeats * QUICK, repeats * QUICK);
    }

    /** Single calls that take as long as a hash, in turns. */
    Alternation singleHashes() {
        return new Alternation(HASH_WARM_UPS, repeats);
    }
}
