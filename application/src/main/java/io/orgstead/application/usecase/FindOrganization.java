package io.orgstead.application.usecase;

import io.orgstead.domain.organization.OrganizationName;

/** Finds an organization. */
public interface FindOrganization {

    /**
     * Finds an organization by its name, or any name that maps to the same collection.
     *
     * @param name the name
     * @return the organization
     * @throws io.orgstead.domain.failure.NotFoundException if there is none, or it is being created or deleted
     * @throws io.orgstead.domain.failure.StoreUnavailableException if the store does not answer
     */
    OrganizationDetails find(OrganizationName name);
}
