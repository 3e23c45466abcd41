package io.orgstead.testkit.reference;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.SortKeys;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.reference.ReferenceTenantData.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceTenantDocuments implements TenantDocuments {

    /** What it works on. */
    public final ReferenceTenantData data;

    /** Over data of its own. */
    public ReferenceTenantDocuments() {
        this(new ReferenceTenantData());
    }

    /** Over data that others work on, too. */
    public ReferenceTenantDocuments(ReferenceTenantData data) {
        this.data = data;
    }

    protected Kept keptBy(TenantScope scope) {
        return data.of(scope);
    }

    private Kept changing(TenantScope scope) {
        keptBy(scope);
        return data.changing(scope);
    }

    /** What may be seen, in the order of ids. */
    protected List<Document> visible(Kept kept) {
        return kept.own();
    }

    protected Optional<Document> stored(Kept kept, Value id) {
        return Optional.ofNullable(kept.documents.get(id)).filter(document -> !isMarker(kept, id));
    }

    protected boolean isMarker(Kept kept, Value id) {
        return kept.marker.equals(id);
    }

    protected boolean isSame(Document stored, Document expected) {
        return stored.equals(expected);
    }

    protected Usage usage(Kept kept) {
        return kept.usage();
    }

    protected boolean fits(Usage before, Usage after, Quota quota) {
        return after.isWithin(quota);
    }

    protected Document written(Document document) {
        return document;
    }

    @Override
    public InsertOutcome insert(TenantScope scope, List<Document> documents, Quota quota) {
        synchronized (data) {
            Kept kept = changing(scope);
            Usage before = usage(kept);
            NavigableMap<Value, Document> wished = new TreeMap<>(kept.documents);
            Usage after = before;
            for (int i = 0; i < documents.size(); i++) {
                Document document = documents.get(i);
                if (wished.putIfAbsent(document.id(), written(document)) != null) {
                    return new InsertOutcome.IdTaken(i);
                }
                after = after.plus(new Usage(1, DocumentSize.of(document)));
                Optional<ReferenceTenantData.Fault> fault = data.faultOf(kept, wished);
                if (fault.isPresent()) {
                    return refused(i, fault.get());
                }
            }
            if (!fits(before, after, quota)) {
                return new InsertOutcome.QuotaReached(before);
            }
            kept.documents = wished;
            data.note(scope, documents.stream().map(Document::id).toList());
            return new InsertOutcome.Inserted();
        }
    }

    private static InsertOutcome refused(int position, ReferenceTenantData.Fault fault) {
        return fault.parallel()
                ? new InsertOutcome.ParallelArrays(position, fault.index())
                : new InsertOutcome.IndexViolated(position, fault.index());
    }

    @Override
    public Optional<Document> findById(TenantScope scope, Value id) {
        synchronized (data) {
            return stored(keptBy(scope), id);
        }
    }

    @Override
    public DocumentPage find(TenantScope scope, DocumentQuery query) {
        List<Document> found = new ArrayList<>(matching(scope, query.filter()));
        Comparator<SortPosition> order = order(query.sort());
        found.removeIf(document -> query.after()
                .filter(after -> !isBehind(order, after, SortKeys.of(query.sort(), document)))
                .isPresent());
        found.sort(Comparator.comparing(document -> SortKeys.of(query.sort(), document), order));
        List<Document> page = found.stream().limit(query.limit()).toList();
        return new DocumentPage(
                page.stream().map(query.projection()::applyTo).toList(), next(query, found.size(), page));
    }

    protected Comparator<SortPosition> order(SortOrder sort) {
        return SortKeys.comparator(sort);
    }

    protected boolean isBehind(Comparator<SortPosition> order, SortPosition after, SortPosition place) {
        return order.compare(after, place) < 0;
    }

    protected Optional<SortPosition> next(DocumentQuery query, int found, List<Document> page) {
        return found > page.size()
                ? Optional.of(SortKeys.of(query.sort(), page.get(page.size() - 1)))
                : Optional.empty();
    }

    protected boolean matches(Filter filter, Document document) {
        return FilterEvaluation.matches(filter, document);
    }

    protected List<Document> matching(TenantScope scope, Filter filter) {
        synchronized (data) {
            return visible(keptBy(scope)).stream()
                    .filter(document -> matches(filter, document))
                    .toList();
        }
    }

    @Override
    public long count(TenantScope scope, Filter filter) {
        return matching(scope, filter).size();
    }

    @Override
    public ReplaceOutcome replace(TenantScope scope, Document expected, Document replacement, Quota quota) {
        synchronized (data) {
            Kept kept = changing(scope);
            if (stored(kept, expected.id())
                    .filter(stored -> isSame(stored, expected))
                    .isEmpty()) {
                return new ReplaceOutcome.Stale();
            }
            NavigableMap<Value, Document> wished = new TreeMap<>(kept.documents);
            wished.put(expected.id(), written(replacement));
            Optional<ReferenceTenantData.Fault> fault = data.faultOf(kept, wished);
            if (fault.isPresent()) {
                return fault.get().parallel()
                        ? new ReplaceOutcome.ParallelArrays(fault.get().index())
                        : new ReplaceOutcome.IndexViolated(fault.get().index());
            }
            Usage before = usage(kept);
            long growth = DocumentSize.of(replacement) - DocumentSize.of(expected);
            if (growth > 0 && !fits(before, before.plus(new Usage(0, growth)), bytesOf(quota))) {
                return new ReplaceOutcome.QuotaReached(before);
            }
            kept.documents = wished;
            data.note(scope, List.of(expected.id()));
            return new ReplaceOutcome.Replaced();
        }
    }

    private static Quota bytesOf(Quota quota) {
        return new Quota(Long.MAX_VALUE, quota.bytes(), quota.documentBytes(), quota.indexes());
    }

    @Override
    public boolean delete(TenantScope scope, Document expected) {
        synchronized (data) {
            Kept kept = changing(scope);
            if (stored(kept, expected.id())
                    .filter(stored -> isSame(stored, expected))
                    .isEmpty()) {
                return false;
            }
            kept.documents.remove(expected.id());
            data.note(scope, List.of(expected.id()));
            return true;
        }
    }

    @Override
    public long deleteAll(TenantScope scope, Filter filter) {
        synchronized (data) {
            Kept kept = changing(scope);
            List<Document> found = matching(scope, filter);
            found.forEach(document -> kept.documents.remove(document.id()));
            data.note(scope, found.stream().map(Document::id).toList());
            return found.size();
        }
    }

    @Override
    public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
        List<Document> found = new ArrayList<>(matching(scope, Filter.all()));
        found.sort(Comparator.comparing(Document::id, scanOrder()));
        for (Document document : found) {
            boolean wanted = after.isEmpty() || scanOrder().compare(document.id(), after.get()) > 0;
            if (wanted && !consumer.test(document)) {
                return;
            }
        }
    }

    protected Comparator<Value> scanOrder() {
        return ValueOrder.COMPARATOR;
    }

    @Override
    public Usage usage(TenantScope scope) {
        synchronized (data) {
            return usage(keptBy(scope));
        }
    }

    @Override
    public int undoInterrupted(Instant silentSince, int limit) {
        return 0;
    }
}
