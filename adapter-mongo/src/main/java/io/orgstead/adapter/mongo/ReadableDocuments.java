package io.orgstead.adapter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The results of searches by recovery. A document that cannot be read is left out, and the log says so once: it must not
 * keep recovery from all others. Whoever asks for that document itself gets to know. Safe for use by any number of
 * threads.
 */
final class ReadableDocuments<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadableDocuments.class);

    /** Beyond that many the log says no more. */
    private static final int MOST_REPORTED = 100;

    private final Function<BsonDocument, T> reader;
    private final Set<BsonValue> reported = ConcurrentHashMap.newKeySet();

    ReadableDocuments(Function<BsonDocument, T> reader) {
        this.reader = reader;
    }

    List<T> in(FindIterable<BsonDocument> found, int limit) {
        List<T> readable = new ArrayList<>();
        try (MongoCursor<BsonDocument> cursor = found.batchSize(limit).cursor()) {
            while (readable.size() < limit && cursor.hasNext()) {
                read(cursor.next()).ifPresent(readable::add);
            }
        }
        return List.copyOf(readable);
    }

    private Optional<T> read(BsonDocument document) {
        try {
            return Optional.of(reader.apply(document));
        } catch (UnreadableDocumentException leftOut) {
            if (reported.size() < MOST_REPORTED && reported.add(document.get("_id", BsonNull.VALUE))) {
                LOG.warn("Recovery leaves a document out: {}", leftOut.getMessage());
            }
            return Optional.empty();
        }
    }
}
