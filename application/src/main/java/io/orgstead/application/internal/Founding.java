package io.orgstead.application.internal;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;

/**
 * The steps by which an organization comes to be. Its name is claimed; then its collection is prepared out of sight, the email
 * address claimed, the collection published, and only then is the organization shown. A refusal on the way undoes what was
 * done; a crash leaves that to recovery.
 */
final class Founding {

    private final Ports ports;
    private final Leases leases;
    private final Removal removal;

    Founding(Ports ports, Leases leases, Removal removal) {
        this.ports = ports;
        this.leases = leases;
        this.removal = removal;
    }

    /**
     * Does all but the last step.
     *
     * @param claimed an organization that was added, and is not shown
     * @return its next version
     * @throws ConflictException if the email address or the collection is taken; all is undone then
     */
    Organization prepare(Organization claimed, Admin admin) {
        Organization staged = stage(claimed);
        try {
            ports.admins().add(admin);
            publish(staged);
        } catch (ConflictException refusal) {
            undo(staged, refusal);
            throw refusal;
        }
        return staged;
    }

    /** Shows it. */
    Organization show(Organization prepared, Admin admin) {
        leases.requireHeld(prepared.currentOperation());
        if (!ports.admins().replace(admin.settled())) {
            throw Leases.lost();
        }
        Organization active = prepared.settled();
        if (!ports.organizations().replace(active)) {
            throw Leases.lost();
        }
        return active;
    }

    /** Records the collection before anything depends on it: whoever rolls back from here on knows what to drop. */
    private Organization stage(Organization claimed) {
        CollectionIncarnation incarnation = ports.collections().stage(TenantMarker.of(claimed), ports.isolation());
        Organization staged = claimed.staged(new TenantHome(ports.isolation(), incarnation));
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
            undo(staged);
        } catch (StoreUnavailableException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Takes back what was done for an organization that is not shown. */
    void undo(Organization hidden) {
        removal.rollBack(hidden, hidden.currentOperation());
    }
}
