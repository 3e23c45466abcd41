package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Usage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;

/** Documents to be inserted, as they are stored. */
final class StoredBatch {

    /** What goes into one command, which may be little more than 16 MB; a document of its own may be larger. */
    private static final long BYTES_AT_ONCE = 8 * 1024 * 1024;

    private final List<Document> whole;
    private final List<BsonDocument> documents;
    private final List<BsonDocument> stored;
    private final List<Long> sizes;

    StoredBatch(List<Document> documents) {
        this.whole = documents;
        this.documents = documents.stream().map(ToBson::document).toList();
        this.stored = this.documents;
        this.sizes = documents.stream().map(DocumentSize::of).toList();
    }

    private StoredBatch(StoredBatch batch, List<BsonDocument> stored) {
        this.whole = batch.whole;
        this.documents = batch.documents;
        this.stored = stored;
        this.sizes = batch.sizes;
    }

    /** The same as its collection stores it. */
    StoredBatch in(StoredForms forms, TenantCollection collection, BsonObjectId write, Begun begun)
            throws StoredForms.ParallelArraysException {
        return new StoredBatch(this, forms.of(collection, write, begun, whole, documents));
    }

    int size() {
        return documents.size();
    }

    Usage usage() {
        return new Usage(size(), sizes.stream().mapToLong(Long::longValue).sum());
    }

    List<BsonValue> ids() {
        return documents.stream().map(document -> document.get("_id")).toList();
    }

    List<BsonDocument> documents(int from, int end) {
        return stored.subList(from, end);
    }

    BsonDocument document(int position) {
        return documents.get(position);
    }

    /** The first document whose id stands in the batch before it, or is one of these. */
    OptionalInt firstTaken(List<BsonValue> taken) {
        Set<BsonValue> seen = new HashSet<>(taken);
        List<BsonValue> ids = ids();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Where a command has to end that begins with this document. */
    int endOfCommand(int from) {
        long bytes = 0;
        int end = from;
        while (end < size() && (end == from || bytes + sizes.get(end) <= BYTES_AT_ONCE)) {
            bytes += sizes.get(end);
            end++;
        }
        return end;
    }

    /** The command that inserts some of them, in order, up to the first that is refused. */
    BsonDocument command(int from, int end) {
        return BsonDocument.parse("{insert: 1, ordered: true}")
                .append("documents", new BsonArray(List.copyOf(stored.subList(from, end))));
    }

    /** The ids before a position. */
    List<BsonValue> idsBefore(int position) {
        return new ArrayList<>(ids().subList(0, position));
    }
}
