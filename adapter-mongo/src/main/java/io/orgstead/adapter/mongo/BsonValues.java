package io.orgstead.adapter.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;

/** How the domain's values look in BSON, where that is not obvious. */
final class BsonValues {

    private BsonValues() {}

    /** An instant at BSON's precision of a millisecond. Instants beyond its range become its ends. */
    static BsonDateTime instant(Instant instant) {
        try {
            return new BsonDateTime(instant.toEpochMilli());
        } catch (ArithmeticException beyondRange) {
            return new BsonDateTime(instant.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE);
        }
    }

    static BsonObjectId id(String hex) {
        return new BsonObjectId(new ObjectId(hex));
    }

    static BsonDocument byId(String hex) {
        return new BsonDocument("_id", id(hex));
    }

    /**
     * One document at one version. A document of another implementation has version 0: it has no such field, or something
     * of its own in it that is no number.
     */
    static BsonDocument byIdAndVersion(String hex, long version) {
        BsonDocument filter = byId(hex);
        if (version == 0) {
            BsonDocument noNumber = new BsonDocument("$not", new BsonDocument("$type", new BsonString("number")));
            return filter.append(
                    "$or",
                    new BsonArray(List.of(
                            new BsonDocument(OrganizationDocument.VERSION, noNumber),
                            new BsonDocument(OrganizationDocument.VERSION, new BsonInt64(0)))));
        }
        return filter.append(OrganizationDocument.VERSION, new BsonInt64(version));
    }
}
