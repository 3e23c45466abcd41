package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** The requests that are to take effect once, in {@code data_requests}: one document for each organization and key. */
final class MongoIdempotencyRecords implements IdempotencyRecords {

    private final MongoCollection<BsonDocument> collection;

    MongoIdempotencyRecords(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<IdempotencyRecord> enter(IdempotencyRecord record, Instant now) {
        return StoreCall.make(() -> {
            while (true) {
                if (insert(record)) {
                    return Optional.empty();
                }
                BsonDocument there = collection
                        .find(IdempotencyDocument.key(record.organization(), record.key()))
                        .first();
                if (there != null) {
                    IdempotencyRecord other = IdempotencyDocument.read(there);
                    if (other.expiresAt().isAfter(now)) {
                        return Optional.of(other);
                    }
                    if (swap(other, record)) {
                        return Optional.empty();
                    }
                }
            }
        });
    }

    private boolean insert(IdempotencyRecord record) {
        try {
            collection.insertOne(IdempotencyDocument.write(record));
            return true;
        } catch (MongoException e) {
            if (StoreCall.isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean swap(IdempotencyRecord expected, IdempotencyRecord next) {
        return collection
                        .replaceOne(IdempotencyDocument.write(expected), IdempotencyDocument.write(next))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement) {
        return StoreCall.make(() -> swap(expected, replacement));
    }

    @Override
    public void remove(OrganizationId organization, IdempotencyKey key) {
        StoreCall.run(() -> collection.deleteOne(IdempotencyDocument.key(organization, key)));
    }

    @Override
    public void removeAll(OrganizationId organization) {
        StoreCall.run(
                () -> collection.deleteMany(eq(IdempotencyDocument.ORGANIZATION, BsonValues.id(organization.value()))));
    }

    /** The id begins with the organization and goes on with the key. */
    @Override
    public List<IdempotencyRecord> list(OrganizationId organization, Optional<IdempotencyKey> after, int limit) {
        BsonDocument first = after.isPresent()
                ? IdempotencyDocument.key(organization, after.get())
                : IdempotencyDocument.beforeAllKeys(organization);
        Bson own = and(
                eq(IdempotencyDocument.ORGANIZATION, BsonValues.id(organization.value())),
                gt("_id", first.getDocument("_id")));
        return StoreCall.make(() -> collection
                .find(own)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(IdempotencyDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        Bson expired = lte(IdempotencyDocument.EXPIRES_AT, BsonValues.instant(now));
        return StoreCall.make(() -> {
            List<BsonValue> ids = collection
                    .find(expired)
                    .projection(Projections.include("_id"))
                    .limit(limit)
                    .map(document -> document.get("_id"))
                    .into(new ArrayList<>());
            return ids.isEmpty()
                    ? 0
                    : Math.toIntExact(
                            collection.deleteMany(and(in("_id", ids), expired)).getDeletedCount());
        });
    }
}
