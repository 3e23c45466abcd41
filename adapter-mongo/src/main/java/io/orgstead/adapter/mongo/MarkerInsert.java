package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import org.bson.BsonDocument;

/** The insert of a marker, which makes the collection. */
final class MarkerInsert {

    private MarkerInsert() {}

    /** Puts it in, unless it is there already. */
    static void once(MongoCollection<BsonDocument> collection, BsonDocument marker) {
        try {
            collection.insertOne(marker);
        } catch (MongoException e) {
            if (!StoreCall.isDuplicateKey(e)) {
                throw e;
            }
        }
    }
}
