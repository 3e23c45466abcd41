package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.port.TenantChanges;

/**
 * Ends the last steps of a move of an organization's documents to another home: behind the switch what is left of the old home
 * is removed, before it what there is of the new one. Can be repeated, by anybody who has the organization's lease.
 */
final class MoveCompletion {

    private final Ports ports;

    MoveCompletion(Ports ports) {
        this.ports = ports;
    }

    /**
     * Removes the home that the documents have left.
     *
     * @param switched an organization with status {@code MOVING} behind the switch
     * @return false if somebody else took over meanwhile and does it
     */
    boolean finish(Organization switched) {
        switched.currentOperation()
                .incarnation()
                .ifPresent(left -> ports.collections().drop(switched.collection(), left));
        return ports.organizations().replace(switched.settled());
    }

    /**
     * Leaves the documents where they are, and lets them be written again.
     *
     * @param moving an organization with status {@code MOVING} before the switch
     * @return false if somebody else took over meanwhile and does it
     */
    boolean cancel(Organization moving) {
        moving.currentOperation().incarnation().ifPresent(source -> reopen(moving, source));
        TenantHome destination = moving.currentOperation().destination().orElseThrow();
        ports.collections().discardStaged(moving.id());
        ports.collections().drop(moving.collection(), destination.incarnation());
        return ports.organizations().replace(moving.settled());
    }

    private void reopen(Organization moving, CollectionIncarnation source) {
        ports.data().flatMap(DataPorts::changes).ifPresent(changes -> reopen(changes, moving, source));
    }

    private static void reopen(TenantChanges changes, Organization moving, CollectionIncarnation source) {
        TenantScope scope = scope(moving, source);
        try {
            changes.reopen(scope, moving.version());
            changes.unwatch(scope);
        } catch (TenantMovedException gone) {
            // There is nothing left that could be written to.
        }
    }

    private static TenantScope scope(Organization moving, CollectionIncarnation source) {
        Principal operator = new Principal(moving.adminId(), moving.id(), moving.name(), moving.adminEmail());
        return TenantScope.of(operator, moving, moving.collection(), source);
    }
}
