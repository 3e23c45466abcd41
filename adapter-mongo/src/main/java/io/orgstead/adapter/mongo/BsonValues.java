package io.orgstead.adapter.mongo;

import java.time.Instant;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
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

    /** One document at one version. A document without a version, of another implementation, has version 0. */
    static BsonDocument byIdAndVersion(String hex, long version) {
        BsonDocument filter = byId(hex);
        if (version == 0) {
            BsonArray noneOrZero = new BsonArray();
            noneOrZero.add(BsonNull.VALUE);
            noneOrZero.add(new BsonInt64(0));
            return filter.append(OrganizationDocument.VERSION, new BsonDocument("$in", noneOrZero));
        }
        return filter.append(OrganizationDocument.VERSION, new BsonInt64(version));
    }
}
