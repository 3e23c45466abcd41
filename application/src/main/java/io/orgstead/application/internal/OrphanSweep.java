package io.orgstead.application.internal;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;

/**
 * Removes what an owner of a creation left behind that was stalled while recovery rolled its organization back. An
 * organization's document is there before its collection and its admin, and goes after them; without it they are orphans.
 */
final class OrphanSweep {

    private static final int BATCH = 100;

    private final Ports ports;

    OrphanSweep(Ports ports) {
        this.ports = ports;
    }

    int removeAdmins(Instant leasedBefore) {
        int removed = 0;
        for (Admin admin : ports.admins().findLeasedBefore(leasedBefore, BATCH)) {
            boolean orphan = admin.organizationId()
                    .filter(id -> ports.organizations().findById(id).isEmpty())
                    .isPresent();
            if (orphan) {
                ports.admins().remove(admin.id());
                removed++;
            }
        }
        return removed;
    }

    int discardCollections() {
        int removed = 0;
        for (OrganizationId id : ports.collections().findStaged(BATCH)) {
            if (ports.organizations().findById(id).isEmpty()) {
                ports.collections().discardStaged(id);
                removed++;
            }
        }
        return removed;
    }
}
