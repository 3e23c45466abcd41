package io.orgstead.application.usecase;

import java.time.Duration;

/**
 * Takes a whole installation to another store, while it is used: organizations and admins with their ids, hashes and times,
 * documents, indexes, schemas, and the requests that take effect once. Each organization keeps its isolation model. For operators: it
 * asks for no proof of who calls.
 *
 * <p>Nobody may serve the other store before it is whole; its mark says so. Changes wait, by being refused for a moment, only while the
 * last of them are copied. One compare and set of the other store's mark makes that one count; from just before that on the first
 * one must not be served any more, which its own mark says. A migration that ends early, even by the death of the process, leaves the
 * installation where it is, and made again it goes on with what has been copied. For use by one thread.
 */
public interface MigrateInstallation {

    /**
     * Migrates, or goes on with it.
     *
     * @param observer is told how it goes on
     * @return what went over. Changes to the first store stay refused
     * @throws MigrationRefusedException if the other store is not empty, or either store's mark is that of another migration
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer. The installation is where it was, and
     *     open for changes, unless its mark says that it is leaving: then the migration has to be made again
     */
    Migrated migrate(Observer observer);

    /**
     * Gives a migration up that has not switched: removes what is in the other store, and the marks.
     *
     * @throws MigrationRefusedException if none was begun, or the other store counts already
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    void abandon();

    /** Told how a migration goes on, by the thread that migrates: some times a second at most, and when a phase begins. */
    @FunctionalInterface
    interface Observer {

        /**
         * Takes note.
         *
         * @param progress how far it is
         */
        void at(Progress progress);
    }

    /**
     * How far a migration is.
     *
     * @param phase what is being done
     * @param organizations how many the phase is through with; when it catches up, how many this time
     * @param expected about how many there are
     * @param documents how many the phase has looked at
     */
    record Progress(Phase phase, long organizations, long expected, long documents) {}

    /** What a migration does, in this order. */
    enum Phase {
        /** Copies every organization, and compares. */
        COPYING,
        /** Copies what was changed meanwhile. */
        CATCHING_UP,
        /** Copies the last changes while no others are let in, compares, and lets the other store be the one that counts. */
        SWITCHING
    }

    /**
     * What went over.
     *
     * @param organizations how many
     * @param documents how many documents they have
     * @param bytes their size
     * @param pause how long changes were refused before the switch; zero if it had been made by an earlier run
     */
    record Migrated(long organizations, long documents, long bytes, Duration pause) {}
}
