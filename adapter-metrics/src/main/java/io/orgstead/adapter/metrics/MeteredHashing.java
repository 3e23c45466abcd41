package io.orgstead.adapter.metrics;

import io.orgstead.domain.observation.HashingLoad;
import io.orgstead.domain.port.HashingObserver;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** {@link HashingObserver} that times the hashing of passwords, and the waiting for it. */
final class MeteredHashing implements HashingObserver {

    static final String WAIT = "orgstead.password.hash.wait";
    static final String HASH = "orgstead.password.hash";
    static final String REFUSALS = "orgstead.password.hash.refusals";

    private static final List<String> NONE = List.of();
    private static final String WAIT_HELP = "Waiting for a thread that hashes passwords";
    private static final String HASH_HELP = "Hashing or verifying a password";
    private static final String REFUSALS_HELP = "Passwords not hashed, as too many were waiting";

    private final Loading loading;

    MeteredHashing(Loading loading) {
        this.loading = loading;
        loading.with(meters -> {
            meters.histogram(WAIT, WAIT_HELP, NONE);
            meters.histogram(HASH, HASH_HELP, NONE);
            meters.counter(REFUSALS, REFUSALS_HELP, NONE);
        });
    }

    void watch(Supplier<HashingLoad> load) {
        loading.with(meters -> {
            meters.gauge(
                    "orgstead.password.hash.running",
                    "Passwords being hashed",
                    () -> load.get().running());
            meters.gauge(
                    "orgstead.password.hash.threads",
                    "Passwords hashed at once, at most",
                    () -> load.get().threads());
            meters.gauge(
                    "orgstead.password.hash.queue.length",
                    "Passwords waiting to be hashed",
                    () -> load.get().waiting());
            meters.gauge(
                    "orgstead.password.hash.queue.capacity",
                    "Passwords that may wait, at most",
                    () -> load.get().capacity());
        });
    }

    @Override
    public void hashed(Duration waited, Duration took) {
        loading.with(meters -> {
            meters.histogram(WAIT, WAIT_HELP, NONE).record(waited);
            meters.histogram(HASH, HASH_HELP, NONE).record(took);
        });
    }

    @Override
    public void refused() {
        loading.with(meters -> meters.counter(REFUSALS, REFUSALS_HELP, NONE).increment());
    }
}
