package io.orgstead.domain.access;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a genuine, unexpired token says. Whether its admin and organization still exist is for the core to find out.
 *
 * @param adminId the subject
 * @param organizationId the organization it was issued for
 * @param credentialsChanges how often the password had been changed at its issue; empty in tokens that do not say
 * @param issuedAt when it was issued, at second precision
 */
public record TokenClaims(
        AdminId adminId, OrganizationId organizationId, OptionalLong credentialsChanges, Instant issuedAt) {

    /**
     * Whether the token was issued on the admin's present password. The count of changes decides; a token without one
     * must have been issued after the last change, to the second.
     *
     * @param admin the admin as stored now
     * @return false if the password was changed since
     */
    public boolean holdsFor(Admin admin) {
        if (credentialsChanges.isPresent()) {
            return credentialsChanges.getAsLong() == admin.credentials().changes();
        }
        return admin.credentials().changedAt().map(issuedAt::isAfter).orElse(true);
    }
}
