package io.orgstead.application.internal;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.port.MoveOutcome;
import java.util.Optional;

/** Carries an update through after its point of no return. Can be repeated, by anybody. */
final class UpdateCompletion {

    private final Ports ports;
    private final Leases leases;

    UpdateCompletion(Ports ports, Leases leases) {
        this.ports = ports;
        this.leases = leases;
    }

    /**
     * Moves the collection and switches the organization over.
     *
     * @throws ConflictException (operation in progress) if a stranger's collection has turned up under the new name; the
     *     update goes on when it is gone
     */
    Organization complete(Organization updating, Admin updated) {
        leases.requireHeld(updating.currentOperation());
        moveCollection(updating);
        Organization settled = updating.updated(updated);
        return ports.organizations().replace(settled) ? settled : giveWay(updating, updated);
    }

    /**
     * Somebody took over, and has carried the update through or is about to. Should the organization have been renamed
     * again since, the collection is brought to where the organization is now.
     */
    private Organization giveWay(Organization updating, Admin updated) {
        Organization found = ports.organizations()
                .findById(updating.id())
                .filter(organization -> organization.status().isVisible())
                .orElseThrow(NotFoundException::new);
        if (found.operation().map(Operation::id).equals(updating.operation().map(Operation::id))) {
            return found.updated(updated);
        }
        if (found.status() == OrganizationStatus.ACTIVE && !found.collection().equals(updating.targetCollection())) {
            updating.currentOperation()
                    .incarnation()
                    .ifPresent(incarnation ->
                            ports.collections().rename(updating.targetCollection(), incarnation, found.collection()));
        }
        return found;
    }

    private void moveCollection(Organization updating) {
        Optional<CollectionIncarnation> incarnation =
                updating.currentOperation().incarnation();
        if (incarnation.isPresent()
                && ports.collections().rename(updating.collection(), incarnation.get(), updating.targetCollection())
                        == MoveOutcome.TARGET_TAKEN) {
            throw ConflictException.operationInProgress();
        }
    }
}
