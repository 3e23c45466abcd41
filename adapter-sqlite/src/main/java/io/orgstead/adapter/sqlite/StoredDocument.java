package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.util.Optional;
import java.util.Set;

/** Documents and their ids as the text that is stored. */
final class StoredDocument {

    private StoredDocument() {}

    /** The {@code _id} alone, as it is in the column of ids. */
    static String id(Value id) {
        return ExtendedJson.writeLossless(id);
    }

    /** An id of the column of ids. */
    static Value readId(String id) throws UnreadableRowException {
        try {
            return ExtendedJson.readValue(id);
        } catch (JsonSyntaxException | InvalidValueException e) {
            throw new UnreadableRowException("of an id", "unknown", new InvalidValueException("it is not JSON"));
        }
    }

    static String text(Document document) {
        return ExtendedJson.writeLossless(document);
    }

    /**
     * A document of its row.
     *
     * @throws UnreadableRowException if it is none, or its {@code _id} is another than the row's
     */
    static Document read(String table, String id, String text) throws UnreadableRowException {
        try {
            Document document = ExtendedJson.readStored(text);
            Optional<Value> own = document.get(Document.ID);
            if (own.isPresent() && id(own.get()).equals(id)) {
                return document;
            }
            Value stored = ExtendedJson.readValue(id);
            if (own.isPresent() && !own.get().equals(stored)) {
                throw new InvalidValueException("the _id in it is another");
            }
            // Another program may leave the _id out of the document.
            return document.withId(stored);
        } catch (JsonSyntaxException e) {
            throw new UnreadableRowException(table, "of a document", new InvalidValueException("it is not JSON"));
        } catch (InvalidValueException e) {
            throw new UnreadableRowException(table, "of a document", e);
        }
    }

    /** Whether it is what another program may have stored as a marker. */
    static boolean isLikeMarker(Document document) {
        return document.fields().keySet().equals(Set.of(Document.ID, "initialized", "created_at", "organization"))
                && document.get("initialized").equals(Optional.of(new Value.Bool(true)))
                && document.get("created_at").orElseThrow() instanceof Value.Date
                && document.get("organization").orElseThrow() instanceof Value.Text;
    }

    /** Where an id stands in the order of ids; as {@link DocumentTable#ID_KEY} computes it. Empty if the order is not that. */
    static Optional<String> idKey(Value id) {
        if (id instanceof Value.Text text) {
            return Optional.of('"' + text.value());
        }
        return id instanceof Value.ObjectId ? Optional.of('{' + id(id)) : Optional.empty();
    }
}
