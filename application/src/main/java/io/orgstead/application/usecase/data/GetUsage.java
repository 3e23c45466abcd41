package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;

/** Tells how much the caller's organization keeps, and how much it may. */
public interface GetUsage {

    /**
     * Tells it as it is now.
     *
     * @param caller whose organization it is
     * @return both
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if its collection is being moved just
     *     now
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    Report usage(Principal caller);

    /**
     * How much there is, and how much there may be.
     *
     * @param usage documents and bytes
     * @param indexes how many indexes, the one on {@code _id} not counted
     * @param quota the limits
     */
    record Report(Usage usage, int indexes, Quota quota) {}
}
