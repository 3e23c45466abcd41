package io.orgstead.adapter.mongo;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** How an organization's documents stand in the collection that they are kept in, which is what all commands are written by. */
interface TenantLayout {

    /** How a field is written in filters, orders and keys. */
    String path(String dotted);

    /** A document of the organization, as an expression. */
    BsonString root();

    /** The same in a field into which all that is stored has been put. */
    BsonString rootIn(String field);

    /** The projection that leaves the id alone, as {@code _id}. */
    BsonDocument ids();

    /** The projection that leaves the whole document, and what is in the way of it out. */
    BsonDocument whole();

    /** The document in what was found with {@link #whole}. */
    BsonDocument document(BsonDocument found);

    /** The keys of the index on the ids. */
    BsonDocument idKeys();

    /** Bounds for a {@code find} by that index that begins with an id. */
    BsonDocument from(BsonValue id);

    /**
     * The command, kept to the organization's own documents.
     *
     * @throws IllegalStateException if it cannot be kept to them
     */
    BsonDocument scoped(BsonDocument command);

    /** An id, as an expression. */
    default BsonString idExpression() {
        return new BsonString("$" + path("_id"));
    }

    /** The condition that one field meets. */
    default BsonDocument where(String dotted, BsonValue condition) {
        return new BsonDocument(path(dotted), condition);
    }
}
