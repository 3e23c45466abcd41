package io.orgstead.application.usecase;

/**
 * Finishes or undoes the operations and inserts that a crashed instance left half done, and removes what has expired. Any instance may run it at any time, several
 * at once too.
 */
public interface RecoverInterrupted {

    /**
     * Recovers the operations whose lease has ended. To be run at start and every few seconds.
     *
     * @return what was done
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; the next run goes on
     */
    Report recoverExpired();

    /**
     * Recovers every operation, leased or not. Only for the start of an instance that knows itself to be alone on its
     * stores, as on the embedded one.
     *
     * @return what was done
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; the next run goes on
     */
    Report recoverAll();

    /**
     * What a run of recovery did.
     *
     * @param finished operations carried through
     * @param undone operations and inserts rolled back, and orphans removed
     * @param postponed operations that could not be settled now, and wait for the next run
     */
    record Report(int finished, int undone, int postponed) {

        /**
         * Whether there was nothing to do.
         *
         * @return true if all counts are 0
         */
        public boolean isEmpty() {
            return finished == 0 && undone == 0 && postponed == 0;
        }
    }
}
