package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.SortKeys;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Pages of documents. The next one is found by the place where the last one ended, not by counting from the beginning: by
 * ranges that indexes serve where documents have no arrays in what they are sorted by, else by what the server itself sorts
 * by, which it can tell of each document, but only as it sorts.
 */
final class DocumentPages {

    /** What a page may hold; the rest comes on the next. Each answer of the server is below it, so that there is always one. */
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private final TenantCommands commands;
    private final DocumentSelection selection;

    DocumentPages(TenantCommands commands, DocumentSelection selection) {
        this.commands = commands;
        this.selection = selection;
    }

    DocumentPage find(TenantCollection collection, DocumentQuery query) {
        BsonDocument filter = selection.of(collection, query.filter());
        TenantLayout layout = collection.layout();
        int most = query.limit() + 1;
        if (query.after().isEmpty()) {
            return page(query, new Found(commands.documents(collection, find(filter, query.sort(), layout), most)));
        }
        SortPosition place = query.after().get();
        return page(
                query,
                byRanges(collection, filter, query, place)
                        .orElseGet(() -> new Found(commands.read(
                                collection, byServersKeys(filter, query.sort(), place, most, layout), most))));
    }

    private static BsonDocument find(BsonDocument filter, SortOrder order, TenantLayout layout) {
        return BsonDocument.parse("{find: 1}").append("filter", filter).append("sort", sort(order, layout));
    }

    private static BsonDocument sort(SortOrder order, TenantLayout layout) {
        BsonDocument sort = new BsonDocument();
        order.keys()
                .forEach(key -> sort.append(layout.path(key.path().dotted()), new BsonInt32(key.ascending() ? 1 : -1)));
        return sort;
    }

    /** Range by range; empty if a document comes that does not belong into its range. */
    private Optional<Found> byRanges(
            TenantCollection collection, BsonDocument filter, DocumentQuery query, SortPosition place) {
        List<BsonDocument> ranges = SortBranches.behind(query.sort(), place, collection.layout());
        Found found = new Found();
        for (int i = 0; i < ranges.size() && !found.isEnough(query.limit()); i++) {
            BsonDocument within = FilterTranslation.all(List.of(filter, ranges.get(i)));
            int most = query.limit() + 1 - found.documents.size();
            Found more =
                    new Found(commands.documents(collection, find(within, query.sort(), collection.layout()), most));
            int same = ranges.size() - 1 - i;
            for (Document document : more.documents) {
                if (!isBehind(query.sort(), SortKeys.of(query.sort(), document), place, same)) {
                    return Optional.empty();
                }
            }
            found.add(more, same > 0);
        }
        return Optional.of(found);
    }

    /** Whether one place has the same as another in so many keys, and is behind it in the next. */
    private static boolean isBehind(SortOrder order, SortPosition one, SortPosition other, int same) {
        int difference = ValueOrder.compare(one.keys().get(same), other.keys().get(same));
        return IntStream.range(0, same)
                        .allMatch(i ->
                                ValueOrder.equal(one.keys().get(i), other.keys().get(i)))
                && (order.keys().get(same).ascending() ? difference > 0 : difference < 0);
    }

    private static BsonDocument byServersKeys(
            BsonDocument filter, SortOrder order, SortPosition place, int most, TenantLayout layout) {
        return BsonDocument.parse("{aggregate: 1}")
                .append(
                        "pipeline",
                        new BsonArray(List.of(
                                new BsonDocument("$match", filter),
                                new BsonDocument("$sort", sort(order, layout)),
                                // All that is stored: of a part of it the server asks the next stage before there is a
                                // key.
                                BsonDocument.parse("{$project: {w: '$$ROOT', k: {$meta: 'sortKey'}}}"),
                                new BsonDocument("$match", new BsonDocument("$expr", isBehind(order, place))),
                                new BsonDocument("$limit", new BsonInt32(most)),
                                new BsonDocument("$replaceWith", layout.rootIn("w")))));
    }

    /** The same as an expression over the key {@code k}. */
    private static BsonDocument isBehind(SortOrder order, SortPosition place) {
        BsonArray ways = new BsonArray();
        for (int same = 0; same < order.keys().size(); same++) {
            BsonArray conditions = new BsonArray();
            for (int i = 0; i < same; i++) {
                conditions.add(compare("$eq", i, place));
            }
            conditions.add(compare(order.keys().get(same).ascending() ? "$gt" : "$lt", same, place));
            ways.add(new BsonDocument("$and", conditions));
        }
        return new BsonDocument("$or", ways);
    }

    private static BsonDocument compare(String operator, int key, SortPosition place) {
        return new BsonDocument(
                operator,
                new BsonArray(List.of(
                        BsonDocument.parse("{$arrayElemAt: ['$k', " + key + "]}"),
                        new BsonDocument("$literal", ToBson.value(place.keys().get(key))))));
    }

    private static DocumentPage page(DocumentQuery query, Found found) {
        List<Document> shown = found.documents.subList(0, Math.min(query.limit(), found.documents.size()));
        boolean more = found.cut || found.documents.size() > shown.size();
        return new DocumentPage(
                shown.stream().map(query.projection()::applyTo).toList(),
                more ? Optional.of(SortKeys.of(query.sort(), shown.get(shown.size() - 1))) : Optional.empty());
    }

    /** What has been found so far. */
    private static final class Found {

        private final List<Document> documents = new ArrayList<>();
        private long bytes;
        private boolean cut;

        Found() {}

        Found(TenantCommands.Batch batch) {
            batch.documents().forEach(document -> documents.add(BsonMapping.document(document)));
            bytes = documents.stream().mapToLong(DocumentSize::of).sum();
            cut = batch.cut();
        }

        boolean isEnough(int limit) {
            return cut || documents.size() > limit;
        }

        void add(Found more, boolean furtherRanges) {
            documents.addAll(more.documents);
            bytes += more.bytes;
            cut = more.cut || (furtherRanges && bytes > MOST_BYTES);
        }
    }
}
