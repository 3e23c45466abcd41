package io.orgstead.bootstrap;

import io.orgstead.adapter.http.HttpAdapter;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Two steps of starting side by side: opening a store waits for disks and networks, HTTP for classes to be loaded. */
final class Meanwhile {

    private Meanwhile() {}

    /**
     * Opens a store on this thread, and prepares HTTP on another meanwhile. Both have ended when this returns or throws: two
     * threads must not initialize the same library from two ends.
     *
     * @throws RuntimeException what the opening threw
     */
    static <T> T prepareHttp(Supplier<T> opening) {
        Thread preparation = new Thread(HttpAdapter::prepare, "orgstead-prepare");
        preparation.setDaemon(true);
        // What cannot be prepared is met again, and told, by the start itself.
        preparation.setUncaughtExceptionHandler(
                (thread, failure) -> LoggerFactory.getLogger(Meanwhile.class).debug("HTTP is not prepared", failure));
        preparation.start();
        try {
            return opening.get();
        } finally {
            await(preparation);
        }
    }

    private static void await(Thread preparation) {
        try {
            preparation.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
