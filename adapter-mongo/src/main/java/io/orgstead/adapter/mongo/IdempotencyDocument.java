package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A record of a request as it is stored. */
final class IdempotencyDocument {

    static final String COLLECTION = "data_requests";
    static final String ORGANIZATION = "organization";
    static final String EXPIRES_AT = "expires_at";

    private static final String KEY = "key";
    private static final String FINGERPRINT = "fingerprint";
    private static final String IDS = "ids";
    private static final String DONE = "done";
    private static final String LEASE_UNTIL = "lease_until";

    private IdempotencyDocument() {}

    static BsonDocument key(OrganizationId organization, IdempotencyKey key) {
        return new BsonDocument(
                "_id",
                new BsonDocument(ORGANIZATION, BsonValues.id(organization.value()))
                        .append(KEY, new BsonString(key.value())));
    }

    static BsonDocument beforeAllKeys(OrganizationId organization) {
        return new BsonDocument(
                "_id",
                new BsonDocument(ORGANIZATION, BsonValues.id(organization.value())).append(KEY, new BsonString("")));
    }

    static BsonDocument write(IdempotencyRecord record) {
        return key(record.organization(), record.key())
                .append(ORGANIZATION, BsonValues.id(record.organization().value()))
                .append(FINGERPRINT, new BsonString(record.fingerprint()))
                .append(IDS, ToBson.array(record.ids()))
                .append(DONE, BsonBoolean.valueOf(record.done()))
                .append(LEASE_UNTIL, BsonValues.instant(record.leaseUntil()))
                .append(EXPIRES_AT, BsonValues.instant(record.expiresAt()));
    }

    static IdempotencyRecord read(BsonDocument stored) {
        return new IdempotencyRecord(
                new OrganizationId(stored.getObjectId(ORGANIZATION).getValue().toHexString()),
                new IdempotencyKey(stored.getDocument("_id").getString(KEY).getValue()),
                stored.getString(FINGERPRINT).getValue(),
                stored.getArray(IDS).stream().map(BsonMapping::value).toList(),
                stored.getBoolean(DONE).getValue(),
                Instant.ofEpochMilli(stored.getDateTime(LEASE_UNTIL).getValue()),
                Instant.ofEpochMilli(stored.getDateTime(EXPIRES_AT).getValue()));
    }
}
