package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;

/** Documents as they are stored: as they are, or with whose they are and their entries in its indexes. */
final class StoredForms {

    private final UsageCounters counters;

    StoredForms(UsageCounters counters) {
        this.counters = counters;
    }

    /** A document that an index cannot hold. */
    static final class ParallelArraysException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int position;
        private final String index;

        private ParallelArraysException(int position, String index) {
            super(null, null, false, false);
            this.position = position;
            this.index = index;
        }

        int position() {
            return position;
        }

        String index() {
            return index;
        }
    }

    /**
     * The stored forms of some documents, for a write that has begun.
     *
     * @param plain the same documents in BSON
     */
    List<BsonDocument> of(
            TenantCollection collection,
            BsonObjectId write,
            Begun begun,
            List<Document> documents,
            List<BsonDocument> plain)
            throws ParallelArraysException {
        if (!(collection.layout() instanceof SharedLayout layout)) {
            return plain;
        }
        List<BsonDocument> stored = new ArrayList<>();
        Set<Integer> multikey = new HashSet<>();
        for (int i = 0; i < plain.size(); i++) {
            BsonDocument form = layout.stored(plain.get(i), write);
            try {
                SharedEntries entries = SharedEntries.of(documents.get(i), begun.indexes());
                entries.addTo(form);
                multikey.addAll(entries.multikey());
            } catch (SharedEntries.ParallelArraysException e) {
                throw new ParallelArraysException(i, e.index());
            }
            stored.add(form);
        }
        begun.indexes().stream()
                .filter(index -> !index.multikey() && multikey.contains(index.number()))
                .forEach(index -> counters.markMultikey(collection, index));
        return stored;
    }
}
