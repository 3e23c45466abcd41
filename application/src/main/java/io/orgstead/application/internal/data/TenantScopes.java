package io.orgstead.application.internal.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Finds the collection of a caller's organization, and finds it again where it has moved meanwhile.
 *
 * <p>A name is no proof: between reading an organization and looking its collection up, the name may have passed on to
 * another. So a collection found by its name counts only if the organization is, after the look, what it was before: as long
 * as it keeps its claim, nobody else can have a collection of the name. From then on the collection is known by its
 * incarnation, which stays as long as the organization lives, and which every call on the data names.
 */
public final class TenantScopes {

    private static final int ATTEMPTS = 8;

    /** About four seconds: the last steps of a move take less, unless its owner has died. */
    private static final int ATTEMPTS_DURING_A_MOVE = 26;

    /** From then on it looks as if documents were kept closed by a move that was given up. */
    private static final int SUSPICIOUS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Organizations organizations;
    private final TenantCollections collections;
    private final Optional<TenantChanges> changes;
    private final KnownIncarnations known = new KnownIncarnations();

    /** Finds them in these stores. */
    public TenantScopes(DataPorts ports) {
        this.organizations = ports.organizations();
        this.collections = ports.collections();
        this.changes = ports.changes();
    }

    /**
     * Does work on the caller's documents; from the beginning again, if the collection turns out to have moved.
     *
     * @param caller whose
     * @param work may throw {@link TenantMovedException}, as long as it has changed nothing then
     */
    public <T> T within(Principal caller, Function<TenantScope, T> work) {
        int attempt = 0;
        Organization organization = visible(caller);
        while (attempt < (organization.status() == OrganizationStatus.MOVING ? ATTEMPTS_DURING_A_MOVE : ATTEMPTS)) {
            Optional<CollectionIncarnation> incarnation = incarnationOf(organization);
            for (CollectionName name : placesOf(organization, incarnation)) {
                TenantScope scope = TenantScope.of(caller, organization, name, incarnation.orElseThrow());
                try {
                    return work.apply(scope);
                } catch (TenantMovedException moved) {
                    known.forget(organization.id());
                    if (attempt >= SUSPICIOUS && organization.status() == OrganizationStatus.ACTIVE) {
                        reopen(scope, organization);
                    }
                }
            }
            pauseBefore(attempt + 1);
            Organization now = visible(caller);
            boolean moved = organization.status() == OrganizationStatus.MOVING && now.status() != organization.status();
            attempt = moved ? 0 : attempt + 1;
            organization = now;
        }
        throw gaveUp(organization);
    }

    /** The owner of a move that others have taken back may have been late to close the documents. */
    private void reopen(TenantScope scope, Organization organization) {
        try {
            changes.ifPresent(port -> port.reopen(scope, organization.version()));
        } catch (TenantMovedException gone) {
            known.forget(organization.id());
        }
    }

    /** Its own name, and during a rename the next one: the collection moves from the one to the other at some moment. */
    private static Set<CollectionName> placesOf(
            Organization organization, Optional<CollectionIncarnation> incarnation) {
        Set<CollectionName> places = new LinkedHashSet<>();
        if (incarnation.isPresent()) {
            places.add(organization.collection());
            places.add(organization.targetCollection());
        }
        return places;
    }

    private Organization visible(Principal caller) {
        return organizations
                .findById(caller.organizationId())
                .filter(organization -> organization.status().isVisible())
                .orElseThrow(NotFoundException::new);
    }

    /** While the collection moves, only the operation that moves it says for certain which it is. */
    private Optional<CollectionIncarnation> incarnationOf(Organization organization) {
        boolean moving = !organization.targetCollection().equals(organization.collection());
        return organization
                .home()
                .map(TenantHome::incarnation)
                .or(() -> known.find(organization.id()))
                .or(() -> moving ? organization.operation().flatMap(Operation::incarnation) : lookUp(organization));
    }

    private Optional<CollectionIncarnation> lookUp(Organization organization) {
        Optional<CollectionIncarnation> found = collections.find(organization.collection());
        boolean itsOwn =
                found.isPresent() && organizations.findById(organization.id()).equals(Optional.of(organization));
        if (!itsOwn) {
            return Optional.empty();
        }
        known.remember(organization.id(), found.get());
        return found;
    }

    /** Most changes are over by the time of the second look; a rename takes a moment. */
    private static void pauseBefore(int attempt) {
        if (attempt > 1) {
            long nanos = Math.min(FIRST_PAUSE.toNanos() << (attempt - 2), LONGEST_PAUSE.toNanos());
            LockSupport.parkNanos(nanos);
        }
    }

    private static DomainException gaveUp(Organization organization) {
        return switch (organization.status()) {
            case ACTIVE ->
                new StoreUnavailableException(new IllegalStateException(
                        "organization " + organization.id().value() + " has no collection"));
            case MOVING ->
                new StoreUnavailableException(new IllegalStateException("the documents of organization "
                        + organization.id().value() + " are on the last steps of a move"));
            default -> ConflictException.operationInProgress();
        };
    }
}
