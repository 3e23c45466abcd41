package io.orgstead.testkit.reference;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexKeys;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.reference.ReferenceTenantData.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceTenantIndexes implements TenantIndexes {

    /** What it works on. */
    public final ReferenceTenantData data;

    /** Over data of its own. */
    public ReferenceTenantIndexes() {
        this(new ReferenceTenantData());
    }

    /** Over data that others work on, too. */
    public ReferenceTenantIndexes(ReferenceTenantData data) {
        this.data = data;
    }

    @Override
    public List<IndexDefinition> list(TenantScope scope) {
        synchronized (data) {
            return listed(data.of(scope).indexes.values());
        }
    }

    protected List<IndexDefinition> listed(Collection<IndexDefinition> indexes) {
        return List.copyOf(indexes);
    }

    @Override
    public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
        synchronized (data) {
            Kept kept = data.changing(scope);
            Collection<IndexDefinition> present = kept.indexes.values();
            if (isPresent(present, index)) {
                return IndexOutcome.PRESENT;
            }
            if (isOnId(index) || present.stream().anyMatch(other -> conflict(other, index))) {
                return IndexOutcome.CONFLICTS;
            }
            if (present.size() >= limit) {
                return IndexOutcome.QUOTA_REACHED;
            }
            Optional<ReferenceTenantData.Fault> fault = data.faultOf(index, kept.own());
            if (fault.isPresent()) {
                return fault.get().parallel() ? IndexOutcome.PARALLEL_ARRAYS : IndexOutcome.DUPLICATES;
            }
            kept.indexes.put(index.name(), index);
            return IndexOutcome.PRESENT;
        }
    }

    protected boolean isPresent(Collection<IndexDefinition> present, IndexDefinition wish) {
        return present.contains(wish);
    }

    protected boolean isOnId(IndexDefinition wish) {
        return wish.keys().size() == 1 && wish.keys().get(0).path().equals(FieldPath.ID);
    }

    protected boolean conflict(IndexDefinition present, IndexDefinition wish) {
        return present.name().equals(wish.name()) || sameKeys(present.keys(), wish.keys());
    }

    protected boolean sameKeys(List<SortOrder.Key> present, List<SortOrder.Key> wish) {
        return present.equals(wish);
    }

    @Override
    public boolean drop(TenantScope scope, String name) {
        synchronized (data) {
            return data.changing(scope).indexes.remove(name) != null;
        }
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        synchronized (data) {
            List<Runnable> removals = new ArrayList<>();
            for (Kept kept : expiring()) {
                for (Document document : kept.own()) {
                    if (kept.indexes.values().stream().anyMatch(index -> isExpired(index, document, now))) {
                        removals.add(() -> kept.documents.remove(document.id()));
                    }
                }
            }
            List<Runnable> due = removals.stream().limit(limit).toList();
            due.forEach(Runnable::run);
            return due.size();
        }
    }

    protected Collection<Kept> expiring() {
        return data.all();
    }

    protected boolean isExpired(IndexDefinition index, Document document, Instant now) {
        return index.expireAfter().isPresent()
                && dates(index, document)
                        .anyMatch(date -> isPast(date, index.expireAfter().get(), now));
    }

    private static Stream<Instant> dates(IndexDefinition index, Document document) {
        List<SortPosition> entries = IndexKeys.of(index, document).orElse(List.of());
        return entries.stream()
                .map(entry -> entry.keys().get(0))
                .filter(Value.Date.class::isInstance)
                .map(value -> Instant.ofEpochMilli(((Value.Date) value).epochMillis()));
    }

    protected boolean isPast(Instant date, Duration expireAfter, Instant now) {
        return !date.plus(expireAfter).isAfter(now);
    }
}
