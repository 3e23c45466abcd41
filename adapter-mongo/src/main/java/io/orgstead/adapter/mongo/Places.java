package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.MoveOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * The register of the collections that have no names of their own. An entry is made before the collection and removed when nothing
 * of it is left. It is at the same time the counter of {@link UsageCounters}, so that one look at one document says whether a
 * write may begin.
 */
final class Places {

    /** The owner of a collection that nobody sees yet; missing once it is published. No owner has two. */
    static final String STAGED_OF = "staged_of";

    static final String ISOLATION = "isolation";

    private static final String ORGANIZATION = "organization";
    private static final String DROPPING = "dropping";

    private final MongoCollection<BsonDocument> collection;

    Places(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    private static Bson key(CollectionIncarnation incarnation) {
        return eq("_id", incarnation.value());
    }

    /** The condition that the counter of a collection shows it to be in the state in which it is meant. */
    static Bson reachable(TenantCollection meant) {
        if (!meant.isPlaced() || meant.reach() == Reach.ANY) {
            return empty();
        }
        return and(
                eq(ORGANIZATION, meant.organization()),
                exists(STAGED_OF, meant.reach() == Reach.PRIVATE),
                exists(DROPPING, false));
    }

    void requireReachable(TenantCollection meant) {
        if (collection
                        .find(and(key(meant.incarnation()), reachable(meant)))
                        .projection(new BsonDocument("_id", new BsonInt64(1)))
                        .first()
                == null) {
            throw new TenantMovedException();
        }
    }

    /** What an organization has that nobody sees yet. */
    Optional<BsonDocument> stagedOf(BsonObjectId organization) {
        return Optional.ofNullable(collection.find(eq(STAGED_OF, organization)).first());
    }

    static CollectionIncarnation incarnationIn(BsonDocument entry) {
        return new CollectionIncarnation(entry.getString("_id").getValue());
    }

    /** Enters a new one; empty if the organization has one that nobody sees yet. */
    Optional<CollectionIncarnation> enter(BsonObjectId organization, IsolationModel model) {
        CollectionIncarnation fresh = Incarnations.fresh(model);
        BsonDocument entry = new BsonDocument("_id", new BsonString(fresh.value()))
                .append(ORGANIZATION, organization)
                .append(ISOLATION, new BsonString(model.name().toLowerCase(Locale.ROOT)))
                .append(STAGED_OF, organization)
                .append("collection", new BsonString(""))
                .append(UsageCounters.DOCUMENTS, new BsonInt64(0))
                .append(UsageCounters.BYTES, new BsonInt64(0))
                .append(UsageCounters.REVISION, new BsonInt64(0))
                .append(OpenWrites.FIELD, new BsonArray());
        try {
            collection.insertOne(entry);
            return Optional.of(fresh);
        } catch (MongoException e) {
            if (!StoreCall.isDuplicateKey(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    MoveOutcome publish(BsonObjectId organization, CollectionIncarnation incarnation) {
        Bson own = and(key(incarnation), eq(ORGANIZATION, organization), exists(DROPPING, false));
        return collection.updateOne(own, Updates.unset(STAGED_OF)).getMatchedCount() == 1
                ? MoveOutcome.MOVED
                : MoveOutcome.SOURCE_GONE;
    }

    boolean isPublic(CollectionIncarnation incarnation) {
        return collection
                        .find(and(key(incarnation), exists(STAGED_OF, false), exists(DROPPING, false)))
                        .first()
                != null;
    }

    /** The entry, in whatever state. */
    Optional<BsonDocument> entry(CollectionIncarnation incarnation) {
        return Optional.ofNullable(collection.find(key(incarnation)).first());
    }

    static boolean isStaged(BsonDocument entry) {
        return entry.containsKey(STAGED_OF);
    }

    /** Whether it is on its way out. */
    static boolean isClosing(BsonDocument entry) {
        return entry.containsKey(DROPPING);
    }

    static BsonObjectId ownerIn(BsonDocument entry) {
        return entry.getObjectId(ORGANIZATION);
    }

    /** From now on nobody reaches it; false if it is not there in that state. */
    boolean close(CollectionIncarnation incarnation, boolean staged) {
        return collection
                        .updateOne(and(key(incarnation), exists(STAGED_OF, staged)), Updates.set(DROPPING, true))
                        .getMatchedCount()
                == 1;
    }

    /** At most so many owners of what nobody sees yet. */
    List<BsonObjectId> staged(int limit) {
        return collection
                .find(exists(STAGED_OF))
                .limit(limit)
                .map(entry -> entry.getObjectId(STAGED_OF))
                .into(new ArrayList<>());
    }

    /** How many have a database to themselves. */
    long databases() {
        return collection.countDocuments(
                eq(ISOLATION, IsolationModel.DATABASE.name().toLowerCase(Locale.ROOT)));
    }
}
