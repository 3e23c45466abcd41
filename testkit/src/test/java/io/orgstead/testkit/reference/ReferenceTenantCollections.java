package io.orgstead.testkit.reference;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceTenantCollections implements TenantCollections {

    /** A collection: what tells it from others, its model, and its documents. */
    public record Stored(CollectionIncarnation incarnation, IsolationModel model, List<Object> documents) {}

    protected final Map<CollectionName, Stored> open = new LinkedHashMap<>();
    protected final Map<OrganizationId, Stored> staged = new LinkedHashMap<>();
    protected final Map<CollectionIncarnation, Stored> unnamed = new LinkedHashMap<>();
    private long made;

    /** Reads past the port. */
    public List<Object> documents(CollectionName name) {
        synchronized (open) {
            Stored collection = open.get(name);
            return collection == null ? List.of() : List.copyOf(collection.documents());
        }
    }

    /** Whether the collection is an organization's private one now. */
    public boolean isStaged(OrganizationId organization, CollectionIncarnation incarnation) {
        synchronized (open) {
            return isAt(staged, organization, incarnation);
        }
    }

    /** Whether the collection is a public one now. */
    public boolean isOpen(CollectionIncarnation incarnation) {
        synchronized (open) {
            return unnamed.containsKey(incarnation)
                    || open.values().stream().anyMatch(collection -> isSame(collection, incarnation));
        }
    }

    /** Reads past the port. */
    public List<Object> documents(CollectionIncarnation incarnation) {
        synchronized (open) {
            return Stream.of(open, unnamed, staged)
                    .flatMap(place -> place.values().stream())
                    .filter(collection -> isSame(collection, incarnation))
                    .flatMap(collection -> collection.documents().stream())
                    .toList();
        }
    }

    /** Writes past the port. */
    public void addDocument(CollectionName name) {
        synchronized (open) {
            open.computeIfAbsent(name, n -> new Stored(nextIncarnation(), IsolationModel.COLLECTION, new ArrayList<>()))
                    .documents()
                    .add("a document");
        }
    }

    protected CollectionIncarnation nextIncarnation() {
        return new CollectionIncarnation("incarnation " + made++);
    }

    protected boolean isSame(Stored collection, CollectionIncarnation incarnation) {
        return collection.incarnation().equals(incarnation);
    }

    protected Stored moved(Stored collection) {
        return collection;
    }

    protected boolean overwrites() {
        return false;
    }

    protected final boolean isAt(Map<?, Stored> where, Object key, CollectionIncarnation incarnation) {
        Stored collection = where.get(key);
        return collection != null && isSame(collection, incarnation);
    }

    private <K> MoveOutcome move(Map<K, Stored> where, K from, CollectionIncarnation incarnation, CollectionName to) {
        synchronized (open) {
            if (isAt(open, to, incarnation) || unnamed.containsKey(incarnation)) {
                return MoveOutcome.MOVED;
            }
            if (!isAt(where, from, incarnation)) {
                return MoveOutcome.SOURCE_GONE;
            }
            if (Objects.requireNonNull(where.get(from)).model() != IsolationModel.COLLECTION) {
                unnamed.put(incarnation, Objects.requireNonNull(where.remove(from)));
                return MoveOutcome.MOVED;
            }
            if (open.containsKey(to) && !overwrites()) {
                return MoveOutcome.TARGET_TAKEN;
            }
            open.put(to, moved(Objects.requireNonNull(where.remove(from))));
            return MoveOutcome.MOVED;
        }
    }

    @Override
    public Optional<CollectionIncarnation> find(CollectionName name) {
        synchronized (open) {
            return Optional.ofNullable(open.get(name)).map(Stored::incarnation);
        }
    }

    @Override
    public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
        synchronized (open) {
            staged.computeIfPresent(marker.organizationId(), (id, other) -> other.model() == model ? other : null);
            return staged.computeIfAbsent(
                            marker.organizationId(),
                            id -> new Stored(nextIncarnation(), model, new ArrayList<>(List.of(marker))))
                    .incarnation();
        }
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        return move(staged, organization, incarnation, to);
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        synchronized (open) {
            staged.remove(organization);
        }
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        synchronized (open) {
            return staged.keySet().stream().limit(limit).toList();
        }
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        return move(open, from, incarnation, to);
    }

    @Override
    public void drop(CollectionName name, CollectionIncarnation incarnation) {
        synchronized (open) {
            if (isAt(open, name, incarnation)) {
                open.remove(name);
            }
            unnamed.remove(incarnation);
        }
    }

    @Override
    public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        synchronized (open) {
            return isAt(open, name, incarnation) || unnamed.containsKey(incarnation);
        }
    }
}
