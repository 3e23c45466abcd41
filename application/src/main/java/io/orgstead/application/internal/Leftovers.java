package io.orgstead.application.internal;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds what recovery would settle, and leaves it alone. */
public final class Leftovers {

    private static final int MOST = 100;

    private final Organizations organizations;
    private final Admins admins;
    private final TenantCollections collections;

    /** Looks into these stores. */
    public Leftovers(Organizations organizations, Admins admins, TenantCollections collections) {
        this.organizations = organizations;
        this.admins = admins;
        this.collections = collections;
    }

    /**
     * What was left before an instant, each for a person, at most {@value #MOST} of a kind.
     *
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    List<String> leftBefore(Instant instant) {
        List<String> found = new ArrayList<>();
        for (Organization organization : organizations.findLeasedBefore(instant, MOST)) {
            found.add("organization " + organization.id().value() + " is "
                    + organization.status().name());
        }
        for (Admin admin : admins.findLeasedBefore(instant, MOST)) {
            admin.organizationId()
                    .filter(id -> organizations.findById(id).isEmpty())
                    .ifPresent(id -> found.add("admin " + admin.id().value() + " has no organization"));
        }
        // An organization is there before its collection and goes after it, so one that is missing is no race.
        collections.findStaged(MOST).stream()
                .filter(id -> organizations.findById(id).isEmpty())
                .forEach(id -> found.add("a private collection of " + id.value() + " has no organization"));
        return found;
    }

    /**
     * The organizations with a copy of their documents that a move has begun, at most {@value #MOST}: one that is under way, or
     * one that ended early. Recovery leaves both alone.
     *
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    List<String> halfMoved() {
        return collections.findStaged(MOST).stream()
                .flatMap(id -> organizations.findById(id).stream())
                .filter(organization -> organization.status().isVisible())
                .map(organization -> organization.name().value())
                .toList();
    }
}
