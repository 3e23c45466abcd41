package io.orgstead.application.internal;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.RestoreOrganization;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;

/** Settles a deletion that only waits. The compare and set fails if the removal has begun meanwhile. */
final class RestoreOrganizationHandler implements RestoreOrganization {

    private final Ports ports;
    private final AuditTrail audit;

    RestoreOrganizationHandler(Ports ports, AuditTrail audit) {
        this.ports = ports;
        this.audit = audit;
    }

    @Override
    public OrganizationDetails restore(OrganizationName name) {
        Organization restored = ports.organizations()
                .findByName(name)
                .filter(organization -> organization.isRestorable(ports.clock().instant()))
                .map(Organization::settled)
                .filter(ports.organizations()::replace)
                .orElseThrow(NotFoundException::new);
        audit.succeeded(AuditAction.ORGANIZATION_RESTORATION, event -> event.on(restored.id()));
        return OrganizationDetails.of(restored);
    }
}
