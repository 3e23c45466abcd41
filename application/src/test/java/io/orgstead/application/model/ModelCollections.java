package io.orgstead.application.model;

import io.orgstead.application.model.Contents.Collection;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.util.List;
import java.util.Optional;

/** The collections of a {@link ModelStore}, all of the model that has names. */
record ModelCollections(ModelStore store) implements TenantCollections {

    private boolean isThere(CollectionName name, CollectionIncarnation incarnation, Fence fence) {
        return find(name)
                .filter(found -> found.equals(incarnation) || !store.has(fence))
                .isPresent();
    }

    @Override
    public Optional<CollectionIncarnation> find(CollectionName name) {
        return Optional.ofNullable(store.contents().open().get(name)).map(Collection::incarnation);
    }

    @Override
    public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
        synchronized (store) {
            OrganizationId id = marker.organizationId();
            if (!store.contents().staged().containsKey(id)) {
                store.change(before -> before.withBirth(id.value()));
                Collection born = new Collection(store.contents().lastBorn(id.value()), Optional.of(marker), 0);
                store.change(before -> before.withStaged(staged -> staged.put(id, born)));
            }
            return store.contents().staged().get(id).incarnation();
        }
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        synchronized (store) {
            if (find(to).filter(incarnation::equals).isPresent()) {
                return MoveOutcome.MOVED;
            }
            Optional<Collection> source = Optional.ofNullable(
                            store.contents().staged().get(organization))
                    .filter(staged -> staged.incarnation().equals(incarnation));
            if (source.isEmpty() && !store.has(Fence.PRIVATE_BIRTH)) {
                source = Optional.of(new Collection(incarnation, Optional.empty(), 0));
            }
            if (source.isEmpty()) {
                return MoveOutcome.SOURCE_GONE;
            }
            if (find(to).isPresent()) {
                return MoveOutcome.TARGET_TAKEN;
            }
            Collection moved = source.get();
            store.change(before ->
                    before.withStaged(staged -> staged.remove(organization)).withOpen(open -> open.put(to, moved)));
            return MoveOutcome.MOVED;
        }
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        store.change(before -> before.withStaged(staged -> staged.remove(organization)));
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        return store.contents().staged().keySet().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .limit(limit)
                .toList();
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        synchronized (store) {
            if (find(to).filter(incarnation::equals).isPresent()) {
                return MoveOutcome.MOVED;
            }
            if (!isThere(from, incarnation, Fence.INCARNATION_OF_RENAME)) {
                return MoveOutcome.SOURCE_GONE;
            }
            if (find(to).isPresent()) {
                return MoveOutcome.TARGET_TAKEN;
            }
            store.change(before -> before.withOpen(open -> open.put(to, open.remove(from))));
            return MoveOutcome.MOVED;
        }
    }

    @Override
    public void drop(CollectionName name, CollectionIncarnation incarnation) {
        synchronized (store) {
            if (isThere(name, incarnation, Fence.INCARNATION_OF_DROP)) {
                store.change(before -> before.withOpen(open -> open.remove(name)));
            }
        }
    }

    @Override
    public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        return find(name).filter(incarnation::equals).isPresent();
    }
}
