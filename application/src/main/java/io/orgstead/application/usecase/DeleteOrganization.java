package io.orgstead.application.usecase;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Instant;
import java.util.Optional;

/** Deletes the caller's organization with its admin and all its data. */
public interface DeleteOrganization {

    /**
     * Deletes the caller's organization. When it returns, nobody sees it or gets in any more. Without a grace period nothing of
     * it is left then and its name is free; with one, an operator can restore it until the period ends, and until it has been
     * removed its name and its admin's email address are taken. Of several racing exactly one succeeds.
     *
     * @param caller whose organization it is
     * @param name the organization's name; if given it must be the caller's own
     * @return what was deleted
     * @throws io.orgstead.domain.failure.AccessDeniedException if the organization named is not the caller's
     * @throws io.orgstead.domain.failure.ConflictException if another change of the organization is under way
     * @throws io.orgstead.domain.failure.NotFoundException if it has been deleted meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; a deletion that has begun is
     *     carried through by recovery
     */
    Deletion delete(Principal caller, Optional<OrganizationName> name);

    /**
     * What was deleted.
     *
     * @param organization what the organization was
     * @param restorableUntil when it will be removed; empty if it has been already
     */
    record Deletion(OrganizationDetails organization, Optional<Instant> restorableUntil) {}
}
