package io.orgstead.application.usecase;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.OrganizationName;
import java.util.Optional;

/** Deletes the caller's organization with its admin and all its data. */
public interface DeleteOrganization {

    /**
     * Deletes the caller's organization. When it returns, nothing of the organization is left and its name is free. Of
     * several racing exactly one succeeds.
     *
     * @param caller whose organization it is
     * @param name the organization's name; if given it must be the caller's own
     * @return what the organization was
     * @throws io.orgstead.domain.failure.AccessDeniedException if the organization named is not the caller's
     * @throws io.orgstead.domain.failure.ConflictException if another change of the organization is under way
     * @throws io.orgstead.domain.failure.NotFoundException if it has been deleted meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; a deletion that has begun is
     *     carried through by recovery
     */
    OrganizationDetails delete(Principal caller, Optional<OrganizationName> name);
}
