package io.orgstead.adapter.mongo;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The time by which a call that consists of several commands has to end. */
final class Deadline {

    private static final long PAUSE_MILLIS = 20;

    private final long end;

    private Deadline(Duration left) {
        this.end = System.nanoTime() + left.toNanos();
    }

    static Deadline in(Duration left) {
        return new Deadline(left);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * Looks again and again.
     *
     * @throws StoreUnavailableException if what is waited for does not come in time
     */
    void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (isOver()) {
                throw tooLate(what);
            }
            pause();
        }
    }

    static StoreUnavailableException tooLate(String what) {
        return new StoreUnavailableException(new IllegalStateException(what + " did not end in time"));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }
}
