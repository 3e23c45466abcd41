package io.orgstead.domain.access;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a genuine, unexpired token says. Whether its admin and organization still exist is for the core to find out.
 *
 * @param adminId the subject
 * @param organizationId the organization it was issued for
 * @param credentials the state of the password at its issue; empty in tokens that do not say
 * @param issuedAt when it was issued, at second precision
 */
public record TokenClaims(
        AdminId adminId, OrganizationId organizationId, Optional<CredentialsState> credentials, Instant issuedAt) {

    /**
     * Whether the token was issued on the admin's present password: count and time of the last change must be those of its
     * issue, whatever clocks show since. A token that does not say must have been issued after the last change, to the
     * second.
     *
     * @param admin the admin as stored now
     * @return false if the password was changed since
     */
    public boolean holdsFor(Admin admin) {
        return credentials
                .map(admin.credentials()::equals)
                .orElseGet(() ->
                        admin.credentials().changedAt().map(issuedAt::isAfter).orElse(true));
    }
}
