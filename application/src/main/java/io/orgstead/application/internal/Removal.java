package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.internal.data.Homes;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.AuditEvent.Outcome;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;

/**
 * Removes what is left of an organization that nobody sees any more: the end of a deletion, and of a creation that is
 * rolled back. Can be repeated, by anybody. The organization's own document goes last and keeps the name until then.
 */
final class Removal {

    private final Ports ports;

    Removal(Ports ports) {
        this.ports = ports;
    }

    /**
     * Names the collection that is to be dropped, or that there is none. From the step on that stores this the removal cannot
     * be taken back.
     *
     * @param organization an organization, perhaps one that waits for the end of its grace period
     * @param operation the removal
     * @return its next version
     */
    Organization begin(Organization organization, Operation operation) {
        CollectionIncarnation incarnation =
                Homes.of(organization, ports.collections()).orElse(CollectionIncarnation.NONE);
        return organization.deleting(operation.on(incarnation));
    }

    /**
     * Removes everything that somebody has seen, looks whether it is gone, and takes that down.
     *
     * @param doomed an organization with status {@code DELETING}
     * @return false if somebody else took over meanwhile and removes it
     */
    boolean purge(Organization doomed) {
        removeParts(doomed);
        Outcome outcome = isGone(doomed) ? Outcome.SUCCESS : Outcome.FAILURE;
        boolean removed = ports.organizations().remove(doomed);
        if (removed) {
            ports.audit()
                    .record(AuditEvent.of(AuditAction.ORGANIZATION_PURGE, outcome)
                            .on(doomed.id()));
        }
        return removed;
    }

    /**
     * Removes everything of an organization that nobody has seen. Where it has no collection yet the first step says so: a
     * deletion that names none is one that could be taken back.
     *
     * @param hidden an organization on which an operation is under way
     * @param operation that operation, in the hands of whoever calls this
     * @return false if somebody else took over meanwhile and removes it
     */
    boolean rollBack(Organization hidden, Operation operation) {
        CollectionIncarnation incarnation = operation.incarnation().orElse(CollectionIncarnation.NONE);
        Organization doomed = hidden.deleting(operation.on(incarnation));
        if (!ports.organizations().replace(doomed)) {
            return false;
        }
        removeParts(doomed);
        return ports.organizations().remove(doomed);
    }

    private void removeParts(Organization doomed) {
        ports.collections().discardStaged(doomed.id());
        doomed.currentOperation()
                .incarnation()
                .ifPresent(incarnation -> ports.collections().drop(doomed.collection(), incarnation));
        ports.data().ifPresent(data -> removeNotes(data, doomed.id()));
        ports.admins().remove(doomed.adminId());
    }

    private static void removeNotes(DataPorts data, OrganizationId organization) {
        data.records().removeAll(organization);
        data.schemas().ifPresent(schemas -> schemas.schemas().remove(organization));
    }

    private boolean isGone(Organization doomed) {
        return ports.admins().findById(doomed.adminId()).isEmpty()
                && doomed.currentOperation()
                        .incarnation()
                        .filter(dropped -> ports.collections().isPresent(doomed.collection(), dropped))
                        .isEmpty();
    }
}
