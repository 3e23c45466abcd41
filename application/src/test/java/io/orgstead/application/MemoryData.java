package io.orgstead.application;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexKeys;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.SortKeys;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Documents, indexes and idempotency records in memory, in collections that are somewhere else. */
public final class MemoryData {

    private record RecordId(OrganizationId organization, IdempotencyKey key) {}

    private record Watch(Instant until, Set<Value> noted) {}

    private final TenantCollections collections;
    private final Map<CollectionIncarnation, Map<Value, Document>> documents = new HashMap<>();
    private final Map<CollectionIncarnation, Map<String, IndexDefinition>> indexes = new HashMap<>();
    private final Map<RecordId, IdempotencyRecord> records = new LinkedHashMap<>();
    private final Map<CollectionIncarnation, Watch> watches = new HashMap<>();
    private final Map<CollectionIncarnation, Long> closed = new HashMap<>();

    /** What writers that died had inserted so far, by when they were last heard of. */
    private final Map<Instant, Runnable> interrupted = new HashMap<>();

    public MemoryData(TenantCollections collections) {
        this.collections = collections;
    }

    public TenantDocuments documents() {
        return new Documents();
    }

    public TenantIndexes indexes() {
        return new Indexes();
    }

    public IdempotencyRecords records() {
        return new Records();
    }

    /** What a writer leaves who dies after the first document of a batch. */
    synchronized void leaveHalfOf(TenantScope scope, List<Document> batch, Instant lastHeardOf) {
        Document first = batch.get(0);
        of(scope).put(first.id(), first);
        interrupted.put(lastHeardOf, () -> of(scope).remove(first.id()));
    }

    public synchronized List<IdempotencyRecord> allRecords() {
        return List.copyOf(records.values());
    }

    public TenantChanges changes() {
        return new Changes();
    }

    /** Writes past the ports what a fault of a store would. */
    public synchronized void corrupt(CollectionIncarnation incarnation, Document document) {
        documents.computeIfAbsent(incarnation, any -> new LinkedHashMap<>()).put(document.id(), document);
    }

    public synchronized boolean isWatched(CollectionIncarnation incarnation) {
        return watches.containsKey(incarnation);
    }

    synchronized boolean isClosed(CollectionIncarnation incarnation) {
        return closed.containsKey(incarnation);
    }

    private boolean isThere(TenantScope scope) {
        return scope.isHidden()
                ? collections instanceof MemoryHomes homes && homes.isStaged(scope.organization(), scope.incarnation())
                : collections.isPresent(scope.collection(), scope.incarnation());
    }

    /** Before a change. */
    private void note(TenantScope scope, Collection<Value> ids) {
        requireOpen(scope);
        Watch watch = watches.get(scope.incarnation());
        if (watch != null) {
            watch.noted().addAll(ids);
        }
    }

    private void requireOpen(TenantScope scope) {
        if (closed.containsKey(scope.incarnation())) {
            throw new TenantMovedException();
        }
    }

    /** The first unique index that cannot hold all of these. */
    private Optional<String> violated(TenantScope scope, Collection<Document> all) {
        return indexes.getOrDefault(scope.incarnation(), Map.of()).values().stream()
                .filter(index -> index.unique() && !areDistinct(index, all))
                .map(IndexDefinition::name)
                .findFirst();
    }

    private static boolean areDistinct(IndexDefinition index, Collection<Document> all) {
        Set<SortPosition> taken = new HashSet<>();
        return all.stream()
                .flatMap(document -> IndexKeys.of(index, document).orElse(List.of()).stream())
                .allMatch(taken::add);
    }

    private Map<Value, Document> of(TenantScope scope) {
        if (!isThere(scope)) {
            throw new TenantMovedException();
        }
        return documents.computeIfAbsent(scope.incarnation(), any -> new LinkedHashMap<>());
    }

    private static Usage usageOf(Iterable<Document> documents) {
        Usage usage = Usage.NONE;
        for (Document document : documents) {
            usage = usage.plus(new Usage(1, DocumentSize.of(document)));
        }
        return usage;
    }

    private final class Documents implements TenantDocuments {

        @Override
        public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
            synchronized (MemoryData.this) {
                Map<Value, Document> all = new LinkedHashMap<>(of(scope));
                Usage before = usageOf(all.values());
                for (int i = 0; i < batch.size(); i++) {
                    if (all.putIfAbsent(batch.get(i).id(), batch.get(i)) != null) {
                        return new InsertOutcome.IdTaken(i);
                    }
                }
                boolean fits = violated(scope, all.values()).isEmpty();
                for (int i = 1; !fits && i <= batch.size(); i++) {
                    List<Document> sofar = new ArrayList<>(of(scope).values());
                    sofar.addAll(batch.subList(0, i));
                    Optional<String> index = violated(scope, sofar);
                    if (index.isPresent()) {
                        return new InsertOutcome.IndexViolated(i - 1, index.get());
                    }
                }
                if (!usageOf(all.values()).isWithin(quota)) {
                    return new InsertOutcome.QuotaReached(before);
                }
                note(scope, batch.stream().map(Document::id).toList());
                of(scope).putAll(all);
                return new InsertOutcome.Inserted();
            }
        }

        @Override
        public Optional<Document> findById(TenantScope scope, Value id) {
            synchronized (MemoryData.this) {
                return Optional.ofNullable(of(scope).get(id));
            }
        }

        @Override
        public DocumentPage find(TenantScope scope, DocumentQuery query) {
            synchronized (MemoryData.this) {
                Comparator<SortPosition> order = SortKeys.comparator(query.sort());
                List<Document> found = of(scope).values().stream()
                        .filter(document -> FilterEvaluation.matches(query.filter(), document))
                        .filter(document -> query.after()
                                .map(place -> order.compare(SortKeys.of(query.sort(), document), place) > 0)
                                .orElse(true))
                        .sorted(Comparator.comparing(document -> SortKeys.of(query.sort(), document), order))
                        .toList();
                List<Document> page = found.stream().limit(query.limit()).toList();
                Optional<SortPosition> next = found.size() > page.size()
                        ? Optional.of(SortKeys.of(query.sort(), page.get(page.size() - 1)))
                        : Optional.empty();
                return new DocumentPage(
                        page.stream().map(query.projection()::applyTo).toList(), next);
            }
        }

        @Override
        public long count(TenantScope scope, Filter filter) {
            synchronized (MemoryData.this) {
                return of(scope).values().stream()
                        .filter(document -> FilterEvaluation.matches(filter, document))
                        .count();
            }
        }

        @Override
        public ReplaceOutcome replace(TenantScope scope, Document expected, Document replacement, Quota quota) {
            synchronized (MemoryData.this) {
                Map<Value, Document> all = of(scope);
                if (!expected.equals(all.get(expected.id()))) {
                    return new ReplaceOutcome.Stale();
                }
                Usage usage = usageOf(all.values());
                long growth = DocumentSize.of(replacement) - DocumentSize.of(expected);
                if (growth > 0 && usage.bytes() + growth > quota.bytes()) {
                    return new ReplaceOutcome.QuotaReached(usage);
                }
                Map<Value, Document> wished = new LinkedHashMap<>(all);
                wished.put(replacement.id(), replacement);
                Optional<String> index = violated(scope, wished.values());
                if (index.isPresent()) {
                    return new ReplaceOutcome.IndexViolated(index.get());
                }
                note(scope, List.of(expected.id()));
                all.put(replacement.id(), replacement);
                return new ReplaceOutcome.Replaced();
            }
        }

        @Override
        public boolean delete(TenantScope scope, Document expected) {
            synchronized (MemoryData.this) {
                Map<Value, Document> all = of(scope);
                note(scope, List.of(expected.id()));
                return all.remove(expected.id(), expected);
            }
        }

        @Override
        public long deleteAll(TenantScope scope, Filter filter) {
            synchronized (MemoryData.this) {
                Map<Value, Document> all = of(scope);
                List<Value> doomed = all.values().stream()
                        .filter(document -> FilterEvaluation.matches(filter, document))
                        .map(Document::id)
                        .toList();
                note(scope, doomed);
                doomed.forEach(all::remove);
                return doomed.size();
            }
        }

        @Override
        public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
            synchronized (MemoryData.this) {
                List<Document> inOrder = of(scope).values().stream()
                        .sorted(Comparator.comparing(Document::id, ValueOrder.COMPARATOR))
                        .toList();
                for (Document document : inOrder) {
                    boolean wanted = after.isEmpty() || ValueOrder.compare(document.id(), after.get()) > 0;
                    if (wanted && !consumer.test(document)) {
                        return;
                    }
                }
            }
        }

        @Override
        public Usage usage(TenantScope scope) {
            synchronized (MemoryData.this) {
                return usageOf(of(scope).values());
            }
        }

        @Override
        public int undoInterrupted(Instant silentSince, int limit) {
            synchronized (MemoryData.this) {
                List<Instant> silent = interrupted.keySet().stream()
                        .filter(heard -> heard.isBefore(silentSince))
                        .toList();
                silent.forEach(heard -> interrupted.remove(heard).run());
                return silent.size();
            }
        }
    }

    private final class Indexes implements TenantIndexes {

        private Map<String, IndexDefinition> of(TenantScope scope) {
            MemoryData.this.of(scope);
            return indexes.computeIfAbsent(scope.incarnation(), any -> new java.util.TreeMap<>());
        }

        @Override
        public List<IndexDefinition> list(TenantScope scope) {
            synchronized (MemoryData.this) {
                return List.copyOf(of(scope).values());
            }
        }

        @Override
        public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
            synchronized (MemoryData.this) {
                Map<String, IndexDefinition> all = of(scope);
                if (all.containsKey(index.name())) {
                    return index.equals(all.get(index.name())) ? IndexOutcome.PRESENT : IndexOutcome.CONFLICTS;
                }
                if (all.size() >= limit) {
                    return IndexOutcome.QUOTA_REACHED;
                }
                requireOpen(scope);
                if (index.unique()
                        && !areDistinct(index, MemoryData.this.of(scope).values())) {
                    return IndexOutcome.DUPLICATES;
                }
                all.put(index.name(), index);
                return IndexOutcome.PRESENT;
            }
        }

        @Override
        public boolean drop(TenantScope scope, String name) {
            synchronized (MemoryData.this) {
                requireOpen(scope);
                return of(scope).remove(name) != null;
            }
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            return 0;
        }
    }

    private final class Records implements IdempotencyRecords {

        private RecordId idOf(IdempotencyRecord kept) {
            return new RecordId(kept.organization(), kept.key());
        }

        @Override
        public Optional<IdempotencyRecord> enter(IdempotencyRecord entered, Instant now) {
            synchronized (MemoryData.this) {
                removeExpired(now, Integer.MAX_VALUE);
                return Optional.ofNullable(records.putIfAbsent(idOf(entered), entered));
            }
        }

        @Override
        public boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement) {
            synchronized (MemoryData.this) {
                return records.replace(idOf(expected), expected, replacement);
            }
        }

        @Override
        public void remove(OrganizationId organization, IdempotencyKey key) {
            synchronized (MemoryData.this) {
                records.remove(new RecordId(organization, key));
            }
        }

        @Override
        public void removeAll(OrganizationId organization) {
            synchronized (MemoryData.this) {
                records.keySet().removeIf(id -> id.organization().equals(organization));
            }
        }

        @Override
        public List<IdempotencyRecord> list(OrganizationId organization, Optional<IdempotencyKey> after, int limit) {
            synchronized (MemoryData.this) {
                return records.values().stream()
                        .filter(kept -> kept.organization().equals(organization))
                        .filter(kept -> after.isEmpty()
                                || kept.key().value().compareTo(after.get().value()) > 0)
                        .sorted(Comparator.comparing(kept -> kept.key().value()))
                        .limit(limit)
                        .toList();
            }
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            synchronized (MemoryData.this) {
                List<RecordId> expired = new ArrayList<>();
                records.forEach((id, kept) -> {
                    if (!kept.expiresAt().isAfter(now)) {
                        expired.add(id);
                    }
                });
                expired.forEach(records::remove);
                return expired.size();
            }
        }
    }

    private final class Changes implements TenantChanges {

        @Override
        public boolean watch(TenantScope scope, Instant now, Instant until) {
            synchronized (MemoryData.this) {
                of(scope);
                Watch before = watches.get(scope.incarnation());
                boolean on = before != null && !before.until().isBefore(now);
                watches.put(scope.incarnation(), new Watch(until, on ? before.noted() : new LinkedHashSet<>()));
                return on;
            }
        }

        @Override
        public List<Value> take(TenantScope scope, int limit) {
            synchronized (MemoryData.this) {
                of(scope);
                Watch watch = watches.get(scope.incarnation());
                List<Value> taken = watch == null
                        ? List.of()
                        : watch.noted().stream().limit(limit).toList();
                taken.forEach(watch == null ? id -> {} : watch.noted()::remove);
                return taken;
            }
        }

        @Override
        public void unwatch(TenantScope scope) {
            synchronized (MemoryData.this) {
                of(scope);
                watches.remove(scope.incarnation());
            }
        }

        @Override
        public void close(TenantScope scope, long version) {
            synchronized (MemoryData.this) {
                of(scope);
                closed.put(scope.incarnation(), version);
            }
        }

        @Override
        public void reopen(TenantScope scope, long version) {
            synchronized (MemoryData.this) {
                of(scope);
                closed.computeIfPresent(scope.incarnation(), (any, by) -> by <= version ? null : by);
            }
        }
    }
}
