package io.orgstead.adapter.mongo;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** A collection that holds one organization's documents as they are. */
final class OwnLayout implements TenantLayout {

    static final OwnLayout INSTANCE = new OwnLayout();

    private OwnLayout() {}

    @Override
    public String path(String dotted) {
        return dotted;
    }

    @Override
    public BsonString root() {
        return new BsonString("$$ROOT");
    }

    @Override
    public BsonString rootIn(String field) {
        return new BsonString("$" + field);
    }

    @Override
    public BsonDocument ids() {
        return BsonDocument.parse("{_id: 1}");
    }

    @Override
    public BsonDocument whole() {
        return new BsonDocument();
    }

    @Override
    public BsonDocument document(BsonDocument found) {
        return found;
    }

    @Override
    public BsonDocument idKeys() {
        return new BsonDocument("_id", new BsonInt32(1));
    }

    @Override
    public BsonDocument from(BsonValue id) {
        return new BsonDocument("min", new BsonDocument("_id", id));
    }

    /** The collection is bound to by its UUID, and holds no others. */
    @Override
    public BsonDocument scoped(BsonDocument command) {
        return command;
    }
}
