package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;

/** Inserts all documents of a batch or none, without transactions. The reasoning is in ADR 0022. */
final class DocumentInserts {

    private final TenantCommands commands;
    private final HiddenMarkers markers;
    private final UsageCounters counters;
    private final InsertIntents intents;
    private final ChangeNotes notes;
    private final StoredForms forms;
    private final InterruptedInserts interrupted;
    private final WriteRefusals refusals;

    DocumentInserts(TenantParts parts, InterruptedInserts interrupted) {
        this.commands = parts.commands();
        this.markers = parts.markers();
        this.counters = parts.counters();
        this.intents = parts.intents();
        this.notes = parts.notes();
        this.forms = parts.forms();
        this.interrupted = interrupted;
        this.refusals = parts.refusals();
    }

    InsertOutcome insert(TenantCollection collection, List<Document> documents, Quota quota) {
        StoredBatch batch = new StoredBatch(documents);
        OptionalInt taken = batch.firstTaken(markers.ids(collection));
        if (taken.isPresent()) {
            return new InsertOutcome.IdTaken(taken.getAsInt());
        }
        InsertOutcome outcome = tryInsert(collection, batch, quota);
        // Whoever makes an insert again whose first attempt died must not be told that what is left of it is in the
        // way.
        return outcome instanceof InsertOutcome.IdTaken id
                        && interrupted.undoStale(collection, batch.ids().get(id.position()))
                ? tryInsert(collection, batch, quota)
                : outcome;
    }

    private InsertOutcome tryInsert(TenantCollection collection, StoredBatch batch, Quota quota) {
        BsonObjectId write = new BsonObjectId();
        Begun begun = counters.begin(collection, write, batch.size() > 1, batch.usage(), quota);
        if (begun.full().isPresent()) {
            return new InsertOutcome.QuotaReached(begun.full().get());
        }
        StoredBatch stored;
        try {
            stored = batch.in(forms, collection, write, begun);
        } catch (StoredForms.ParallelArraysException e) {
            counters.end(collection, write, batch.usage());
            return new InsertOutcome.ParallelArrays(e.position(), e.index());
        } catch (InvalidValueException e) {
            counters.end(collection, write, batch.usage());
            throw e;
        }
        if (begun.watched()) {
            notes.add(collection, write, batch.ids());
        }
        return batch.size() == 1
                ? insertOne(collection, stored, write, begun)
                : insertMany(collection, stored, write, begun);
    }

    /** Where nothing can be written, nothing is reserved. */
    private <T> T orRelease(TenantCollection collection, StoredBatch batch, BsonObjectId write, Supplier<T> first) {
        try {
            return first.get();
        } catch (TenantMovedException e) {
            if (batch.size() > 1) {
                require(intents.remove(write));
            }
            counters.end(collection, write, batch.usage());
            throw e;
        }
    }

    private Optional<WriteResult.Refusal> write(TenantCollection collection, StoredBatch batch, int from, int end) {
        return commands.writeAsIs(collection, batch.command(from, end), batch.documents(from, end))
                .refusal();
    }

    private InsertOutcome insertOne(TenantCollection collection, StoredBatch batch, BsonObjectId write, Begun begun) {
        Optional<WriteResult.Refusal> refusal =
                orRelease(collection, batch, write, () -> write(collection, batch, 0, 1));
        if (refusal.isPresent()) {
            counters.end(collection, write, batch.usage());
            return refusals.ofInsert(collection, begun, refusal.get(), 0, batch.document(0));
        }
        if (counters.end(collection, write, Usage.NONE)) {
            requireKept(collection, batch, write);
        }
        return new InsertOutcome.Inserted();
    }

    private InsertOutcome insertMany(TenantCollection collection, StoredBatch batch, BsonObjectId write, Begun begun) {
        List<BsonValue> ids = batch.ids();
        intents.announce(write, collection, ids);
        OptionalInt taken = batch.firstTaken(orRelease(collection, batch, write, () -> present(collection, ids)));
        if (taken.isPresent()) {
            giveUp(collection, batch, write);
            return new InsertOutcome.IdTaken(taken.getAsInt());
        }
        require(intents.proceed(write));
        int end = batch.endOfCommand(0);
        Optional<InsertOutcome> refused =
                orRelease(collection, batch, write, () -> insertFrom(collection, batch, write, begun, 0));
        while (refused.isEmpty() && end < batch.size()) {
            require(intents.renew(write));
            int from = end;
            refused = halfway(() -> insertFrom(collection, batch, write, begun, from));
            end = batch.endOfCommand(from);
        }
        if (refused.isPresent()) {
            return refused.get();
        }
        requireKept(collection, batch, write);
        require(intents.remove(write));
        counters.end(collection, write, Usage.NONE);
        return new InsertOutcome.Inserted();
    }

    private Optional<InsertOutcome> insertFrom(
            TenantCollection collection, StoredBatch batch, BsonObjectId write, Begun begun, int from) {
        Optional<WriteResult.Refusal> refusal = write(collection, batch, from, batch.endOfCommand(from));
        if (refusal.isEmpty()) {
            return Optional.empty();
        }
        int position = from + refusal.get().position();
        takeBack(collection, batch.idsBefore(position));
        giveUp(collection, batch, write);
        return Optional.of(refusals.ofInsert(collection, begun, refusal.get(), position, batch.document(position)));
    }

    /** A batch that is half there when its collection moves is taken back by others, who look where that is. */
    private static <T> T halfway(Supplier<T> step) {
        try {
            return step.get();
        } catch (TenantMovedException e) {
            throw new StoreUnavailableException(e);
        }
    }

    /** Those of the ids under which there are documents. */
    private List<BsonValue> present(TenantCollection collection, List<BsonValue> ids) {
        BsonDocument command = BsonDocument.parse("{find: 1}")
                .append("projection", collection.layout().ids())
                .append("filter", anyOf(collection, ids));
        return commands.read(collection, command, ids.size()).documents().stream()
                .map(document -> document.get("_id"))
                .toList();
    }

    static BsonDocument anyOf(TenantCollection collection, List<BsonValue> ids) {
        return collection.layout().where("_id", new BsonDocument("$in", new BsonArray(ids)));
    }

    /** An ordered insert that is refused has inserted what stands before the refused document, and nothing else. */
    private void takeBack(TenantCollection collection, List<BsonValue> own) {
        int gone = own.isEmpty()
                ? 0
                : halfway(() -> DocumentRemovals.delete(commands, collection, anyOf(collection, own)));
        if (gone < own.size()) {
            // Somebody has seen and removed some of them already, and counted that.
            counters.suspect(collection);
        }
    }

    private void giveUp(TenantCollection collection, StoredBatch batch, BsonObjectId write) {
        require(intents.remove(write));
        counters.end(collection, write, batch.usage());
    }

    /** Others who take back a batch with the same ids must not take these documents, and must not have done so. */
    private void requireKept(TenantCollection collection, StoredBatch batch, BsonObjectId write) {
        boolean endangered = intents.protect(write, collection, batch.ids());
        List<BsonValue> kept = halfway(() -> present(collection, batch.ids()));
        require(!endangered && kept.size() == batch.size());
    }

    /** Fails where others have taken this writer for dead: they settle what becomes of its documents. */
    private static void require(boolean alive) {
        if (!alive) {
            throw new StoreUnavailableException(
                    new IllegalStateException("an insert was overtaken by others who took it for dead"));
        }
    }
}
