package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.organization.IsolationModel;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonValue;

/** Removes all documents that a filter means, so many at a time that each command stays within its time. */
final class DocumentRemovals {

    private static final int AT_ONCE = 250;

    private final TenantCommands commands;
    private final DocumentSelection selection;
    private final UsageCounters counters;
    private final ChangeNotes notes;
    private final Places places;

    DocumentRemovals(TenantParts parts) {
        this.commands = parts.commands();
        this.selection = parts.selection();
        this.counters = parts.counters();
        this.notes = parts.notes();
        this.places = parts.places();
    }

    /** Sends a {@code delete} of all documents of a filter; tells how many are gone. */
    static int delete(TenantCommands commands, TenantCollection collection, BsonDocument filter) {
        BsonDocument statement = new BsonDocument("q", filter)
                .append("limit", new BsonInt32(0))
                .append("collation", TenantCommands.SIMPLE);
        WriteResult result = commands.write(
                collection, BsonDocument.parse("{delete: 1}").append("deletes", new BsonArray(List.of(statement))));
        result.requireNoRefusal();
        return result.count();
    }

    long removeAll(TenantCollection collection, Filter filter) {
        BsonDocument meant = selection.of(collection, filter);
        BsonDocument look = new BsonDocument("find", new BsonInt32(1))
                .append("filter", meant)
                .append(
                        "projection",
                        size(collection.layout(), collection.layout().ids()));
        long gone = 0;
        List<BsonDocument> next = commands.read(collection, look, AT_ONCE).documents();
        while (!next.isEmpty()) {
            gone += remove(collection, meant, next);
            next = commands.read(collection, look, AT_ONCE).documents();
        }
        if (collection.model() == IsolationModel.SHARED) {
            places.requireReachable(collection);
        }
        return gone;
    }

    /** The id, in whatever form, and how large the document is. */
    private static BsonDocument size(TenantLayout layout, BsonDocument id) {
        return id.append("size", new BsonDocument("$bsonSize", layout.root()));
    }

    private int remove(TenantCollection collection, BsonDocument meant, List<BsonDocument> found) {
        long bytes = found.stream()
                .mapToLong(document -> document.getNumber("size").longValue())
                .sum();
        BsonObjectId write = new BsonObjectId();
        Begun begun = counters.begin(collection, write, false, Usage.NONE, Quota.UNLIMITED);
        List<BsonValue> ids =
                found.stream().map(document -> document.get("_id")).toList();
        if (begun.watched()) {
            notes.add(collection, write, ids);
        }
        int gone = delete(
                commands,
                collection,
                FilterTranslation.all(List.of(
                        DocumentInserts.anyOf(collection, ids), ofTheSameSize(collection.layout(), found), meant)));
        if (gone == found.size()) {
            counters.end(collection, write, new Usage(gone, bytes));
        } else {
            // Others were at the same documents. Which of them these are that are gone, and how large, nobody knows.
            counters.end(collection, write, Usage.NONE);
            counters.suspect(collection);
        }
        return gone;
    }

    /** What has grown or shrunk since it was found is found again. */
    private static BsonDocument ofTheSameSize(TenantLayout layout, List<BsonDocument> found) {
        BsonDocument now = size(layout, new BsonDocument("_id", layout.idExpression()));
        BsonDocument before = new BsonDocument("$literal", new BsonArray(found));
        return new BsonDocument("$expr", new BsonDocument("$in", new BsonArray(List.of(now, before))));
    }
}
