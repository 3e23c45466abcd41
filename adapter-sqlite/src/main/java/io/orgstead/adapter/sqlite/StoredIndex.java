package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import io.orgstead.indexkeys.IndexEntries;
import io.orgstead.indexkeys.UsableIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An index as it is stored.
 *
 * @param definition what it is
 * @param multikey whether a document has had more than one entry in it
 */
record StoredIndex(IndexDefinition definition, boolean multikey) {

    /** A document has arrays in two fields of the index. */
    static final class ParallelArraysException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    String name() {
        return definition.name();
    }

    /**
     * The entries of a document: one, or one for each item of the array that the fields lead to or through.
     *
     * @throws ParallelArraysException if the fields lead to two arrays
     * @throws InvalidValueException if there are more than {@value IndexEntries#MOST}
     */
    Set<Bytes> entriesOf(Document document) throws ParallelArraysException {
        return IndexEntries.of(definition, document).orElseThrow(ParallelArraysException::new);
    }

    /** What it is to those who look for documents. */
    UsableIndex usable() {
        return new UsableIndex(definition, multikey);
    }

    static String toText(IndexDefinition definition) {
        Map<String, Value> fields = new LinkedHashMap<>();
        List<Value> keys = new ArrayList<>();
        for (SortOrder.Key key : definition.keys()) {
            Map<String, Value> parts = new LinkedHashMap<>();
            parts.put("path", new Value.Text(key.path().dotted()));
            parts.put("ascending", new Value.Bool(key.ascending()));
            keys.add(new Value.Embedded(Document.of(parts)));
        }
        fields.put("keys", new Value.Array(keys));
        fields.put("unique", new Value.Bool(definition.unique()));
        definition
                .expireAfter()
                .ifPresent(expiry -> fields.put("expireAfterSeconds", new Value.Int64(expiry.toSeconds())));
        return ExtendedJson.writeLossless(Document.of(fields));
    }

    static StoredIndex read(ResultSet row) throws SQLException {
        String name = row.getString("name");
        try {
            return new StoredIndex(
                    definition(name, ExtendedJson.readStored(row.getString("definition"))), row.getBoolean("multikey"));
        } catch (JsonSyntaxException e) {
            throw new UnreadableRowException("document_indexes", name, new InvalidValueException("it is not JSON"));
        } catch (InvalidValueException | ClassCastException e) {
            throw new UnreadableRowException("document_indexes", name, e);
        }
    }

    private static IndexDefinition definition(String name, Document stored) {
        List<SortOrder.Key> keys = new ArrayList<>();
        for (Value key : part(stored, "keys", Value.Array.class).items()) {
            Document parts = ((Value.Embedded) key).document();
            keys.add(new SortOrder.Key(
                    new FieldPath(part(parts, "path", Value.Text.class).value()),
                    part(parts, "ascending", Value.Bool.class).value()));
        }
        Optional<Duration> expiry =
                stored.get("expireAfterSeconds").map(seconds -> Duration.ofSeconds(((Value.Int64) seconds).value()));
        return new IndexDefinition(
                name, keys, part(stored, "unique", Value.Bool.class).value(), expiry);
    }

    private static <T extends Value> T part(Document document, String name, Class<T> type) {
        return type.cast(document.get(name).orElseThrow(() -> new InvalidValueException("it has no " + name)));
    }
}
