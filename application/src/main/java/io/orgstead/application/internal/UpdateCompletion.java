package io.orgstead.application.internal;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
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

    /** Somebody took over, and has carried the update through or is about to; others may have gone on from there. */
    private Organization giveWay(Organization updating, Admin updated) {
        Optional<Organization> found = ports.organizations().findById(updating.id());
        Optional<CollectionIncarnation> moved = updating.currentOperation().incarnation();
        if (moved.isPresent() && !isUnderWay(updating, found)) {
            found = bringBack(updating, moved.get(), found);
        }
        Organization now =
                found.filter(organization -> organization.status().isVisible()).orElseThrow(NotFoundException::new);
        return isUnderWay(updating, found) ? now.updated(updated) : now;
    }

    private static boolean isUnderWay(Organization updating, Optional<Organization> found) {
        return found.flatMap(Organization::operation)
                .map(Operation::id)
                .equals(updating.operation().map(Operation::id));
    }

    /**
     * Brings the collection, which may have been moved too late, to where the organization is by now. Somebody may have begun
     * something while it was not there: what moves the organization's version on makes those look again, or tells them of it.
     */
    private Optional<Organization> bringBack(
            Organization updating, CollectionIncarnation moved, Optional<Organization> found) {
        CollectionName place = updating.targetCollection();
        boolean brought = false;
        Optional<Organization> now = found;
        Optional<Organization> before;
        do {
            before = now;
            Optional<CollectionName> home = now.flatMap(this::home);
            if (home.isEmpty()) {
                ports.collections().drop(place, moved);
                return now;
            }
            if (!home.get().equals(place)) {
                if (ports.collections().rename(place, moved, home.get()) != MoveOutcome.MOVED) {
                    return now;
                }
                place = home.get();
                brought = true;
            }
            if (brought && ports.organizations().replace(toldOf(moved, now.get()))) {
                return now;
            }
            now = ports.organizations().findById(updating.id());
        } while (brought || !now.equals(before));
        return now;
    }

    private static Organization toldOf(CollectionIncarnation moved, Organization organization) {
        return switch (organization.status()) {
            case UPDATING ->
                organization.updating(organization.currentOperation().on(moved));
            case DELETING -> organization.deleting(organization.currentOperation());
            case MOVING ->
                organization.takenOver(organization.currentOperation().leaseUntil());
            case PROVISIONING, ACTIVE -> organization.settled();
        };
    }

    /** Where its collection has to be; nowhere once its removal has begun, or its documents have another home. */
    private Optional<CollectionName> home(Organization organization) {
        return organization.home().isPresent() ? Optional.empty() : named(organization);
    }

    private Optional<CollectionName> named(Organization organization) {
        return switch (organization.status()) {
            case UPDATING ->
                Optional.of(hasApplied(organization) ? organization.targetCollection() : organization.collection());
            case DELETING ->
                organization.currentOperation().incarnation().isPresent()
                        ? Optional.empty()
                        : Optional.of(organization.collection());
            case PROVISIONING, ACTIVE, MOVING -> Optional.of(organization.collection());
        };
    }

    private boolean hasApplied(Organization updating) {
        return ports.admins()
                .findById(updating.adminId())
                .filter(admin -> admin.hasApplied(updating.currentOperation()))
                .isPresent();
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
