package io.orgstead.domain.access;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** How far the clocks of instances may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    /**
     * Whether the token was issued on the admin's present password. The count of changes must be the same, and the token no
     * older than the last change by more than clocks may differ (10 seconds). A token without a count must have been
     * issued after the last change, to the second.
     *
     * @param admin the admin as stored now
     * @return false if the password was changed since
     */
    public boolean holdsFor(Admin admin) {
        Optional<Instant> changedAt = admin.credentials().changedAt();
        if (credentialsChanges.isEmpty()) {
            return changedAt.map(issuedAt::isAfter).orElse(true);
        }
        return credentialsChanges.getAsLong() == admin.credentials().changes()
                && changedAt.map(at -> at.minus(CLOCK_SKEW).isBefore(issuedAt)).orElse(true);
    }
}
