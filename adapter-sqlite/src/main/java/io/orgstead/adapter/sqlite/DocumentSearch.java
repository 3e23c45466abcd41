package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.indexkeys.IndexPlan;
import io.orgstead.indexkeys.KeyRange;
import io.orgstead.indexkeys.UsableIndex;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the documents that a filter means, with an index where one helps, and lets the domain decide about each. */
final class DocumentSearch {

    /** The most documents to take one by one: beyond them it is quicker to go through all. */
    static final int MOST_SINGLE = 20_000;

    private final DocumentTable table;

    DocumentSearch(DocumentTable table) {
        this.table = table;
    }

    DocumentPage find(DocumentQuery query) throws SQLException {
        TopDocuments top = new TopDocuments(query);
        Optional<Set<String>> candidates = candidates(query.filter());
        if (candidates.isPresent()) {
            one(candidates.get(), query.filter(), (document, length) -> {
                top.add(document, length);
                return true;
            });
        } else if (isInOrder(query)) {
            boolean ascending = query.sort().keys().get(0).ascending();
            table.forEach(ascending, after(query), matching(query.filter(), (document, length) -> {
                top.add(document, length);
                return !top.isFull();
            }));
        } else {
            table.forEach(matching(query.filter(), (document, length) -> {
                top.add(document, length);
                return true;
            }));
        }
        return top.page();
    }

    private boolean isInOrder(DocumentQuery query) throws SQLException {
        return isById(query.sort()) && (query.after().isEmpty() || after(query).isPresent()) && !table.hasForeignIds();
    }

    /** Whether the order of a list is that of its ids, as the table has it. */
    private static boolean isById(SortOrder order) {
        return order.keys().get(0).path().equals(FieldPath.ID);
    }

    private static Optional<String> after(DocumentQuery query) {
        return query.after().map(place -> place.keys().get(0)).flatMap(StoredDocument::idKey);
    }

    /** Goes through the documents that a filter means, in no particular order. */
    void forEach(Filter filter, DocumentTable.Consumer consumer) throws SQLException {
        Optional<Set<String>> candidates = candidates(filter);
        if (candidates.isPresent()) {
            one(candidates.get(), filter, consumer);
        } else {
            table.forEach(matching(filter, consumer));
        }
    }

    private static DocumentTable.Consumer matching(Filter filter, DocumentTable.Consumer consumer) {
        return (document, length) -> !FilterEvaluation.matches(filter, document) || consumer.take(document, length);
    }

    private void one(Set<String> ids, Filter filter, DocumentTable.Consumer consumer) throws SQLException {
        DocumentTable.Consumer matching = matching(filter, consumer);
        for (String id : ids) {
            table.session().requireTime();
            if (!table.find(id, matching)) {
                return;
            }
        }
    }

    /** The ids of all documents that may be meant; empty if those are all, or too many. */
    private Optional<Set<String>> candidates(Filter filter) throws SQLException {
        List<UsableIndex> indexes =
                table.indexes().list().stream().map(StoredIndex::usable).toList();
        IndexPlan plan = IndexPlan.of(filter, indexes);
        if (plan.ids().isPresent()) {
            Set<String> named = new LinkedHashSet<>();
            plan.ids().get().forEach(id -> named.add(StoredDocument.id(id)));
            return Optional.of(named);
        }
        if (plan.ranges().isEmpty()) {
            return Optional.empty();
        }
        Set<String> found = new LinkedHashSet<>();
        for (KeyRange range : plan.ranges()) {
            found.addAll(table.indexes().find(range, MOST_SINGLE + 1));
            if (found.size() > MOST_SINGLE) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
