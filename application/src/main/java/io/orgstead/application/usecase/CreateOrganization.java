package io.orgstead.application.usecase;

import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;

/** Creates an organization with its admin and its collection: all of it, or nothing. */
public interface CreateOrganization {

    /**
     * Creates an organization. Of several racing for a name or an email address exactly one succeeds.
     *
     * @param command what to create
     * @return the organization created
     * @throws io.orgstead.domain.failure.ConflictException if the name, the email address or the collection is taken
     * @throws io.orgstead.domain.failure.OverloadedException if too many passwords wait to be hashed
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; what was begun is undone
     *     by recovery
     */
    OrganizationDetails create(Command command);

    /**
     * What to create.
     *
     * @param name the organization's name
     * @param email its admin's email address
     * @param password its admin's password
     */
    record Command(OrganizationName name, EmailAddress email, PlaintextPassword password) {}
}
