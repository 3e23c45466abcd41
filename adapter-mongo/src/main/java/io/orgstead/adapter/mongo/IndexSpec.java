package io.orgstead.adapter.mongo;

import com.mongodb.client.model.Collation;
import com.mongodb.client.model.IndexOptions;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An index that the adapter needs, on one field.
 *
 * @param field the path
 * @param unique whether no two documents may have the same value
 * @param sparse whether documents without the field are left out
 * @param stringsOnly whether documents in which the field holds no string are left out, null among them
 * @param collation how strings compare; null is byte by byte
 */
record IndexSpec(
        String field,
        boolean unique,
        boolean sparse,
        boolean stringsOnly,
        @Nullable Collation collation) {

    static IndexSpec on(String field) {
        return new IndexSpec(field, false, false, false, null);
    }

    IndexSpec onlyUnique() {
        return new IndexSpec(field, true, sparse, stringsOnly, collation);
    }

    IndexSpec onlyWherePresent() {
        return new IndexSpec(field, unique, true, stringsOnly, collation);
    }

    IndexSpec comparedBy(Collation how) {
        return new IndexSpec(field, unique, sparse, stringsOnly, how);
    }

    /** In place of one that is sparse, for databases in which the field is null in several documents. */
    IndexSpec onlyOfStrings() {
        return new IndexSpec(field, unique, false, true, collation);
    }

    BsonDocument keys() {
        return new BsonDocument(field, new BsonInt32(1));
    }

    /** Named by the adapter, so that it never meets an index of another implementation on the same field by name. */
    IndexOptions options() {
        IndexOptions options = new IndexOptions()
                .name("orgstead_" + field.replace('.', '_') + (collation == null ? "" : "_any_case"))
                .unique(unique)
                .sparse(sparse)
                .collation(collation);
        return stringsOnly ? options.partialFilterExpression(strings()) : options;
    }

    /** For a person. */
    String description() {
        return field + (unique ? " (unique)" : "") + (collation == null ? "" : " (any case)");
    }

    private BsonDocument strings() {
        return new BsonDocument(field, new BsonDocument("$type", new BsonString("string")));
    }

    /** Whether an index that the server lists, whoever made it, does what this one is for. */
    boolean isMetBy(BsonDocument existing) {
        BsonDocument key = existing.getDocument("key");
        return key.size() == 1
                && key.containsKey(field)
                && key.isNumber(field)
                && coversLike(existing)
                && (isTrue(existing.get("unique")) || !unique)
                && comparesLike(existing.getDocument("collation", new BsonDocument()));
    }

    private boolean coversLike(BsonDocument existing) {
        BsonValue partial = existing.get("partialFilterExpression");
        return partial == null ? isTrue(existing.get("sparse")) == sparse : sparse && partial.equals(strings());
    }

    private boolean comparesLike(BsonDocument existing) {
        BsonValue locale = existing.get("locale", new BsonString("simple"));
        if (collation == null) {
            return locale.equals(new BsonString("simple"));
        }
        return locale.equals(new BsonString(String.valueOf(collation.getLocale()))) && hasStrength(existing, collation);
    }

    private static boolean hasStrength(BsonDocument existing, Collation collation) {
        return collation.getStrength() != null
                && existing.isNumber("strength")
                && existing.getNumber("strength").intValue()
                        == collation.getStrength().getIntRepresentation();
    }

    private static boolean isTrue(@Nullable BsonValue value) {
        return value != null && value.isBoolean() && value.asBoolean().getValue();
    }
}
