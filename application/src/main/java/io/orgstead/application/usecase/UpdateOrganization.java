package io.orgstead.application.usecase;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.Optional;

/** Renames the caller's organization or changes its admin's credentials: all that was asked for, or nothing. */
public interface UpdateOrganization {

    /**
     * Updates the caller's organization. A rename takes its data along in constant time; a changed password ends every
     * access token issued before.
     *
     * @param caller whose organization it is
     * @param command what to change
     * @return the organization after the change
     * @throws io.orgstead.domain.failure.InvalidValueException if nothing is to be changed
     * @throws io.orgstead.domain.failure.AccessDeniedException if the organization named is not the caller's
     * @throws io.orgstead.domain.failure.ConflictException if the new name, email address or collection is taken, or
     *     another change of the organization is under way
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.OverloadedException if too many passwords wait to be hashed
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; recovery carries through or
     *     undoes what was begun
     */
    OrganizationDetails update(Principal caller, Command command);

    /**
     * What to change.
     *
     * @param currentName the organization's present name; if given it must be the caller's own
     * @param newName the name from now on
     * @param email the admin's email address from now on
     * @param password the admin's password from now on
     */
    record Command(
            Optional<OrganizationName> currentName,
            Optional<OrganizationName> newName,
            Optional<EmailAddress> email,
            Optional<PlaintextPassword> password) {}
}
