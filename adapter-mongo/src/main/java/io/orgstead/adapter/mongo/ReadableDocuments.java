package io.orgstead.adapter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;

/**
 * The result of a search by recovery. A document that cannot be read is left out: it must not keep recovery from all
 * others. Whoever asks for that document itself gets to know.
 */
final class ReadableDocuments {

    private ReadableDocuments() {}

    static <T> List<T> of(FindIterable<BsonDocument> found, Function<BsonDocument, T> reader, int limit) {
        List<T> readable = new ArrayList<>();
        try (MongoCursor<BsonDocument> cursor = found.batchSize(limit).cursor()) {
            while (readable.size() < limit && cursor.hasNext()) {
                read(cursor.next(), reader).ifPresent(readable::add);
            }
        }
        return List.copyOf(readable);
    }

    private static <T> Optional<T> read(BsonDocument document, Function<BsonDocument, T> reader) {
        try {
            return Optional.of(reader.apply(document));
        } catch (UnreadableDocumentException leftOut) {
            return Optional.empty();
        }
    }
}
