package io.orgstead.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server is made of, closed in reverse order of its making. Closing may come from another thread while parts are
 * still being made: from then on a new part is closed at once. Safe for use by any number of threads.
 */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /**
     * Takes charge of a part.
     *
     * @return the part
     * @throws CancellationException if it came too late, and was closed
     */
    <T extends AutoCloseable> T add(T part) {
        synchronized (open) {
            if (!closed) {
                open.push(part);
                return part;
            }
        }
        close(part);
        throw new CancellationException("stopped while it was starting");
    }

    /** Goes on with the next part where one fails. May be repeated. */
    @Override
    public void close() {
        for (AutoCloseable part = next(); part != null; part = next()) {
            close(part);
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (open) {
            closed = true;
            return open.poll();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("closing {} failed", part, e);
        }
    }
}
