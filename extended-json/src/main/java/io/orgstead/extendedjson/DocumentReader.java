package io.orgstead.extendedjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.orgstead.domain.data.Document;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents one by one, so that no more than one is in memory: the items of an array, or one document, or several
 * one after another. For one thread at a time. After an exception nothing more can be read.
 */
public final class DocumentReader implements Closeable {

    private final JsonParser parser;
    private final ValueReader values;
    private boolean begun;
    private boolean inArray;
    private long count;

    DocumentReader(JsonParser parser) {
        this.parser = parser;
        this.values = new ValueReader(parser, false);
    }

    /**
     * Reads the next document.
     *
     * @return empty at the end
     * @throws IOException if the text cannot be read; {@link JsonSyntaxException} if it is not JSON
     * @throws io.orgstead.domain.failure.InvalidValueException if something else than a document comes next, or what comes is
     *     not in Extended JSON. The message begins with the document's place, such as {@code [3].born}, but for a single
     *     document that is not in an array
     */
    public Optional<Document> next() throws IOException {
        @Nullable JsonToken token = values.nextToken();
        if (!begun) {
            begun = true;
            if (token == JsonToken.START_ARRAY) {
                inArray = true;
                token = values.nextToken();
            }
        }
        if (inArray && token == JsonToken.END_ARRAY) {
            values.requireEnd();
            return Optional.empty();
        }
        if (token == null) {
            return Optional.empty();
        }
        String path = inArray || count > 0 ? "[" + count + "]" : "";
        count++;
        return Optional.of(ValueReader.document(values.readCurrent(path), path));
    }

    /**
     * Whether the documents are in an array.
     *
     * @return false before the first call of {@link #next}
     */
    public boolean isArray() {
        return inArray;
    }

    /**
     * How many documents were read, or begun.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /** Closes what the documents are read from. */
    @Override
    public void close() throws IOException {
        parser.close();
    }
}
