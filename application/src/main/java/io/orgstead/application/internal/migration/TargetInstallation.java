package io.orgstead.application.internal.migration;

import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.internal.move.Source;
import io.orgstead.application.internal.move.Target;
import io.orgstead.application.usecase.MigrationTarget;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The store that is being filled. Nobody else writes there, so that every step can be made again. */
final class TargetInstallation {

    private static final int PAGE = 100;

    private final MigrationTarget store;

    TargetInstallation(MigrationTarget store) {
        this.store = store;
    }

    boolean isEmpty() {
        return store.organizations().list(Optional.empty(), 1).isEmpty();
    }

    Optional<Organization> find(OrganizationId id) {
        return store.organizations().findById(id);
    }

    /** Goes through all organizations; those that come and go meanwhile may or may not be among them. */
    void forEach(Consumer<Organization> consumer) {
        Optional<OrganizationId> last = Optional.empty();
        List<Organization> page;
        do {
            page = store.organizations().list(last, PAGE);
            for (Organization organization : page) {
                last = Optional.of(organization.id());
                consumer.accept(organization);
            }
        } while (page.size() == PAGE);
    }

    /** Where an organization's documents are, or are going to be. */
    Place placeOf(Organization original, Optional<Organization> copy) {
        return copy.flatMap(this::publicPlaceOf).orElseGet(() -> {
            CollectionIncarnation staged = store.collections().stage(TenantMarker.of(original), original.isolation());
            return new Place(staged, TenantScope.ofStaged(settled(original), staged));
        });
    }

    private Optional<Place> publicPlaceOf(Organization copy) {
        if (copy.home().isPresent()) {
            CollectionIncarnation home = copy.home().get().incarnation();
            boolean open = store.collections().isPresent(copy.collection(), home);
            return open ? Optional.of(placeOf(copy, home)) : Optional.empty();
        }
        // It is parked before the organization says so.
        return found(copy, copy.collection())
                .or(() -> found(copy, parkedName(copy.id()).collectionName()));
    }

    private static Place placeOf(Organization copy, CollectionIncarnation incarnation) {
        Organization owner = settled(copy);
        return new Place(incarnation, TenantScope.of(Source.operatorOf(owner), owner, owner.collection(), incarnation));
    }

    private Optional<Place> found(Organization copy, CollectionName name) {
        return store.collections().find(name).map(incarnation -> placeOf(copy, incarnation));
    }

    /** As whoever works on its documents sees it, whatever becomes of it. */
    static Organization settled(Organization organization) {
        return organization.status() == OrganizationStatus.ACTIVE ? organization : organization.settled();
    }

    Target documentsAt(Place place) {
        return new Target(store.documents(), store.indexes(), place.scope());
    }

    /**
     * Enters an organization that is not here yet, and makes its collection public.
     *
     * @return false, and nothing has changed, if its name or its admin's address is still another's
     */
    boolean enter(Organization original, Admin admin, Place place) {
        Organization copy = copyOf(original, place.incarnation(), original.version());
        try {
            store.organizations().add(copy);
        } catch (ConflictException taken) {
            return false;
        }
        try {
            store.admins().add(admin);
        } catch (ConflictException taken) {
            store.organizations().remove(copy);
            return false;
        }
        publish(copy, place);
        return true;
    }

    /** Makes a private collection public. */
    void publish(Organization copy, Place place) {
        MoveOutcome outcome = store.collections().publish(copy.id(), place.incarnation(), copy.collection());
        if (outcome != MoveOutcome.MOVED) {
            throw new IllegalStateException("the collection "
                    + copy.collection().value() + " of the store that is being filled cannot be made: " + outcome);
        }
    }

    private static Organization copyOf(Organization original, CollectionIncarnation incarnation, long version) {
        Optional<TenantHome> home = Optional.of(new TenantHome(original.isolation(), incarnation))
                .filter(place -> place.model() != IsolationModel.COLLECTION);
        return new Organization(
                original.id(),
                original.name(),
                original.collection(),
                original.adminId(),
                original.adminEmail(),
                original.createdAt(),
                original.status(),
                original.operation(),
                home,
                version);
    }

    /** Whether the copy is what it has to be. The version says nothing: each store counts its own changes. */
    boolean isAlike(Organization original, Admin admin, Place place) {
        Optional<Organization> copy = find(original.id());
        return copy.isPresent()
                && !place.isPrivate()
                && copy.get()
                        .equals(copyOf(original, place.incarnation(), copy.get().version()))
                && store.admins().findById(admin.id()).equals(Optional.of(admin))
                && store.collections().isPresent(original.collection(), place.incarnation());
    }

    /** Lets go of a name and an address that others may have now. */
    void park(Organization copy, CollectionIncarnation incarnation) {
        store.admins().remove(copy.adminId());
        OrganizationName name = parkedName(copy.id());
        if (!copy.name().equals(name)) {
            store.collections().rename(copy.collection(), incarnation, name.collectionName());
            replace(new Organization(
                    copy.id(),
                    name,
                    name.collectionName(),
                    copy.adminId(),
                    copy.adminEmail(),
                    copy.createdAt(),
                    OrganizationStatus.ACTIVE,
                    Optional.empty(),
                    copy.home(),
                    copy.version() + 1));
        }
    }

    /** A name that nobody else has. */
    private static OrganizationName parkedName(OrganizationId id) {
        return OrganizationName.restore("orgstead migrating " + id.value());
    }

    /** Gives a parked organization what the original has. */
    void unpark(Organization original, Admin admin, CollectionIncarnation incarnation) {
        Organization parked = find(original.id()).orElseThrow();
        MoveOutcome outcome = store.collections().rename(parked.collection(), incarnation, original.collection());
        if (outcome != MoveOutcome.MOVED) {
            throw new IllegalStateException("the collection "
                    + original.collection().value() + " of the store that is being filled cannot be made: " + outcome);
        }
        replace(copyOf(original, incarnation, parked.version() + 1));
        store.admins().add(admin);
    }

    private void replace(Organization next) {
        if (!store.organizations().replace(next)) {
            throw new IllegalStateException("organization " + next.id().value()
                    + " was changed by somebody else in the store that is being filled");
        }
    }

    /** Removes all that there is of an organization. */
    void remove(Organization copy) {
        store.collections().discardStaged(copy.id());
        Homes.of(copy, store.collections())
                .ifPresent(incarnation -> store.collections().drop(copy.collection(), incarnation));
        store.records().removeAll(copy.id());
        store.schemas().remove(copy.id());
        store.admins().remove(copy.adminId());
        store.organizations().remove(copy);
    }

    /** Discards private collections, but those of organizations that are to be kept. */
    void discardPrivate(Predicate<OrganizationId> kept) {
        for (OrganizationId id : store.collections().findStaged(Integer.MAX_VALUE)) {
            if (!kept.test(id)) {
                store.collections().discardStaged(id);
            }
        }
    }

    void schema(OrganizationId id, Optional<DocumentSchema> schema) {
        Optional<DocumentSchema> present = store.schemas().find(id);
        if (!present.equals(schema) && !store.schemas().replace(id, present, schema)) {
            throw new IllegalStateException("the schema of organization " + id.value()
                    + " was changed by somebody else in the store that is being filled");
        }
    }

    void enter(IdempotencyRecord kept, Instant now) {
        store.records()
                .enter(kept, now)
                .filter(present -> !present.equals(kept))
                .ifPresent(present -> store.records().replace(present, kept));
    }
}
