package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * How much is in each collection, kept beside it in {@code data_usage}: a document for each incarnation, made by counting when it
 * is first asked for. Every write begins and ends there. Its beginning reserves what it adds, under the condition that the quota
 * has room, so that writes which race never pass it together; its end takes off what is gone. In between it stands in the
 * list of {@link OpenWrites}: one that never ends leaves its name there, and has the collection counted anew.
 *
 * <p>A counter that is wrong in between is too high, not too low. Beginnings and ends are not waited for until they are
 * durable: a later write that is durable makes them so, as the server keeps the order of its writes.
 */
final class UsageCounters {

    static final String COLLECTION = "data_usage";
    static final String RECOUNT_AT = "recount_at";

    static final String DOCUMENTS = "documents";
    static final String BYTES = "bytes";
    static final String REVISION = "revision";
    static final String INDEXES = "indexes";

    /** For which version of the organization nobody may change anything. */
    static final String CLOSED = "closed";

    private static final String EXPIRING = "expiring";
    private static final BsonDateTime LONG_DUE = new BsonDateTime(0);
    private static final BsonDocument AFTER_A_WHILE = BsonDocument.parse("{$add: ['$$NOW', {$literal: 300000}]}");

    private final MongoCollection<BsonDocument> durable;
    private final MongoCollection<BsonDocument> quick;
    private final CollectionCount count;
    private final OpenWrites openWrites;

    UsageCounters(MongoCollection<BsonDocument> collection, CollectionCount count) {
        this.durable = collection;
        this.quick = collection.withWriteConcern(WriteConcern.W1);
        this.count = count;
        this.openWrites = new OpenWrites(collection);
    }

    /** Who is in the list of the writes that are open. */
    OpenWrites openWrites() {
        return openWrites;
    }

    static BsonDocument key(TenantCollection collection) {
        return key(collection.incarnation());
    }

    private static BsonDocument key(CollectionIncarnation incarnation) {
        return new BsonDocument("_id", new BsonString(incarnation.value()));
    }

    /** What is there; where the counter is suspected, and nobody writes just now, it is set right first. */
    Usage usage(TenantCollection collection) {
        Optional<BsonDocument> counter = stored(collection);
        if (counter.isEmpty()) {
            create(collection);
        } else if (collection.reach() == Reach.PRIVATE) {
            count.requireThere(collection);
        } else if (LONG_DUE.equals(counter.get().get(RECOUNT_AT))) {
            recount(collection, counter.get(), Instant.MIN);
        }
        return stored(collection).map(UsageCounters::usageIn).orElse(Usage.NONE);
    }

    private Optional<BsonDocument> stored(TenantCollection collection) {
        return Optional.ofNullable(durable.find(there(collection)).first());
    }

    /** The counter of a collection that is where it is meant to be, as far as that is known here. */
    private static Bson there(TenantCollection collection) {
        return and(key(collection), exists(OpenWrites.FIELD), Places.reachable(collection));
    }

    private static Usage usageIn(BsonDocument counter) {
        return new Usage(
                counter.getNumber(DOCUMENTS).longValue(),
                counter.getNumber(BYTES).longValue());
    }

    /** Nobody writes before there is a counter, so that what is counted is what there is when it is made. */
    private void create(TenantCollection collection) {
        if (collection.isPlaced()) {
            // It was made before the collection, and is never made again.
            throw new TenantMovedException();
        }
        Usage usage = count.of(collection);
        BsonDocument fresh = new BsonDocument("organization", collection.organization())
                .append("collection", new BsonString(collection.name()))
                .append(DOCUMENTS, new BsonInt64(usage.documents()))
                .append(BYTES, new BsonInt64(usage.bytes()))
                .append(REVISION, new BsonInt64(0))
                .append(OpenWrites.FIELD, new BsonArray());
        try {
            durable.updateOne(
                    and(key(collection), exists(OpenWrites.FIELD, false)),
                    new BsonDocument("$set", fresh),
                    new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            // Another was faster: that there is a counter is all that matters.
            if (!StoreCall.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    /**
     * Begins a write.
     *
     * @param write its name
     * @param batch whether it is one that may be undone
     * @param added what it adds at most
     * @return how it may go on
     * @throws TenantMovedException if nobody may change anything, or it is known that the collection is not where it was meant to be
     */
    Begun begin(TenantCollection collection, BsonObjectId write, boolean batch, Usage added, Quota quota) {
        List<Bson> conditions = new ArrayList<>(List.of(there(collection), exists(CLOSED, false)));
        if (added.documents() > 0) {
            conditions.add(lte(DOCUMENTS, quota.documents() - added.documents()));
        }
        if (added.bytes() > 0) {
            conditions.add(lte(BYTES, quota.bytes() - added.bytes()));
        }
        BsonDocument next = plus(added.documents(), added.bytes())
                .append("collection", literal(new BsonString(collection.name())))
                .append(
                        OpenWrites.FIELD,
                        call(
                                "$concatArrays",
                                new BsonString("$" + OpenWrites.FIELD),
                                new BsonArray(List.of(OpenWrites.opened(write, batch)))));
        for (int attempt = 0; ; attempt++) {
            BsonDocument begun =
                    quick.findOneAndUpdate(and(conditions), List.of(new BsonDocument("$set", next)), after());
            if (begun != null) {
                return new Begun(Optional.empty(), OpenWrites.isNoted(begun, write), indexesIn(begun));
            }
            Optional<BsonDocument> counter = stored(collection);
            counter.ifPresent(UsageCounters::requireOpen);
            Optional<Usage> usage = counter.map(UsageCounters::usageIn);
            if (usage.isPresent() && (attempt > 0 || !usage.get().plus(added).isWithin(quota))) {
                return Begun.refused(usage.get());
            }
            if (usage.isEmpty()) {
                create(collection);
            }
        }
    }

    static List<SharedIndex> indexesIn(BsonDocument counter) {
        return counter.getArray(INDEXES, new BsonArray()).stream()
                .map(SharedIndex::read)
                .toList();
    }

    private static void requireOpen(BsonDocument counter) {
        if (counter.containsKey(CLOSED)) {
            throw new TenantMovedException();
        }
    }

    /** Makes sure that nobody has closed the collection for changes. */
    void requireOpen(TenantCollection collection) {
        stored(collection).ifPresent(UsageCounters::requireOpen);
    }

    /** The counter of a collection that is there, and is made if it is missing. */
    BsonDocument present(TenantCollection collection) {
        if (!collection.isPlaced()) {
            count.requireThere(collection);
        }
        Optional<BsonDocument> counter = stored(collection);
        if (counter.isEmpty()) {
            create(collection);
            counter = stored(collection);
        }
        return counter.orElseThrow(TenantMovedException::new);
    }

    /** The indexes that the server knows nothing of. */
    List<SharedIndex> indexes(TenantCollection collection) {
        return indexesIn(present(collection));
    }

    /** Changes what is kept of a collection that is there; gives it as it is then, or nothing if it does not meet the condition. */
    Optional<BsonDocument> change(TenantCollection collection, Bson condition, Bson update) {
        return Optional.ofNullable(durable.findOneAndUpdate(and(there(collection), condition), update, after()));
    }

    /** The same with a pipeline, which may compute. */
    Optional<BsonDocument> change(TenantCollection collection, Bson condition, List<BsonDocument> update) {
        return Optional.ofNullable(durable.findOneAndUpdate(and(there(collection), condition), update, after()));
    }

    /** Notes that documents have several entries in an index, before there is any, as those who look for documents go by it. */
    void markMultikey(TenantCollection collection, SharedIndex index) {
        change(
                collection,
                elemMatch(INDEXES, eq(SharedIndex.NUMBER, index.number())),
                Updates.set(INDEXES + ".$." + SharedIndex.MULTIKEY, true));
    }

    /** At most so many collections of whose counters a condition holds. */
    List<TenantCollection> meeting(Bson condition, int limit) {
        return durable.find(condition).limit(limit).into(new ArrayList<>()).stream()
                .flatMap(counter -> collectionOf(counter).stream())
                .toList();
    }

    private static BsonDocument plus(long documents, long bytes) {
        return new BsonDocument(DOCUMENTS, call("$add", new BsonString("$" + DOCUMENTS), new BsonInt64(documents)))
                .append(BYTES, call("$add", new BsonString("$" + BYTES), new BsonInt64(bytes)))
                .append(REVISION, call("$add", new BsonString("$" + REVISION), new BsonInt64(1)));
    }

    private static BsonDocument call(String operator, BsonValue left, BsonValue right) {
        return new BsonDocument(operator, new BsonArray(List.of(left, right)));
    }

    private static BsonDocument literal(BsonValue value) {
        return new BsonDocument("$literal", value);
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    }

    /**
     * Ends a write.
     *
     * @param gone what has to be taken off
     * @return whether batches were open at that time
     */
    boolean end(TenantCollection collection, BsonObjectId write, Usage gone) {
        Bson ended = Updates.combine(
                Updates.pull(OpenWrites.FIELD, new BsonDocument(OpenWrites.NAME, write)),
                Updates.inc(DOCUMENTS, -gone.documents()),
                Updates.inc(BYTES, -gone.bytes()),
                Updates.inc(REVISION, 1L));
        BsonDocument left = quick.findOneAndUpdate(
                and(key(collection), eq(OpenWrites.FIELD + "." + OpenWrites.NAME, write)), ended, after());
        if (left == null) {
            // Somebody has taken it for dead and counted without it.
            suspect(collection);
            return true;
        }
        return OpenWrites.hasBatch(left);
    }

    /** Has the collection counted anew. */
    void suspect(TenantCollection collection) {
        durable.updateOne(key(collection), Updates.set(RECOUNT_AT, LONG_DUE));
    }

    /** Says whether documents vanish without Orgstead's doing, so that the counter has to be set right now and then. */
    void setExpiring(TenantCollection collection, boolean expiring) {
        usage(collection);
        durable.updateOne(
                key(collection), Updates.combine(Updates.set(EXPIRING, expiring), Updates.set(RECOUNT_AT, LONG_DUE)));
    }

    /** The counters of collections in which a write has been open since before then, or whose time has come. */
    List<BsonDocument> doubtful(Instant before, int limit) {
        return durable.find(or(
                        lt(OpenWrites.SINCE, BsonValues.instant(before)), lt(RECOUNT_AT, BsonValues.instant(before))))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * Counts anew, unless writes are under way: then it is left for later.
     *
     * @param counter as it was read
     * @param silentSince writes that have been open since before then are dead
     */
    void recount(TenantCollection collection, BsonDocument counter, Instant silentSince) {
        if (OpenWrites.hasYounger(counter, silentSince)) {
            return;
        }
        Usage usage = count.of(collection);
        BsonDocument next = new BsonDocument(DOCUMENTS, new BsonInt64(usage.documents()))
                .append(BYTES, new BsonInt64(usage.bytes()))
                .append(OpenWrites.FIELD, new BsonArray())
                .append(REVISION, call("$add", new BsonString("$" + REVISION), new BsonInt64(1)))
                .append(
                        RECOUNT_AT,
                        counter.getBoolean(EXPIRING, BsonBoolean.FALSE).getValue()
                                ? AFTER_A_WHILE
                                : new BsonString("$$REMOVE"));
        durable.updateOne(
                and(key(collection), eq(REVISION, counter.getNumber(REVISION).longValue())),
                List.of(new BsonDocument("$set", next)));
    }

    /** The collection that a counter is of; empty if it is not counted yet. */
    static Optional<TenantCollection> collectionOf(BsonDocument counter) {
        return counter.isArray(OpenWrites.FIELD)
                ? Optional.of(new TenantCollection(
                        counter.getObjectId("organization"),
                        counter.getString("collection").getValue(),
                        new CollectionIncarnation(counter.getString("_id").getValue()),
                        Reach.ANY))
                : Optional.empty();
    }

    /** Forgets a collection that is gone. */
    void remove(CollectionIncarnation gone) {
        durable.deleteOne(key(gone));
    }
}
