package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * The batches that are being inserted, in {@code data_inserts}: what has to be taken back if the writer dies. An intent is
 * written before the first document and removed behind the last one, which is the moment from which the batch counts.
 */
final class InsertIntents {

    static final String COLLECTION = "data_inserts";
    static final String IDS = "ids";
    static final String HEARTBEAT = "heartbeat";

    /** The writer looks whether the ids are free. None of the documents is its own yet. */
    private static final String CHECKING = "checking";

    /** Documents of these ids are the writer's, but for those that {@link #OTHERS} names. */
    private static final String WRITING = "writing";

    /** Somebody is taking them back. */
    private static final String UNDOING = "undoing";

    private static final String STATE = "state";
    private static final String OTHERS = "others";
    static final String INCARNATION = "incarnation";
    private static final String ORGANIZATION = "organization";
    private static final String NAME = "collection";
    private static final long STALE_MILLIS = 30_000;
    private static final BsonDocument STALE = BsonDocument.parse(
            "{$expr: {$lt: ['$" + HEARTBEAT + "', {$subtract: ['$$NOW', {$literal: " + STALE_MILLIS + "}]}]}}");

    private final MongoCollection<BsonDocument> collection;

    InsertIntents(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Names what is going to be inserted. */
    void announce(BsonObjectId batch, TenantCollection where, List<BsonValue> ids) {
        collection.updateOne(
                eq("_id", batch),
                Updates.combine(
                        Updates.set(ORGANIZATION, where.organization()),
                        Updates.set(NAME, where.name()),
                        Updates.set(INCARNATION, where.incarnation().value()),
                        Updates.set(IDS, new BsonArray(ids)),
                        Updates.set(OTHERS, new BsonArray()),
                        Updates.set(STATE, CHECKING),
                        Updates.currentDate(HEARTBEAT)),
                new UpdateOptions().upsert(true));
    }

    /** Goes over to writing; false if somebody has taken the batch for dead. */
    boolean proceed(BsonObjectId batch) {
        return move(and(eq("_id", batch), eq(STATE, CHECKING)), WRITING);
    }

    /** Shows that the writer lives; false if somebody has taken it for dead. */
    boolean renew(BsonObjectId batch) {
        return move(and(eq("_id", batch), eq(STATE, WRITING)), WRITING);
    }

    private boolean move(Bson from, String to) {
        Bson update = Updates.combine(Updates.set(STATE, to), Updates.currentDate(HEARTBEAT));
        return collection.updateOne(from, update).getMatchedCount() == 1;
    }

    /** Ends a batch that its own writer has finished or cleaned up; false if somebody is taking it back. */
    boolean remove(BsonObjectId batch) {
        return collection
                        .deleteOne(and(eq("_id", batch), in(STATE, CHECKING, WRITING)))
                        .getDeletedCount()
                == 1;
    }

    /**
     * Keeps documents just inserted out of the way of those who take back other batches in which the same ids stand.
     *
     * @return whether others are taking back such batches at this moment, so that the documents may go
     */
    boolean protect(BsonObjectId writer, TenantCollection where, List<BsonValue> ids) {
        Bson covering = and(eq(INCARNATION, where.incarnation().value()), in(IDS, ids), ne("_id", writer));
        collection.updateMany(and(covering, in(STATE, CHECKING, WRITING)), Updates.addEachToSet(OTHERS, ids));
        return collection.find(and(covering, eq(STATE, UNDOING))).first() != null;
    }

    /** Those of whom nothing has been heard since then, the longest silent first. */
    List<BsonDocument> silentSince(Instant instant, int limit) {
        return collection
                .find(lt(HEARTBEAT, BsonValues.instant(instant)))
                .sort(Sorts.ascending(HEARTBEAT))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those with this id in them of whom nothing has been heard for long. */
    List<BsonDocument> staleOver(TenantCollection where, BsonValue id) {
        return collection
                .find(and(eq(IDS, id), eq(INCARNATION, where.incarnation().value()), STALE))
                .into(new ArrayList<>());
    }

    /** All of a collection. */
    List<BsonDocument> of(TenantCollection where) {
        return collection.find(eq(INCARNATION, where.incarnation().value())).into(new ArrayList<>());
    }

    /** Those of a collection of whom nothing has been heard for long. */
    List<BsonDocument> stale(TenantCollection where) {
        return collection
                .find(and(eq(INCARNATION, where.incarnation().value()), STALE))
                .into(new ArrayList<>());
    }

    /** Forgets a batch, as it was read, that has not come to writing; false if it has, or its writer lives. */
    boolean forgetUnwritten(BsonDocument intent) {
        return collection.deleteOne(and(asRead(intent), eq(STATE, CHECKING))).getDeletedCount() == 1;
    }

    /** Takes over a batch, as it was read, to undo it; false if its writer lives, or another was faster. */
    boolean takeOver(BsonDocument intent) {
        return move(and(asRead(intent), in(STATE, WRITING, UNDOING)), UNDOING);
    }

    private static Bson asRead(BsonDocument intent) {
        return and(eq("_id", intent.get("_id")), eq(HEARTBEAT, intent.get(HEARTBEAT)));
    }

    /** The ids of the documents that are the own ones of a batch that was taken over: nobody adds to the others now. */
    List<BsonValue> ownIds(BsonDocument intent) {
        BsonDocument now = collection.find(eq("_id", intent.get("_id"))).first();
        if (now == null) {
            return List.of();
        }
        List<BsonValue> own = new ArrayList<>(now.getArray(IDS).getValues());
        own.removeAll(now.getArray(OTHERS).getValues());
        return own;
    }

    /** Forgets a batch that is taken back. */
    void forget(BsonDocument intent) {
        collection.deleteOne(and(eq("_id", intent.get("_id")), eq(STATE, UNDOING)));
    }

    /** Forgets all batches of a collection that is gone. */
    void removeAll(CollectionIncarnation gone) {
        collection.deleteMany(eq(INCARNATION, gone.value()));
    }

    /** The collection that a batch was for. */
    static TenantCollection collectionOf(BsonDocument intent) {
        return new TenantCollection(
                intent.getObjectId(ORGANIZATION),
                intent.getString(NAME).getValue(),
                new CollectionIncarnation(intent.getString(INCARNATION).getValue()),
                Reach.ANY);
    }
}
