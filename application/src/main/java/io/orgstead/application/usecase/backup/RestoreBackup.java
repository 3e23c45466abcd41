package io.orgstead.application.usecase.backup;

import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import java.util.List;
import java.util.Optional;

/** Makes organizations of a backup. */
public interface RestoreBackup {

    /**
     * Looks whether all that is wished could be made, and changes nothing.
     *
     * @param wish what of the backup, and how
     * @return takes the backup; throws {@link RestoreRefusedException} for what is taken
     */
    Restoration check(Wish wish);

    /**
     * Makes organizations. Each becomes visible in one step when it is complete. One that is not is taken back: by
     * {@link Restoration#close}, or after a crash by recovery.
     *
     * @param wish what of the backup, and how
     * @return takes the backup; throws {@link RestoreRefusedException} for what is taken,
     *     {@link io.orgstead.domain.failure.ConflictException} if it is taken at the last moment, and
     *     {@link io.orgstead.domain.failure.StoreUnavailableException} if a store does not answer
     */
    Restoration restore(Wish wish);

    /** A restoration under way. */
    interface Restoration extends BackupSink, AutoCloseable {

        /**
         * What has been done so far.
         *
         * @return how much
         */
        Report report();

        /** Takes an organization back that is not complete. */
        @Override
        void close();
    }

    /**
     * What of a backup is wished.
     *
     * @param only the only organization; empty for all
     * @param copy whether it gets another identity; needs {@code only}
     * @param leaveExisting whether an organization that is there already, with the same id and name, is passed over
     */
    record Wish(Optional<OrganizationName> only, Optional<Copy> copy, boolean leaveExisting) {

        /** @throws IllegalArgumentException if all organizations were to get one name */
        public Wish {
            if (copy.isPresent() && only.isEmpty()) {
                throw new IllegalArgumentException("a copy is of one organization");
            }
        }
    }

    /**
     * Another identity, with ids of its own.
     *
     * @param name the organization's name
     * @param email its admin's address
     */
    record Copy(OrganizationName name, EmailAddress email) {}

    /**
     * What has been done.
     *
     * @param organizations how many were made
     * @param documents how many of all of them together
     * @param existing how many were passed over
     * @param warnings what could not be made as it was, each for a person
     */
    record Report(long organizations, long documents, long existing, List<String> warnings) {

        /** Takes a copy of the list. */
        public Report {
            warnings = List.copyOf(warnings);
        }
    }
}
