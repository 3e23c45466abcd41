package io.orgstead.application.usecase;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Duration;

/**
 * Moves an organization's documents to a home of another isolation model in the same store, while they are read and written. For
 * operators: it asks for no proof of who calls. Safe for use by any number of threads; of several that move one organization one
 * does.
 *
 * <p>Nobody sees the copy before it is complete. Then writers wait for a moment, readers never. A move that ends early, even by the
 * death of the process, leaves the documents where they are, and made again it goes on with what has been copied.
 */
public interface MoveOrganization {

    /**
     * Moves them.
     *
     * @param name the organization's name
     * @param model how its documents are to be kept apart from those of others
     * @param observer is told how it goes on
     * @return how it ended
     * @throws io.orgstead.domain.failure.NotFoundException if there is no such organization, or it is deleted meanwhile: nothing of
     *     the copy is left then
     * @throws io.orgstead.domain.failure.ConflictException if another change of it, such as another move, is under way, or the
     *     store holds a collection of its name that is nobody's
     * @throws io.orgstead.domain.failure.StoreUnavailableException if the store does not answer; the documents are where they were,
     *     or, if all had been copied, perhaps at their new home
     */
    Result move(OrganizationName name, IsolationModel model, Observer observer);

    /**
     * Discards what a move that ended early has copied.
     *
     * @param name the organization's name
     * @throws io.orgstead.domain.failure.NotFoundException if there is no such organization
     * @throws io.orgstead.domain.failure.ConflictException if the move is under way
     */
    void abandon(OrganizationName name);

    /** Told how a move goes on, by the thread that moves: some times a second, and when a phase begins. */
    @FunctionalInterface
    interface Observer {

        /**
         * Takes note.
         *
         * @param progress how far it is
         * @return whether to go on; counts no more once the phase is {@link Phase#SWITCHING}
         */
        boolean at(Progress progress);
    }

    /**
     * How far a move is.
     *
     * @param phase what is being done
     * @param documents how many the phase is through with
     * @param expected about how many there are; 0 if nobody knows
     * @param bytes the size of those that it is through with
     */
    record Progress(Phase phase, long documents, long expected, long bytes) {}

    /** What a move does, in this order. */
    enum Phase {
        /** Goes through all documents and copies what the new home lacks. */
        COPYING,
        /** Makes the indexes. */
        INDEXING,
        /** Copies what was changed meanwhile. */
        CATCHING_UP,
        /** Compares all documents with their copies. */
        VERIFYING,
        /** Copies the last changes while writers wait, compares, and lets the new home be the one that counts. */
        SWITCHING,
        /** Removes the old home. */
        CLEANING_UP
    }

    /** How a move ended. */
    sealed interface Result {

        /** Nothing had to be done. */
        record AlreadyThere() implements Result {}

        /** The observer wished so. What has been copied stays for the next time. */
        record Stopped() implements Result {}

        /**
         * The documents are at their new home.
         *
         * @param documents how many they were in the end
         * @param bytes their size
         * @param checksum of all documents as they were compared, whatever their order
         * @param mended how many differed from their copies when they were compared, because they had just been changed
         * @param pause how long writers had to wait
         */
        record Moved(long documents, long bytes, String checksum, long mended, Duration pause) implements Result {}
    }
}
