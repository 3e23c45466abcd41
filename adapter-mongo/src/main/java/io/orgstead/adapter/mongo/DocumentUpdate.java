package io.orgstead.adapter.mongo;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * The update that brings a stored document to a new state. Fields that are not Orgstead's stay as they are, which a
 * replacement of the whole document would lose.
 */
final class DocumentUpdate {

    private DocumentUpdate() {}

    /**
     * Makes the update.
     *
     * @param state all fields as they are to be
     * @param optionalFields the fields to remove where the state has none
     */
    static BsonDocument to(BsonDocument state, List<String> optionalFields) {
        BsonDocument set = new BsonDocument();
        set.putAll(state);
        set.remove("_id");
        BsonDocument unset = new BsonDocument();
        optionalFields.stream()
                .filter(field -> !state.containsKey(field))
                .forEach(field -> unset.append(field, new BsonString("")));
        BsonDocument update = new BsonDocument("$set", set);
        return unset.isEmpty() ? update : update.append("$unset", unset);
    }
}
