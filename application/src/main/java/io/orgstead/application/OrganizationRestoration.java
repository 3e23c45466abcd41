package io.orgstead.application;

import io.orgstead.application.internal.RestoreOrganizationHandler;
import io.orgstead.application.usecase.RestoreOrganization;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.Organizations;
import java.time.InstantSource;

/** The restoration of deleted organizations, apart from {@link OrganizationManagement}: it is for operators only. */
public final class OrganizationRestoration {

    private OrganizationRestoration() {}

    /**
     * Builds it. Touches no port; whoever made the ports closes them.
     *
     * @param organizations the store of organizations
     * @param auditLog what keeps restorations for auditors
     * @param clock the clock, which says whether a grace period has ended
     * @return the use case, safe for use by any number of threads
     */
    public static RestoreOrganization of(Organizations organizations, AuditLog auditLog, InstantSource clock) {
        return new RestoreOrganizationHandler(organizations, auditLog, clock);
    }
}
