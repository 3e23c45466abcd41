package io.orgstead.testkit.reference;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexKeys;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the reference implementations of the tenants' data keep. Whoever uses it holds its monitor. */
public class ReferenceTenantData {

    /** What one organization keeps: its documents in the order of their ids, the marker among them, and its indexes. */
    public static final class Kept {

        final Value marker;
        NavigableMap<Value, Document> documents = new TreeMap<>(ValueOrder.COMPARATOR);
        final NavigableMap<String, IndexDefinition> indexes = new TreeMap<>();

        /** With the marker alone. */
        public Kept(Document marker) {
            this.marker = marker.id();
            documents.put(marker.id(), marker);
        }

        /** The marker among them. */
        public List<Document> all() {
            return List.copyOf(documents.values());
        }

        /** Whatever it is. */
        public void remove(Document document) {
            documents.remove(document.id());
        }

        /** Without it. */
        public List<Document> own() {
            return documents.values().stream()
                    .filter(document -> !document.id().equals(marker))
                    .toList();
        }

        Usage usage() {
            List<Document> own = own();
            return new Usage(
                    own.size(), own.stream().mapToLong(DocumentSize::of).sum());
        }
    }

    /** The collections that it is kept in. */
    public final ReferenceTenantCollections collections;

    /** With collections of its own. */
    public ReferenceTenantData() {
        this(new ReferenceTenantCollections());
    }

    /** In collections that are somebody else's. */
    public ReferenceTenantData(ReferenceTenantCollections collections) {
        this.collections = collections;
    }

    protected final Map<CollectionIncarnation, Kept> kept = new LinkedHashMap<>();

    private final Map<CollectionIncarnation, Set<Value>> noted = new LinkedHashMap<>();
    private final Map<CollectionIncarnation, Long> closed = new LinkedHashMap<>();

    /** What the organization keeps, if that may be changed now. */
    protected Kept changing(TenantScope scope) {
        Kept own = of(scope);
        if (closed.containsKey(scope.incarnation())) {
            throw new TenantMovedException();
        }
        return own;
    }

    /** Notes changes, if somebody watches. */
    protected void note(TenantScope scope, Collection<Value> ids) {
        Set<Value> notes = noted.get(scope.incarnation());
        if (notes != null) {
            notes.addAll(ids);
        }
    }

    Map<CollectionIncarnation, Set<Value>> noted() {
        return noted;
    }

    Map<CollectionIncarnation, Long> closed() {
        return closed;
    }

    /** What the organization keeps, if its collection is where the scope says. */
    protected Kept of(TenantScope scope) {
        if (!isThere(scope)) {
            throw new TenantMovedException();
        }
        return kept.computeIfAbsent(scope.incarnation(), i -> new Kept(marker(scope)));
    }

    protected boolean isThere(TenantScope scope) {
        return scope.isHidden()
                ? collections.isStaged(scope.organization(), scope.incarnation())
                : collections.isPresent(scope.collection(), scope.incarnation());
    }

    /** Everything that is kept in collections that still exist. */
    public Collection<Kept> all() {
        List<Kept> all = new ArrayList<>();
        kept.forEach((incarnation, one) -> {
            if (collections.isOpen(incarnation)) {
                all.add(one);
            }
        });
        return all;
    }

    protected Document marker(TenantScope scope) {
        TenantMarker marker = collections.documents(scope.incarnation()).stream()
                .filter(TenantMarker.class::isInstance)
                .map(TenantMarker.class::cast)
                .findFirst()
                .orElseThrow();
        return Documents.document(
                "_id",
                new Value.ObjectId(marker.organizationId().value()),
                "initialized",
                true,
                "created_at",
                marker.createdAt(),
                "organization",
                marker.organization().value());
    }

    /** Why an index cannot hold all of these. */
    public Optional<Fault> faultOf(IndexDefinition index, Collection<Document> documents) {
        TreeSet<SortPosition> taken = new TreeSet<>(ReferenceTenantData::compare);
        for (Document document : documents) {
            Optional<List<SortPosition>> entries = IndexKeys.of(index, document);
            if (entries.isEmpty()) {
                return Optional.of(new Fault(index.name(), true));
            }
            TreeSet<SortPosition> own = new TreeSet<>(ReferenceTenantData::compare);
            own.addAll(entries.get());
            if (index.unique() && own.stream().anyMatch(taken::contains)) {
                return Optional.of(new Fault(index.name(), false));
            }
            taken.addAll(own);
        }
        return Optional.empty();
    }

    private static int compare(SortPosition left, SortPosition right) {
        for (int i = 0; i < left.keys().size(); i++) {
            int difference = ValueOrder.compare(left.keys().get(i), right.keys().get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** The first index that cannot hold what the organization would keep. */
    protected Optional<Fault> faultOf(Kept one, NavigableMap<Value, Document> wished) {
        List<Document> own = wished.values().stream()
                .filter(document -> !document.id().equals(one.marker))
                .toList();
        return one.indexes.values().stream()
                .flatMap(index -> faultOf(index, own).stream())
                .findFirst();
    }

    /** An index that does not hold what it should: for arrays in two fields, or for equal values. */
    public record Fault(String index, boolean parallel) {}
}
