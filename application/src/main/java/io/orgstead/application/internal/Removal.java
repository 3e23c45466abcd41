package io.orgstead.application.internal;

import io.orgstead.domain.organization.Organization;

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
     * Removes everything.
     *
     * @param doomed an organization with status {@code DELETING}
     * @return false if somebody else took over meanwhile and removes it
     */
    boolean complete(Organization doomed) {
        ports.collections().discardStaged(doomed.id());
        doomed.currentOperation()
                .incarnation()
                .ifPresent(incarnation -> ports.collections().drop(doomed.collection(), incarnation));
        ports.data().ifPresent(data -> data.records().removeAll(doomed.id()));
        ports.admins().remove(doomed.adminId());
        return ports.organizations().remove(doomed);
    }
}
