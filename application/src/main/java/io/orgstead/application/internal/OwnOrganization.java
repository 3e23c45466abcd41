package io.orgstead.application.internal;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import java.util.Optional;

/** Finds the organization that a caller may change, settled, so that a change can begin. */
final class OwnOrganization {

    private final Ports ports;
    private final InterruptedOperation interrupted;

    OwnOrganization(Ports ports, InterruptedOperation interrupted) {
        this.ports = ports;
        this.interrupted = interrupted;
    }

    Organization of(Principal caller, Optional<OrganizationName> claimedName) {
        Organization found = visible(caller.organizationId());
        if (claimedName.isPresent() && !found.answersTo(claimedName.get())) {
            throw new AccessDeniedException();
        }
        if (found.status() != OrganizationStatus.ACTIVE) {
            interrupted.settleIfAbandoned(found);
            found = visible(caller.organizationId());
        }
        if (found.status() != OrganizationStatus.ACTIVE) {
            throw ConflictException.operationInProgress();
        }
        return found;
    }

    /** Says why a change could not begin although the organization was settled a moment ago: somebody was faster. */
    DomainException overtaken(OrganizationId id) {
        return ports.organizations()
                        .findById(id)
                        .filter(o -> o.status().isVisible())
                        .isPresent()
                ? ConflictException.operationInProgress()
                : new NotFoundException();
    }

    private Organization visible(OrganizationId id) {
        return ports.organizations()
                .findById(id)
                .filter(organization -> organization.status().isVisible())
                .orElseThrow(NotFoundException::new);
    }
}
