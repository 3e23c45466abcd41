package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** Which documents change while somebody copies them, in {@code data_changes}: a note for each, made before the change. */
final class ChangeNotes {

    static final String COLLECTION = "data_changes";
    static final String INCARNATION = "incarnation";

    private static final String WRITE = "write";
    private static final String ID = "id";

    private final MongoCollection<BsonDocument> collection;

    ChangeNotes(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /**
     * Notes documents.
     *
     * @param write the name of the write that changes them; they are not told before it has ended
     */
    void add(TenantCollection where, BsonObjectId write, List<BsonValue> ids) {
        BsonString incarnation = new BsonString(where.incarnation().value());
        collection.insertMany(ids.stream()
                .map(id -> new BsonDocument(INCARNATION, incarnation)
                        .append(WRITE, write)
                        .append(ID, id))
                .toList());
    }

    private static Bson of(CollectionIncarnation incarnation) {
        return eq(INCARNATION, incarnation.value());
    }

    /** At most so many notes, without those of these writes. */
    List<BsonDocument> read(TenantCollection where, Collection<BsonValue> without, int limit) {
        return collection
                .find(and(of(where.incarnation()), nin(WRITE, without)))
                .limit(limit)
                .into(new ArrayList<>());
    }

    static BsonValue writeOf(BsonDocument note) {
        return note.getObjectId(WRITE);
    }

    static BsonValue idIn(BsonDocument note) {
        return note.getOrDefault(ID, note);
    }

    /** Removes notes as they were read. */
    void remove(List<BsonDocument> notes) {
        collection.deleteMany(
                in("_id", notes.stream().map(note -> note.get("_id")).toList()));
    }

    /** Removes all notes of a collection. */
    void removeAll(CollectionIncarnation incarnation) {
        collection.deleteMany(of(incarnation));
    }
}
