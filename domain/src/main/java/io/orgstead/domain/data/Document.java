package io.orgstead.domain.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Named values in an order that counts: {@code {a: 1, b: 2}} and {@code {b: 2, a: 1}} are two documents, as in MongoDB.
 * Immutable.
 */
public final class Document {

    /** The name of the field that tells a document from others. */
    public static final String ID = "_id";

    private static final Document EMPTY = new Document(Map.of());

    private final Map<String, Value> fields;

    private Document(Map<String, Value> fields) {
        this.fields = fields;
    }

    /**
     * A document of these fields.
     *
     * @param fields in their order; copied
     * @return the document
     */
    public static Document of(Map<String, Value> fields) {
        return new Document(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
    }

    /**
     * A document without fields.
     *
     * @return it
     */
    public static Document empty() {
        return EMPTY;
    }

    /**
     * Its fields.
     *
     * @return in order, unmodifiable
     */
    public Map<String, Value> fields() {
        return fields;
    }

    /**
     * One of its fields.
     *
     * @param name a name, in which a dot is nothing special
     * @return empty if there is none of the name
     */
    public Optional<Value> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The value of {@code _id}.
     *
     * @return it
     * @throws IllegalStateException if there is none: an organization's documents are given one before they get anywhere
     */
    public Value id() {
        return get(ID).orElseThrow(() -> new IllegalStateException("the document has no _id"));
    }

    /**
     * The same document with this {@code _id} in the first place.
     *
     * @param id the id
     * @return a copy
     */
    public Document withId(Value id) {
        Map<String, Value> copy = new LinkedHashMap<>();
        copy.put(ID, id);
        fields.forEach(copy::putIfAbsent);
        return new Document(Collections.unmodifiableMap(copy));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document document
                && fields.equals(document.fields)
                && fields.keySet().stream()
                        .toList()
                        .equals(document.fields.keySet().stream().toList());
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Says nothing of what is in it: that belongs to an organization, and not in a log. */
    @Override
    public String toString() {
        return "a document of " + fields.size() + " fields";
    }
}
