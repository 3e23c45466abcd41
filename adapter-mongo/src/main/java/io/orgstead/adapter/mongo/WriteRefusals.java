package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexKeys;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.ReplaceOutcome;
import org.bson.BsonDocument;

/** What it means when the server refuses a document. */
final class WriteRefusals {

    private final TenantIndexCatalog indexes;

    WriteRefusals(TenantIndexCatalog indexes) {
        this.indexes = indexes;
    }

    InsertOutcome ofInsert(
            TenantCollection collection,
            Begun begun,
            WriteResult.Refusal refusal,
            int position,
            BsonDocument document) {
        return switch (refusal.code()) {
            case ServerErrors.DUPLICATE_KEY ->
                IndexNames.isOfIds(refusal.index())
                        ? new InsertOutcome.IdTaken(position)
                        : new InsertOutcome.IndexViolated(position, shown(begun, refusal));
            case ServerErrors.CANNOT_INDEX_PARALLEL_ARRAYS, ServerErrors.AMBIGUOUS_NUMBER_IN_PATH ->
                new InsertOutcome.ParallelArrays(position, parallel(collection, document));
            default -> throw refusal.unexpected();
        };
    }

    ReplaceOutcome ofReplace(
            TenantCollection collection, Begun begun, WriteResult.Refusal refusal, BsonDocument document) {
        return switch (refusal.code()) {
            case ServerErrors.DUPLICATE_KEY -> new ReplaceOutcome.IndexViolated(shown(begun, refusal));
            case ServerErrors.CANNOT_INDEX_PARALLEL_ARRAYS, ServerErrors.AMBIGUOUS_NUMBER_IN_PATH ->
                new ReplaceOutcome.ParallelArrays(parallel(collection, document));
            default -> throw refusal.unexpected();
        };
    }

    /** An index of another program has the name that it has. */
    private static String shown(Begun begun, WriteResult.Refusal refusal) {
        if (refusal.index().equals(SharedSchema.UNIQUE_INDEX)) {
            int number = refusal.number();
            return begun.indexes().stream()
                    .filter(index -> index.number() == number)
                    .map(index -> index.definition().name())
                    .findFirst()
                    .orElse("");
        }
        return IndexNames.shown(refusal.index()).orElseGet(refusal::index);
    }

    /** The server names the fields, not the index. */
    private String parallel(TenantCollection collection, BsonDocument stored) {
        Document document = BsonMapping.document(stored);
        return indexes.list(collection).stream()
                .filter(index -> IndexKeys.of(index, document).isEmpty())
                .map(IndexDefinition::name)
                .findFirst()
                .orElse("");
    }
}
