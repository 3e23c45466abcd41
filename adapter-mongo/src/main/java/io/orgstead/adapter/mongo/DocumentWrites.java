package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;

/** Writes on one document that is there, each a single atomic step of the server. */
final class DocumentWrites {

    private final TenantCommands commands;
    private final HiddenMarkers markers;
    private final UsageCounters counters;
    private final ChangeNotes notes;
    private final StoredForms forms;
    private final WriteRefusals refusals;

    DocumentWrites(TenantParts parts) {
        this.commands = parts.commands();
        this.markers = parts.markers();
        this.counters = parts.counters();
        this.notes = parts.notes();
        this.forms = parts.forms();
        this.refusals = parts.refusals();
    }

    ReplaceOutcome replace(TenantCollection collection, Document expected, Document replacement, Quota quota) {
        BsonDocument plain = ToBson.document(replacement);
        long growth = DocumentSize.of(replacement) - DocumentSize.of(expected);
        BsonObjectId write = new BsonObjectId();
        Usage added = new Usage(0, Math.max(0, growth));
        Begun begun = counters.begin(collection, write, false, added, quota);
        if (begun.full().isPresent()) {
            return new ReplaceOutcome.QuotaReached(begun.full().get());
        }
        BsonDocument next;
        try {
            next = forms.of(collection, write, begun, List.of(replacement), List.of(plain))
                    .get(0);
        } catch (StoredForms.ParallelArraysException e) {
            counters.end(collection, write, added);
            return new ReplaceOutcome.ParallelArrays(e.index());
        } catch (InvalidValueException e) {
            counters.end(collection, write, added);
            throw e;
        }
        note(begun, collection, write, expected);
        BsonDocument statement = new BsonDocument("q", still(collection, expected))
                .append("u", next)
                .append("multi", BsonBoolean.FALSE)
                .append("upsert", BsonBoolean.FALSE)
                .append("collation", TenantCommands.SIMPLE);
        BsonDocument command = BsonDocument.parse("{update: 1}").append("updates", new BsonArray(List.of(statement)));
        WriteResult result =
                orRelease(collection, write, added, () -> commands.writeAsIs(collection, command, List.of(next)));
        boolean replaced = result.refusal().isEmpty() && result.count() == 1;
        counters.end(collection, write, replaced ? new Usage(0, Math.max(0, -growth)) : added);
        return result.refusal()
                .map(refusal -> refusals.ofReplace(collection, begun, refusal, plain))
                .orElseGet(() -> replaced ? new ReplaceOutcome.Replaced() : new ReplaceOutcome.Stale());
    }

    boolean delete(TenantCollection collection, Document expected) {
        BsonObjectId write = new BsonObjectId();
        Begun begun = counters.begin(collection, write, false, Usage.NONE, Quota.UNLIMITED);
        note(begun, collection, write, expected);
        BsonDocument statement = new BsonDocument("q", still(collection, expected))
                .append("limit", new BsonInt32(1))
                .append("collation", TenantCommands.SIMPLE);
        BsonDocument command = BsonDocument.parse("{delete: 1}").append("deletes", new BsonArray(List.of(statement)));
        WriteResult result = orRelease(collection, write, Usage.NONE, () -> commands.write(collection, command));
        result.requireNoRefusal();
        boolean gone = result.count() == 1;
        counters.end(collection, write, gone ? new Usage(1, DocumentSize.of(expected)) : Usage.NONE);
        return gone;
    }

    private void note(Begun begun, TenantCollection collection, BsonObjectId write, Document changed) {
        if (begun.watched()) {
            notes.add(collection, write, List.of(ToBson.value(changed.id())));
        }
    }

    /** Where nothing can be written, nothing is reserved. */
    private WriteResult orRelease(
            TenantCollection collection, BsonObjectId write, Usage reserved, Supplier<WriteResult> command) {
        try {
            return command.get();
        } catch (TenantMovedException e) {
            counters.end(collection, write, reserved);
            throw e;
        }
    }

    private BsonDocument still(TenantCollection collection, Document expected) {
        return FilterTranslation.all(
                List.of(markers.condition(collection), StillTheSame.as(expected, collection.layout())));
    }
}
