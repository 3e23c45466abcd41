package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Updates;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * The indexes of organizations that share a collection. What they are stands in the counter that every write begins with, so that
 * each writer knows of them. One at a time is changed: built, over the documents that were there before, or taken back; who dies
 * with that leaves it to others, who take it back. The reasoning is in ADR 0026.
 */
final class SharedIndexes {

    /** Who is changing an index. */
    private static final String CHANGE = "index_change";

    static final String CHANGED_AT = CHANGE + ".at";

    private static final String CHANGER = CHANGE + ".by";

    /** Counts changes of the list, and gives each index its number. */
    private static final String NEXT = "next_index";

    private static final String STATES = UsageCounters.INDEXES + ".$." + SharedIndex.STATE;

    private static final BsonDocument IS_SILENT = BsonDocument.parse("{$expr: {$lt: ['$" + CHANGED_AT
            + "', {$subtract: ['$$NOW', {$literal: " + OpenWrites.STALE_MILLIS + "}]}]}}");

    private final UsageCounters counters;
    private final SharedBackfill backfill;
    private final Duration patience;
    private final Duration buildLimit;

    SharedIndexes(UsageCounters counters, SharedBackfill backfill, Duration patience, Duration buildLimit) {
        this.counters = counters;
        this.backfill = backfill;
        this.patience = patience;
        this.buildLimit = buildLimit;
    }

    List<IndexDefinition> list(TenantCollection collection) {
        return counters.indexes(collection).stream()
                .filter(SharedIndex::isReady)
                .map(SharedIndex::definition)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    IndexOutcome create(
            TenantCollection collection,
            IndexDefinition index,
            Function<List<IndexDefinition>, Optional<IndexOutcome>> before) {
        Deadline deadline = Deadline.in(patience);
        while (true) {
            BsonDocument counter = settled(collection, deadline);
            Optional<IndexOutcome> known = before.apply(UsageCounters.indexesIn(counter).stream()
                    .map(SharedIndex::definition)
                    .toList());
            if (known.isPresent()) {
                return known.get();
            }
            BsonObjectId builder = new BsonObjectId();
            SharedIndex wish = new SharedIndex((int) next(counter), index, SharedIndex.State.BUILDING, false);
            Optional<BsonDocument> entered = counters.change(
                    collection,
                    and(asRead(counter), exists(UsageCounters.CLOSED, false), exists(CHANGE, false)),
                    Updates.combine(
                            Updates.push(UsageCounters.INDEXES, wish.stored()),
                            Updates.inc(NEXT, 1L),
                            Updates.set(CHANGER, builder),
                            Updates.currentDate(CHANGED_AT)));
            if (entered.isPresent()) {
                return build(collection, wish, builder);
            }
        }
    }

    /** The counter at a moment when nobody changes an index; what the dead have left is taken back first. */
    private BsonDocument settled(TenantCollection collection, Deadline deadline) {
        counters.requireOpen(collection);
        deadline.await("another change of an index", () -> {
            if (!counters.present(collection).containsKey(CHANGE)) {
                return true;
            }
            heal(collection);
            return false;
        });
        BsonDocument counter = counters.present(collection);
        if (counter.containsKey(UsageCounters.CLOSED)) {
            throw new TenantMovedException();
        }
        return counter;
    }

    private static long next(BsonDocument counter) {
        return counter.getNumber(NEXT, new BsonInt64(0)).longValue();
    }

    private static Bson asRead(BsonDocument counter) {
        return counter.containsKey(NEXT) ? eq(NEXT, counter.get(NEXT)) : exists(NEXT, false);
    }

    private IndexOutcome build(TenantCollection collection, SharedIndex index, BsonObjectId builder) {
        Deadline deadline = Deadline.in(buildLimit);
        try {
            awaitWriters(collection, deadline);
            Optional<IndexOutcome> refusal =
                    backfill.entries(collection, index, () -> requireAlive(collection, builder, deadline));
            if (refusal.isPresent()) {
                takeBack(collection, index, builder, deadline);
                return refusal.get();
            }
            if (index.definition().expireAfter().isPresent()) {
                require(collection, builder, becoming(index, SharedIndex.State.EXPIRING));
                awaitWriters(collection, deadline);
                backfill.expiry(collection, () -> requireAlive(collection, builder, deadline));
                counters.setExpiring(collection, true);
            }
        } catch (InvalidValueException e) {
            takeBack(collection, index, builder, deadline);
            throw e;
        }
        Optional<BsonDocument> ready = counters.change(
                collection,
                and(eq(CHANGER, builder), exists(UsageCounters.CLOSED, false), has(index)),
                Updates.combine(
                        Updates.set(STATES, SharedIndex.stored(SharedIndex.State.READY)), Updates.unset(CHANGE)));
        if (ready.isEmpty()) {
            takeBack(collection, index, builder, deadline);
            throw new TenantMovedException();
        }
        return IndexOutcome.PRESENT;
    }

    private static Bson has(SharedIndex index) {
        return elemMatch(UsageCounters.INDEXES, eq(SharedIndex.NUMBER, index.number()));
    }

    private void awaitWriters(TenantCollection collection, Deadline deadline) {
        Set<BsonValue> before = Set.copyOf(counters.openWrites().underWay(collection));
        deadline.await(
                "a write",
                () -> counters.openWrites().underWay(collection).stream().noneMatch(before::contains));
    }

    private void requireAlive(TenantCollection collection, BsonObjectId changer, Deadline deadline) {
        if (deadline.isOver()) {
            throw Deadline.tooLate("the change of an index");
        }
        require(collection, changer, new Step(empty(), Updates.currentDate(CHANGED_AT)));
    }

    /** A step of who changes an index. */
    private record Step(Bson condition, Bson update) {}

    private static Step becoming(SharedIndex index, SharedIndex.State state) {
        return new Step(
                has(index),
                Updates.combine(Updates.set(STATES, SharedIndex.stored(state)), Updates.currentDate(CHANGED_AT)));
    }

    private void require(TenantCollection collection, BsonObjectId changer, Step step) {
        if (counters.change(collection, and(eq(CHANGER, changer), step.condition()), step.update())
                .isEmpty()) {
            throw new StoreUnavailableException(
                    new IllegalStateException("the change of an index was overtaken by others who took it for dead"));
        }
    }

    boolean drop(TenantCollection collection, String name) {
        Deadline deadline = Deadline.in(patience);
        while (true) {
            BsonDocument counter = settled(collection, deadline);
            Optional<SharedIndex> index = UsageCounters.indexesIn(counter).stream()
                    .filter(known -> known.definition().name().equals(name))
                    .findFirst();
            if (index.isEmpty()) {
                return false;
            }
            BsonObjectId changer = new BsonObjectId();
            Optional<BsonDocument> begun = counters.change(
                    collection,
                    and(asRead(counter), exists(UsageCounters.CLOSED, false), exists(CHANGE, false), has(index.get())),
                    Updates.combine(
                            Updates.set(STATES, SharedIndex.stored(SharedIndex.State.DROPPING)),
                            Updates.inc(NEXT, 1L),
                            Updates.set(CHANGER, changer),
                            Updates.currentDate(CHANGED_AT)));
            if (begun.isPresent()) {
                takeBack(collection, index.get(), changer, Deadline.in(buildLimit));
                return true;
            }
        }
    }

    /**
     * Removes an index. The entries stay in the documents until these change, for nothing asks for their number again; but by when
     * they expire they would.
     */
    private void takeBack(TenantCollection collection, SharedIndex index, BsonObjectId changer, Deadline deadline) {
        if (index.definition().expireAfter().isPresent()) {
            require(collection, changer, becoming(index, SharedIndex.State.DROPPING));
            awaitWriters(collection, deadline);
            backfill.expiry(collection, () -> requireAlive(collection, changer, deadline));
        }
        Optional<BsonDocument> left = counters.change(
                collection,
                eq(CHANGER, changer),
                Updates.combine(
                        Updates.pull(UsageCounters.INDEXES, new BsonDocument(SharedIndex.NUMBER, number(index))),
                        Updates.inc(NEXT, 1L),
                        Updates.unset(CHANGE)));
        boolean expiring = left.isPresent()
                && UsageCounters.indexesIn(left.get()).stream()
                        .anyMatch(other -> other.definition().expireAfter().isPresent());
        if (!expiring && index.definition().expireAfter().isPresent()) {
            counters.setExpiring(collection, false);
        }
    }

    private static BsonValue number(SharedIndex index) {
        return index.stored().getInt32(SharedIndex.NUMBER);
    }

    /** Takes back what a dead one has left half done, if there is any. */
    void heal(TenantCollection collection) {
        BsonObjectId healer = new BsonObjectId();
        Optional<BsonDocument> taken = counters.change(
                collection,
                and(exists(CHANGE), IS_SILENT),
                Updates.combine(Updates.set(CHANGER, healer), Updates.currentDate(CHANGED_AT)));
        if (taken.isEmpty()) {
            return;
        }
        Deadline deadline = Deadline.in(buildLimit);
        List<SharedIndex> half = UsageCounters.indexesIn(taken.get()).stream()
                .filter(index -> !index.isReady())
                .toList();
        half.forEach(index -> takeBack(collection, index, healer, deadline));
        if (half.isEmpty()) {
            counters.change(collection, eq(CHANGER, healer), Updates.unset(CHANGE));
        }
    }

    /**
     * Takes back what the dead have left half done, of at most so many organizations.
     *
     * @param now the present, by which they are looked for; whether one is dead its server says
     */
    void healAll(Instant now, int limit) {
        Instant silent = now.minusMillis(OpenWrites.STALE_MILLIS);
        counters.meeting(lt(CHANGED_AT, BsonValues.instant(silent)), limit).forEach(this::heal);
    }
}
