package io.orgstead.adapter.mongo;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;

/** How an organization comes into the collection that is shared, and out of it again. */
final class SharedDocuments {

    private static final int AT_ONCE = 1_000;

    private final TenantCommands commands;

    SharedDocuments(TenantCommands commands) {
        this.commands = commands;
    }

    /** Puts the marker in. Repeatable. */
    void give(TenantCollection collection, BsonDocument marker) {
        BsonDocument stored = new SharedLayout(collection.incarnation()).stored(marker, new BsonObjectId());
        commands.write(
                        collection,
                        BsonDocument.parse("{insert: 1}").append("documents", new BsonArray(List.of(stored))))
                .refusal()
                .filter(refusal -> refusal.code() != ServerErrors.DUPLICATE_KEY)
                .ifPresent(refusal -> {
                    throw refusal.unexpected();
                });
    }

    /**
     * Removes all documents, the marker among them. Made again it goes on.
     *
     * @throws io.orgstead.domain.failure.StoreUnavailableException if they are too many for the time
     */
    void removeAll(TenantCollection collection, Deadline deadline) {
        List<BsonValue> next = ids(collection, AT_ONCE);
        while (!next.isEmpty()) {
            DocumentRemovals.delete(commands, collection, DocumentInserts.anyOf(collection, next));
            next = ids(collection, AT_ONCE);
            if (!next.isEmpty() && deadline.isOver()) {
                throw Deadline.tooLate("the removal of an organization's documents");
            }
        }
    }

    boolean isPresent(TenantCollection collection) {
        return !ids(collection, 1).isEmpty();
    }

    private List<BsonValue> ids(TenantCollection collection, int limit) {
        BsonDocument find = BsonDocument.parse("{find: 1}")
                .append("projection", collection.layout().ids());
        return commands.read(collection, find, limit).documents().stream()
                .map(document -> document.get("_id"))
                .toList();
    }
}
