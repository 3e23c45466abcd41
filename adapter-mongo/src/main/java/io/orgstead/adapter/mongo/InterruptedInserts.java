package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.TenantMovedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;

/** Takes back batches whose writers died, and sets counters right that dead writers have left. */
final class InterruptedInserts {

    private final TenantCommands commands;
    private final CollectionCatalog catalog;
    private final UsageCounters counters;
    private final InsertIntents intents;
    private final ChangeNotes notes;

    InterruptedInserts(
            TenantCommands commands,
            CollectionCatalog catalog,
            UsageCounters counters,
            InsertIntents intents,
            ChangeNotes notes) {
        this.commands = commands;
        this.catalog = catalog;
        this.counters = counters;
        this.intents = intents;
        this.notes = notes;
    }

    /** Takes back those of whom nothing has been heard since then; tells how many. */
    int undo(Instant silentSince, int limit) {
        int undone = 0;
        for (BsonDocument intent : intents.silentSince(silentSince, limit)) {
            if (undo(intent)) {
                undone++;
            }
        }
        for (BsonDocument counter : counters.doubtful(silentSince, limit)) {
            recount(counter, silentSince);
        }
        return undone;
    }

    /** Takes back those that an id is in and whose writers are dead for sure; tells whether there were any. */
    boolean undoStale(TenantCollection collection, BsonValue id) {
        boolean any = false;
        for (BsonDocument intent : intents.staleOver(collection, id)) {
            any |= undo(intent);
        }
        return any;
    }

    /** Takes back those of a collection whose writers are dead for sure; tells whether none is under way then. */
    boolean settle(TenantCollection collection) {
        intents.stale(collection).forEach(this::undo);
        return intents.of(collection).isEmpty();
    }

    private boolean undo(BsonDocument intent) {
        TenantCollection collection = InsertIntents.collectionOf(intent);
        if (intents.forgetUnwritten(intent)) {
            counters.suspect(collection);
            return true;
        }
        if (!intents.takeOver(intent)) {
            return false;
        }
        List<BsonValue> own = intents.ownIds(intent);
        if (!own.isEmpty()) {
            whereItIs(collection, found -> {
                DocumentRemovals.delete(commands, found, DocumentInserts.anyOf(found, own));
                return true;
            });
            if (counters.openWrites().isWatched(collection)) {
                notes.add(collection, new BsonObjectId(), own);
            }
        }
        intents.forget(intent);
        counters.suspect(collection);
        return true;
    }

    private void recount(BsonDocument counter, Instant silentSince) {
        Optional<TenantCollection> collection = UsageCounters.collectionOf(counter);
        collection.ifPresent(named -> {
            boolean there = whereItIs(named, found -> {
                counters.recount(found, counter, silentSince);
                return true;
            });
            if (!there && !named.isPlaced()) {
                counters.remove(named.incarnation());
            }
        });
    }

    /** Does something to a collection, which may have another name by now; false if it is gone. */
    private boolean whereItIs(TenantCollection collection, Predicate<TenantCollection> action) {
        try {
            return action.test(collection);
        } catch (TenantMovedException e) {
            return !collection.isPlaced()
                    && catalog.nameOf(collection.incarnation())
                            .map(collection::named)
                            .filter(action)
                            .isPresent();
        }
    }
}
