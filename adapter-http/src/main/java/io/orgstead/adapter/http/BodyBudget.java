package io.orgstead.adapter.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests may take together. Who sends much is refused while there is still room for
 * ordinary requests: a body beyond {@value #SMALL_BODY} bytes may only take of the first three quarters. Counts what has
 * arrived, not what was announced, as announcing costs a client nothing. Safe for use by any number of threads.
 */
final class BodyBudget {

    /** Many times what a request of this API needs. */
    static final int SMALL_BODY = 16 * 1024;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long bytes) {
        this.bytes = bytes;
    }

    /** Begins a body. To be closed when it is no longer needed, whatever became of it. */
    Share open() {
        return new Share();
    }

    /** How many bytes are taken now. */
    long taken() {
        return taken.get();
    }

    /** What one body takes. */
    final class Share implements AutoCloseable {

        private long held;
        private boolean closed;

        private Share() {}

        /** Takes some more; false, and nothing is taken, if there is no room, or the share is closed. */
        synchronized boolean take(int count) {
            long limit = held + count > SMALL_BODY ? bytes - bytes / 4 : bytes;
            if (closed) {
                return false;
            }
            if (taken.addAndGet(count) > limit) {
                taken.addAndGet(-count);
                return false;
            }
            held += count;
            return true;
        }

        /** Gives everything back. A second call does nothing. */
        @Override
        public synchronized void close() {
            closed = true;
            taken.addAndGet(-held);
            held = 0;
        }
    }
}
