package io.orgstead.application.internal;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.RestoreOrganization;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.Organizations;
import java.time.InstantSource;

/** Settles a deletion that only waits. The compare and set fails if the removal has begun meanwhile. */
public final class RestoreOrganizationHandler implements RestoreOrganization {

    private final Organizations organizations;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** Restores in this store. */
    public RestoreOrganizationHandler(Organizations organizations, AuditLog audit, InstantSource clock) {
        this.organizations = organizations;
        this.audit = new AuditTrail(audit);
        this.clock = clock;
    }

    @Override
    public OrganizationDetails restore(OrganizationName name) {
        Organization restored = organizations
                .findByName(name)
                .filter(organization -> organization.isRestorable(clock.instant()))
                .map(Organization::settled)
                .filter(organizations::replace)
                .orElseThrow(NotFoundException::new);
        audit.succeeded(AuditAction.ORGANIZATION_RESTORATION, event -> event.on(restored.id()));
        return OrganizationDetails.of(restored);
    }
}
