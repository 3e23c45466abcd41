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
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Documents, indexes and idempotency records in memory, in collections that are somewhere else. */
final class MemoryData {

    private record RecordId(OrganizationId organization, IdempotencyKey key) {}

    private final TenantCollections collections;
    private final Map<CollectionIncarnation, Map<Value, Document>> documents = new HashMap<>();
    private final Map<CollectionIncarnation, Map<String, IndexDefinition>> indexes = new HashMap<>();
    private final Map<RecordId, IdempotencyRecord> records = new LinkedHashMap<>();

    /** What writers that died had inserted so far, by when they were last heard of. */
    private final Map<Instant, Runnable> interrupted = new HashMap<>();

    MemoryData(TenantCollections collections) {
        this.collections = collections;
    }

    TenantDocuments documents() {
        return new Documents();
    }

    TenantIndexes indexes() {
        return new Indexes();
    }

    IdempotencyRecords records() {
        return new Records();
    }

    /** What a writer leaves who dies after the first document of a batch. */
    synchronized void leaveHalfOf(TenantScope scope, List<Document> batch, Instant lastHeardOf) {
        Document first = batch.get(0);
        of(scope).put(first.id(), first);
        interrupted.put(lastHeardOf, () -> of(scope).remove(first.id()));
    }

    synchronized List<IdempotencyRecord> allRecords() {
        return List.copyOf(records.values());
    }

    private Map<Value, Document> of(TenantScope scope) {
        if (!collections.isPresent(scope.collection(), scope.incarnation())) {
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
                if (!usageOf(all.values()).isWithin(quota)) {
                    return new InsertOutcome.QuotaReached(before);
                }
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
                all.put(replacement.id(), replacement);
                return new ReplaceOutcome.Replaced();
            }
        }

        @Override
        public boolean delete(TenantScope scope, Document expected) {
            synchronized (MemoryData.this) {
                return of(scope).remove(expected.id(), expected);
            }
        }

        @Override
        public long deleteAll(TenantScope scope, Filter filter) {
            synchronized (MemoryData.this) {
                Map<Value, Document> all = of(scope);
                long before = all.size();
                all.values().removeIf(document -> FilterEvaluation.matches(filter, document));
                return before - all.size();
            }
        }

        @Override
        public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
            synchronized (MemoryData.this) {
                for (Document document : List.copyOf(of(scope).values())) {
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
                all.put(index.name(), index);
                return IndexOutcome.PRESENT;
            }
        }

        @Override
        public boolean drop(TenantScope scope, String name) {
            synchronized (MemoryData.this) {
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
}
