package io.orgstead.application.internal;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import java.util.Optional;

/**
 * Records the intent and claims the new name in the organization, then applies everything to the admin in one write (the
 * point of no return), then moves the collection and switches the organization over. Whatever is found interrupted
 * before that point is cancelled, after it carried through.
 */
final class UpdateOrganizationHandler implements UpdateOrganization {

    private final Ports ports;
    private final Leases leases;
    private final UpdateCompletion completion;
    private final OwnOrganization own;

    UpdateOrganizationHandler(Ports ports, Leases leases, UpdateCompletion completion, OwnOrganization own) {
        this.ports = ports;
        this.leases = leases;
        this.completion = completion;
        this.own = own;
    }

    @Override
    public OrganizationDetails update(Principal caller, Command command) {
        Organization organization = own.of(caller, command.currentName());
        if (command.newName().isEmpty()
                && command.email().isEmpty()
                && command.password().isEmpty()) {
            throw InvalidValueException.nothingToChange();
        }
        // Read before the intent is recorded: a later fence then makes this version stale.
        Admin admin = ports.admins().findById(organization.adminId()).orElseThrow(NotFoundException::new);
        Optional<OrganizationName> newName = command.newName().filter(name -> !name.equals(organization.name()));
        Optional<EmailAddress> newEmail = command.email().filter(email -> !email.equals(admin.email()));
        if (newName.isEmpty() && newEmail.isEmpty() && command.password().isEmpty()) {
            return OrganizationDetails.of(organization);
        }
        refuseWhatIsTaken(organization, newName, newEmail);
        Optional<PasswordHash> newPassword = command.password().map(ports.hasher()::hash);
        Organization updating = begin(organization, newName);
        Admin updated = admin.updated(updating, newEmail, newPassword, leases.now());
        commit(updating, updated);
        return OrganizationDetails.of(completion.complete(updating, updated));
    }

    /** Spares the work of hashing for what is going to be refused; the claims decide. */
    private void refuseWhatIsTaken(
            Organization organization, Optional<OrganizationName> newName, Optional<EmailAddress> newEmail) {
        if (newName.flatMap(ports.organizations()::findByName)
                .filter(other -> !other.id().equals(organization.id()))
                .isPresent()) {
            throw ConflictException.nameTaken();
        }
        if (newEmail.flatMap(ports.admins()::findByEmail)
                .filter(other -> !other.id().equals(organization.adminId()))
                .isPresent()) {
            throw ConflictException.emailTaken();
        }
    }

    private Organization begin(Organization organization, Optional<OrganizationName> newName) {
        Operation update = leases.begin();
        if (newName.isPresent()) {
            update = update.renamingTo(newName.get());
            if (movesCollection(organization, newName.get())) {
                update = ports.collections()
                        .find(organization.collection())
                        .map(update::on)
                        .orElse(update);
            }
        }
        Organization updating = organization.updating(update);
        if (!ports.organizations().replace(updating)) {
            throw own.overtaken(organization.id());
        }
        return updating;
    }

    private static boolean movesCollection(Organization organization, OrganizationName newName) {
        return organization.home().isEmpty() && !newName.collectionName().equals(organization.collection());
    }

    private void commit(Organization updating, Admin updated) {
        try {
            refuseForeignCollection(updating);
            leases.requireHeld(updating.currentOperation());
            if (!ports.admins().replace(updated)) {
                throw Leases.lost();
            }
        } catch (ConflictException refusal) {
            cancel(updating, refusal);
            throw refusal;
        }
    }

    /** The name is claimed, so no organization can get that collection any more: one that is there is a stranger's. */
    private void refuseForeignCollection(Organization updating) {
        if (!updating.targetCollection().equals(updating.collection())
                && ports.collections().find(updating.targetCollection()).isPresent()) {
            throw ConflictException.collectionTaken();
        }
    }

    /** The refusal stands even if the store fails now; recovery cancels then. */
    private void cancel(Organization updating, ConflictException refusal) {
        try {
            ports.organizations().replace(updating.settled());
        } catch (StoreUnavailableException e) {
            refusal.addSuppressed(e);
        }
    }
}
