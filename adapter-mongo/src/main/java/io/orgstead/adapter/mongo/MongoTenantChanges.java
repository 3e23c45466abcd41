package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Updates;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Has writers note what they change, and stops them. Both is said in the counter that every write begins with, so that after that
 * only those have to be waited for that stand there as open.
 */
final class MongoTenantChanges implements TenantChanges {

    private static final String WATCH = "watch";
    private static final String UNTIL = "until";

    /** Whether all writes note what they change, also those that had begun before. */
    private static final String SURE = "sure";

    private final TenantCalls calls;
    private final UsageCounters counters;
    private final ChangeNotes notes;
    private final InterruptedInserts interrupted;
    private final Duration timeout;

    MongoTenantChanges(TenantCalls calls, TenantParts parts, Duration timeout) {
        this.calls = calls;
        this.counters = parts.counters();
        this.notes = parts.notes();
        this.interrupted = parts.interrupted();
        this.timeout = timeout;
    }

    @Override
    public boolean watch(TenantScope scope, Instant now, Instant until) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.make(() -> {
            counters.present(collection);
            BsonDocument watch =
                    change(collection, empty(), List.of(extension(now, until))).getDocument(WATCH);
            if (watch.getBoolean(SURE).getValue()) {
                return true;
            }
            Deadline.in(timeout)
                    .await(
                            "a write",
                            () -> counters.openWrites()
                                    .underWayUnnoted(collection)
                                    .isEmpty());
            change(collection, exists(WATCH), Updates.set(WATCH + "." + SURE, true));
            return false;
        });
    }

    /** One that has ended begins anew. */
    private static BsonDocument extension(Instant now, Instant until) {
        BsonDocument goesOn = new BsonDocument(
                "$and",
                new BsonArray(List.of(
                        new BsonDocument(
                                "$eq", new BsonArray(List.of(new BsonString("$watch.sure"), BsonBoolean.TRUE))),
                        new BsonDocument(
                                "$gt", new BsonArray(List.of(new BsonString("$watch.until"), literal(now)))))));
        return new BsonDocument(
                "$set", new BsonDocument(WATCH, new BsonDocument(UNTIL, literal(until)).append(SURE, goesOn)));
    }

    private static BsonDocument literal(Instant instant) {
        BsonDateTime date = BsonValues.instant(instant);
        return new BsonDocument("$literal", date);
    }

    private BsonDocument change(TenantCollection collection, Bson condition, List<BsonDocument> update) {
        return counters.change(collection, condition, update).orElseThrow(TenantMovedException::new);
    }

    private BsonDocument change(TenantCollection collection, Bson condition, Bson update) {
        return counters.change(collection, condition, update).orElseThrow(TenantMovedException::new);
    }

    /** The notes are read before the list of writes: a write whose notes are among them and that is not in the list has ended. */
    @Override
    public List<Value> take(TenantScope scope, int limit) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.make(() -> {
            counters.present(collection);
            List<BsonDocument> read =
                    notes.read(collection, counters.openWrites().underWay(collection), limit);
            List<BsonValue> underWay = counters.openWrites().underWay(collection);
            List<BsonDocument> ended = read.stream()
                    .filter(note -> !underWay.contains(ChangeNotes.writeOf(note)))
                    .toList();
            Set<BsonValue> ids = new LinkedHashSet<>();
            ended.forEach(note -> ids.add(ChangeNotes.idIn(note)));
            notes.remove(ended);
            return ids.stream().map(BsonMapping::value).toList();
        });
    }

    @Override
    public void unwatch(TenantScope scope) {
        TenantCollection collection = TenantCollection.of(scope);
        run(() -> {
            counters.present(collection);
            change(collection, empty(), Updates.unset(WATCH));
            notes.removeAll(collection.incarnation());
        });
    }

    @Override
    public void close(TenantScope scope, long version) {
        TenantCollection collection = TenantCollection.of(scope);
        run(() -> {
            counters.present(collection);
            change(collection, empty(), Updates.max(UsageCounters.CLOSED, new BsonInt64(version)));
            Deadline.in(timeout)
                    .await(
                            "a write",
                            () -> counters.openWrites().underWay(collection).isEmpty()
                                    && interrupted.settle(collection));
        });
    }

    @Override
    public void reopen(TenantScope scope, long version) {
        TenantCollection collection = TenantCollection.of(scope);
        run(() -> {
            counters.present(collection);
            counters.change(collection, lte(UsageCounters.CLOSED, version), Updates.unset(UsageCounters.CLOSED));
        });
    }

    private void run(Runnable call) {
        calls.make(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }
}
