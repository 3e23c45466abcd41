package io.orgstead.application.internal;

import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import java.util.Optional;

/** Locks the organization, then removes its collection, its admin and itself. Once begun it is always carried through. */
final class DeleteOrganizationHandler implements DeleteOrganization {

    private final Ports ports;
    private final Leases leases;
    private final Removal removal;
    private final OwnOrganization own;

    DeleteOrganizationHandler(Ports ports, Leases leases, Removal removal, OwnOrganization own) {
        this.ports = ports;
        this.leases = leases;
        this.removal = removal;
        this.own = own;
    }

    @Override
    public OrganizationDetails delete(Principal caller, Optional<OrganizationName> name) {
        Organization organization = own.of(caller, name);
        Operation begun = leases.begin();
        Operation deletion = ports.collections()
                .find(organization.collection())
                .map(begun::on)
                .orElse(begun);
        Organization doomed = organization.deleting(deletion);
        if (!ports.organizations().replace(doomed)) {
            throw own.overtaken(organization.id());
        }
        if (!removal.complete(doomed)) {
            throw Leases.lost();
        }
        return OrganizationDetails.of(organization);
    }
}
