package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * The indexes of the collection that organizations share. Whose a document is comes first in each but the one by which the server
 * removes what has expired. Made when the first organization comes into it, as most installations have none there.
 */
final class SharedSchema {

    /** The one that keeps ids apart, and gives documents in their order. */
    static final String ID_INDEX = "orgstead_ids";

    /** The one that keeps apart what unique indexes keep apart. */
    static final String UNIQUE_INDEX = "orgstead_unique";

    private static final Map<String, BsonDocument> INDEXES = new LinkedHashMap<>();

    static {
        INDEXES.put(ID_INDEX, BsonDocument.parse("{key: {t: 1, 'd._id': 1}, unique: true}"));
        INDEXES.put("orgstead_entries", BsonDocument.parse("{key: {t: 1, x: 1}}"));
        INDEXES.put(
                UNIQUE_INDEX,
                BsonDocument.parse("{key: {t: 1, u: 1}, unique: true, partialFilterExpression: {u: {$exists: true}}}"));
        INDEXES.put("orgstead_expiry", BsonDocument.parse("{key: {e: 1}, sparse: true, expireAfterSeconds: 0}"));
    }

    private static final long BUILD_TIMEOUT_MINUTES = 10;

    private final MasterDatabase master;
    private volatile boolean prepared;

    SharedSchema(MasterDatabase master) {
        this.master = master;
    }

    /** Builds what is missing. */
    void prepare() {
        if (prepared) {
            return;
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            BsonArray wanted = new BsonArray();
            missing.forEach(name -> wanted.add(
                    INDEXES.getOrDefault(name, new BsonDocument()).clone().append("name", new BsonString(name))));
            master.database()
                    .withTimeout(BUILD_TIMEOUT_MINUTES, TimeUnit.MINUTES)
                    .runCommand(new BsonDocument("createIndexes", new BsonString(SharedLayout.COLLECTION))
                            .append("indexes", wanted)
                            .append("writeConcern", MasterDatabase.DURABLE.asDocument()));
        }
        prepared = true;
    }

    /** The names of the indexes that the collection lacks. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>(INDEXES.keySet());
        MongoCollection<BsonDocument> collection = master.collection(SharedLayout.COLLECTION);
        collection
                .listIndexes(BsonDocument.class)
                .forEach(index -> missing.remove(index.getString("name").getValue()));
        return missing;
    }

    /** What the collection lacks, if there is one, for a person. */
    List<String> missingIfUsed() {
        boolean used = new CollectionCatalog(master.database())
                .entry(SharedLayout.COLLECTION)
                .isPresent();
        return used
                ? missing().stream()
                        .map(name -> SharedLayout.COLLECTION + "." + name)
                        .toList()
                : List.of();
    }
}
