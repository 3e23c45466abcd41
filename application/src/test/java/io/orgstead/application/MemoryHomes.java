package io.orgstead.application;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Homes of every isolation model in memory. */
public final class MemoryHomes implements TenantCollections {

    private record Home(CollectionIncarnation incarnation, IsolationModel model) {}

    private final Map<OrganizationId, Home> staged = new HashMap<>();
    private final Map<CollectionName, Home> named = new HashMap<>();
    private final Map<CollectionIncarnation, Home> unnamed = new HashMap<>();
    private int made;

    synchronized boolean isStaged(OrganizationId organization, CollectionIncarnation incarnation) {
        return isAt(staged, organization, incarnation);
    }

    /** Everything that is there, private or public. */
    synchronized int count() {
        return staged.size() + named.size() + unnamed.size();
    }

    /** What somebody else has put into the store. */
    synchronized void addForeign(CollectionName name) {
        named.put(name, new Home(new CollectionIncarnation("foreign"), IsolationModel.COLLECTION));
    }

    private static <K> boolean isAt(Map<K, Home> where, K key, CollectionIncarnation incarnation) {
        return Optional.ofNullable(where.get(key))
                .filter(home -> home.incarnation().equals(incarnation))
                .isPresent();
    }

    @Override
    public synchronized Optional<CollectionIncarnation> find(CollectionName name) {
        return Optional.ofNullable(named.get(name)).map(Home::incarnation);
    }

    @Override
    public synchronized CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
        staged.values()
                .removeIf(home -> home.model() != model && isStaged(marker.organizationId(), home.incarnation()));
        return staged.computeIfAbsent(
                        marker.organizationId(), id -> new Home(new CollectionIncarnation("home " + made++), model))
                .incarnation();
    }

    @Override
    public synchronized MoveOutcome publish(
            OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        if (isPresent(to, incarnation)) {
            return MoveOutcome.MOVED;
        }
        Home home = staged.get(organization);
        if (home == null || !home.incarnation().equals(incarnation)) {
            return MoveOutcome.SOURCE_GONE;
        }
        if (home.model() != IsolationModel.COLLECTION) {
            unnamed.put(incarnation, home);
        } else if (named.putIfAbsent(to, home) != null) {
            return MoveOutcome.TARGET_TAKEN;
        }
        staged.remove(organization);
        return MoveOutcome.MOVED;
    }

    @Override
    public synchronized void discardStaged(OrganizationId organization) {
        staged.remove(organization);
    }

    @Override
    public synchronized List<OrganizationId> findStaged(int limit) {
        return staged.keySet().stream().limit(limit).toList();
    }

    @Override
    public synchronized MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        if (isPresent(to, incarnation)) {
            return MoveOutcome.MOVED;
        }
        if (!isAt(named, from, incarnation)) {
            return MoveOutcome.SOURCE_GONE;
        }
        if (named.containsKey(to)) {
            return MoveOutcome.TARGET_TAKEN;
        }
        Optional.ofNullable(named.remove(from)).ifPresent(home -> named.put(to, home));
        return MoveOutcome.MOVED;
    }

    @Override
    public synchronized void drop(CollectionName name, CollectionIncarnation incarnation) {
        if (isAt(named, name, incarnation)) {
            named.remove(name);
        }
        unnamed.remove(incarnation);
    }

    @Override
    public synchronized boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        return isAt(named, name, incarnation) || unnamed.containsKey(incarnation);
    }
}
