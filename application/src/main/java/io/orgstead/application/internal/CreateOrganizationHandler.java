package io.orgstead.application.internal;

import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.TenantMarker;
import java.time.Instant;

/**
 * Claims the name, prepares the collection out of sight, claims the email address, publishes the collection, and only
 * then shows the organization. A refusal on the way undoes what was done; a crash leaves that to recovery.
 */
final class CreateOrganizationHandler implements CreateOrganization {

    private final Ports ports;
    private final Leases leases;
    private final Removal removal;

    CreateOrganizationHandler(Ports ports, Leases leases, Removal removal) {
        this.ports = ports;
        this.leases = leases;
        this.removal = removal;
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
        return OrganizationDetails.of(build(claimed, admin));
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

    private Organization build(Organization claimed, Admin admin) {
        Organization staged = stage(claimed);
        try {
            ports.admins().add(admin);
            publish(staged);
        } catch (ConflictException refusal) {
            undo(staged, refusal);
            throw refusal;
        }
        leases.requireHeld(staged.currentOperation());
        if (!ports.admins().replace(admin.settled())) {
            throw Leases.lost();
        }
        Organization active = staged.settled();
        if (!ports.organizations().replace(active)) {
            throw Leases.lost();
        }
        return active;
    }

    /** Records the collection before anything depends on it: whoever rolls back from here on knows what to drop. */
    private Organization stage(Organization claimed) {
        CollectionIncarnation incarnation = ports.collections().stage(TenantMarker.of(claimed));
        Organization staged = claimed.staged(incarnation);
        leases.requireHeld(claimed.currentOperation());
        if (!ports.organizations().replace(staged)) {
            throw Leases.lost();
        }
        return staged;
    }

    private void publish(Organization staged) {
        CollectionIncarnation incarnation =
                staged.currentOperation().incarnation().orElseThrow();
        leases.requireHeld(staged.currentOperation());
        switch (ports.collections().publish(staged.id(), incarnation, staged.collection())) {
            case MOVED -> {}
            case TARGET_TAKEN -> throw ConflictException.collectionTaken();
            case SOURCE_GONE -> throw Leases.lost();
        }
    }

    /** The refusal stands even if the store fails now; recovery undoes the rest. */
    private void undo(Organization staged, ConflictException refusal) {
        try {
            Organization doomed = staged.deleting(staged.currentOperation());
            if (ports.organizations().replace(doomed)) {
                removal.rollBack(doomed);
            }
        } catch (StoreUnavailableException e) {
            refusal.addSuppressed(e);
        }
    }
}
