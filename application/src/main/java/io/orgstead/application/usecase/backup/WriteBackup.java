package io.orgstead.application.usecase.backup;

import io.orgstead.domain.organization.OrganizationName;
import java.util.Optional;

/** Reads organizations out of the store, each with its admin, its indexes and its documents. */
public interface WriteBackup {

    /**
     * Hands out all organizations, in the order of their ids and in constant memory. Others may read and write meanwhile. Each
     * document is handed out as it is at some moment, not all as of one. Organizations that are being created or
     * deleted are left out.
     *
     * @param only the only one to hand out; empty for all
     * @param sink takes them
     * @return how much it was
     * @throws io.orgstead.domain.failure.NotFoundException if there is no organization of the name
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    Report write(Optional<OrganizationName> only, BackupSink sink);

    /**
     * How much was handed out.
     *
     * @param organizations how many
     * @param documents how many of all of them together
     * @param leftOut organizations which cannot be backed up, as they have no admin
     */
    record Report(long organizations, long documents, long leftOut) {}
}
