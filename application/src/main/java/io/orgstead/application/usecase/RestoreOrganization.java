package io.orgstead.application.usecase;

import io.orgstead.domain.organization.OrganizationName;

/** Takes a deletion back within its grace period. For operators: it asks for no proof of who calls. */
public interface RestoreOrganization {

    /**
     * Restores an organization as it was, with its admin, its data and its name. Of a restoration and a removal that race one
     * wins, and the other does nothing.
     *
     * @param name the organization's name
     * @return the organization
     * @throws io.orgstead.domain.failure.NotFoundException if there is no deleted organization of this name that can still be
     *     restored
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    OrganizationDetails restore(OrganizationName name);
}
