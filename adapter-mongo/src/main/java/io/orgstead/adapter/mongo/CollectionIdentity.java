package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A collection's identity: the UUID that the server gave it, as 32 hexadecimal digits. */
final class CollectionIdentity {

    /** What has nothing to tell it from others, such as a view. Never taken for a collection with an identity. */
    static final CollectionIncarnation UNKNOWN = new CollectionIncarnation("unknown");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{32}");

    private CollectionIdentity() {}

    /** The identity from an entry of {@code listCollections}; views and some servers have none. */
    static Optional<CollectionIncarnation> of(BsonDocument entry) {
        BsonValue uuid = entry.getDocument("info", new BsonDocument()).get("uuid");
        return uuid != null && uuid.isBinary()
                ? Optional.of(new CollectionIncarnation(
                        HexFormat.of().formatHex(uuid.asBinary().getData())))
                : Optional.empty();
    }

    /** The UUID as commands take it; empty where the identity is not a UUID. */
    static Optional<BsonBinary> toUuid(CollectionIncarnation incarnation) {
        return UUID.matcher(incarnation.value()).matches()
                ? Optional.of(new BsonBinary(
                        BsonBinarySubType.UUID_STANDARD, HexFormat.of().parseHex(incarnation.value())))
                : Optional.empty();
    }
}
