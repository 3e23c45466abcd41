package io.orgstead.adapter.http;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Ends a transfer that creeps: a client that takes or sends a byte now and then is never idle, and would hold its place for
 * ever. After a minute, an average of {@value #LEAST_PER_SECOND} bytes a second is expected.
 */
final class Pace {

    static final int LEAST_PER_SECOND = 1024;
    private static final long GRACE_NANOS = 60_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private long waited;
    private long bytes;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Something that waits for the client. */
    interface Step {

        int run() throws IOException;
    }

    /**
     * Makes a step. Only what it takes counts: for the store nobody has to hurry.
     *
     * @return what the step gives: how many bytes went through; negative at the end
     * @throws CreepingException if the client is too slow
     */
    int timed(Step step) throws IOException {
        long begin = nanoTime.getAsLong();
        int count = step.run();
        waited += nanoTime.getAsLong() - begin;
        bytes += Math.max(0, count);
        if (waited > GRACE_NANOS && bytes < (waited / NANOS_PER_SECOND) * LEAST_PER_SECOND) {
            throw new CreepingException();
        }
        return count;
    }

    /** The client is too slow. */
    static final class CreepingException extends IOException {

        private static final long serialVersionUID = 1L;

        CreepingException() {
            super("the client is too slow");
        }
    }
}
