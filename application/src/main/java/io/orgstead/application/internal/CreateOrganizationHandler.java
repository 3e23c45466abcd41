package io.orgstead.application.internal;

import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.PasswordHash;
import java.time.Instant;

/** Claims the name, then takes the steps by which an organization comes to be. */
final class CreateOrganizationHandler implements CreateOrganization {

    private final Ports ports;
    private final Leases leases;
    private final Founding founding;

    CreateOrganizationHandler(Ports ports, Leases leases, Founding founding) {
        this.ports = ports;
        this.leases = leases;
        this.founding = founding;
    }

    @Override
    public OrganizationDetails create(Command command) {
        refuseWhatIsTaken(command);
        PasswordHash password = ports.hasher().hash(command.password());
        Operation creation = leases.begin();
        Instant now = leases.now();
        OrganizationId id = new OrganizationId(ports.ids().nextId());
        Admin admin = Admin.provision(
                new AdminId(ports.ids().nextId()),
                id,
                command.name(),
                command.email(),
                password,
                now,
                creation.leaseUntil());
        Organization claimed = Organization.provision(id, command.name(), admin, creation);
        ports.organizations().add(claimed);
        return OrganizationDetails.of(founding.show(founding.prepare(claimed, admin), admin));
    }

    /** Spares the work of hashing for what is going to be refused; the claims decide. */
    private void refuseWhatIsTaken(Command command) {
        if (ports.organizations().findByName(command.name()).isPresent()) {
            throw ConflictException.nameTaken();
        }
        if (ports.admins().findByEmail(command.email()).isPresent()) {
            throw ConflictException.emailTaken();
        }
        if (ports.collections().find(command.name().collectionName()).isPresent()) {
            throw ConflictException.collectionTaken();
        }
    }
}
