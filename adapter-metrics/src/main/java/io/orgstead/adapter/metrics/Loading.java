package io.orgstead.adapter.metrics;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Meters that are perhaps still to come. Their libraries take longer to load than the rest of a server; what is measured
 * before is kept, and counts then.
 */
final class Loading {

    private final CompletableFuture<Meters> meters;

    Loading(Supplier<Meters> loader, Executor executor) {
        meters = CompletableFuture.supplyAsync(loader, executor);
    }

    /** Does something with the meters: at once, or as soon as they are there. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whatever a meter throws must not fail what it measures.
    void with(Consumer<Meters> use) {
        meters.thenAccept(use);
    }

    /** Waits for them. */
    Meters await() {
        return meters.join();
    }
}
