package io.orgstead.application.internal;

import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Instant;
import java.util.Optional;

/**
 * Locks the organization, then removes its collection, its admin and itself. Once that has begun it is always carried through.
 * With a grace period it is locked only, by an operation whose lease is the period: recovery does the rest when that has ended.
 */
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
    public Deletion delete(Principal caller, Optional<OrganizationName> name) {
        Organization organization = own.of(caller, name);
        return ports.deleteGrace().isZero() ? removeNow(organization) : lock(organization);
    }

    private Deletion removeNow(Organization organization) {
        Organization doomed = removal.begin(organization, leases.begin());
        if (!ports.organizations().replace(doomed)) {
            throw own.overtaken(organization.id());
        }
        if (!removal.purge(doomed)) {
            throw Leases.lost();
        }
        return new Deletion(OrganizationDetails.of(organization), Optional.empty());
    }

    private Deletion lock(Organization organization) {
        Instant end = leases.now().plus(ports.deleteGrace());
        if (!ports.organizations().replace(organization.deleting(leases.beginUntil(end)))) {
            throw own.overtaken(organization.id());
        }
        return new Deletion(OrganizationDetails.of(organization), Optional.of(end));
    }
}
