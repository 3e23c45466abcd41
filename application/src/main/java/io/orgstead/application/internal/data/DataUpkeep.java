package io.orgstead.application.internal.data;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;

/** What has to be done for the organizations' documents from time to time. */
public final class DataUpkeep {

    private static final int BATCH = 1_000;

    /** What expires may wait for the next time if there is very much of it. */
    private static final int MOST_BATCHES = 20;

    private static final Duration EXPIRY_INTERVAL = Duration.ofMinutes(1);

    private final DataPorts ports;
    private final AtomicReference<Instant> nextExpiry = new AtomicReference<>(Instant.EPOCH);

    /** Looks after these. */
    public DataUpkeep(DataPorts ports) {
        this.ports = ports;
    }

    /**
     * Takes back the inserts of writers that are presumed dead, and once a minute removes what has expired.
     *
     * @return how many inserts were taken back
     */
    public int run() {
        Instant now = ports.clock().instant();
        int undone = undoInterrupted(now.minus(ports.patience()));
        if (!now.isBefore(nextExpiry.get())) {
            nextExpiry.set(now.plus(EXPIRY_INTERVAL));
            inBatches(limit -> ports.indexes().removeExpired(now, limit));
            inBatches(limit -> ports.records().removeExpired(now, limit));
        }
        return undone;
    }

    /**
     * Takes back inserts whose writer has not been heard of for some time.
     *
     * @param silentSince since when
     * @return how many
     */
    public int undoInterrupted(Instant silentSince) {
        return inBatches(limit -> ports.documents().undoInterrupted(silentSince, limit));
    }

    private static int inBatches(IntUnaryOperator step) {
        int all = 0;
        for (int i = 0; i < MOST_BATCHES; i++) {
            int done = step.applyAsInt(BATCH);
            all += done;
            if (done < BATCH) {
                break;
            }
        }
        return all;
    }
}
