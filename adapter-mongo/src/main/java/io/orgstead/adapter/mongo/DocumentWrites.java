package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.Usage;
import java.util.List;
import java.util.Optional;
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
    private final WriteRefusals refusals;

    DocumentWrites(TenantCommands commands, HiddenMarkers markers, UsageCounters counters, WriteRefusals refusals) {
        this.commands = commands;
        this.markers = markers;
        this.counters = counters;
        this.refusals = refusals;
    }

    ReplaceOutcome replace(TenantCollection collection, Document expected, Document replacement, Quota quota) {
        BsonDocument next = ToBson.document(replacement);
        long growth = DocumentSize.of(replacement) - DocumentSize.of(expected);
        BsonObjectId write = new BsonObjectId();
        Usage added = new Usage(0, Math.max(0, growth));
        Optional<Usage> full = counters.begin(collection, write, false, added, quota);
        if (full.isPresent()) {
            return new ReplaceOutcome.QuotaReached(full.get());
        }
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
                .map(refusal -> refusals.ofReplace(collection, refusal, next))
                .orElseGet(() -> replaced ? new ReplaceOutcome.Replaced() : new ReplaceOutcome.Stale());
    }

    boolean delete(TenantCollection collection, Document expected) {
        BsonObjectId write = new BsonObjectId();
        counters.begin(collection, write, false, Usage.NONE, Quota.UNLIMITED);
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
        return FilterTranslation.all(List.of(markers.condition(collection), StillTheSame.as(expected)));
    }
}
