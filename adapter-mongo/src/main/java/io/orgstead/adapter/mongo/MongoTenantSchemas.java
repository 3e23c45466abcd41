package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TenantSchemas;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The schemas of the organizations' documents, in {@code data_schemas}: one document for each organization that has one. */
final class MongoTenantSchemas implements TenantSchemas {

    static final String COLLECTION = "data_schemas";

    private static final String SCHEMA = "schema";

    private final MongoCollection<BsonDocument> collection;

    MongoTenantSchemas(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<DocumentSchema> find(OrganizationId organization) {
        return StoreCall.make(() -> Optional.ofNullable(
                        collection.find(BsonValues.byId(organization.value())).first())
                .map(stored -> new DocumentSchema(stored.getString(SCHEMA).getValue())));
    }

    @Override
    public boolean replace(
            OrganizationId organization, Optional<DocumentSchema> expected, Optional<DocumentSchema> next) {
        if (next.isEmpty()) {
            return StoreCall.make(() -> expected.isEmpty()
                    ? find(organization).isEmpty()
                    : collection
                                    .deleteOne(document(organization, expected.get()))
                                    .getDeletedCount()
                            == 1);
        }
        BsonDocument stored = document(organization, next.get());
        return StoreCall.make(() -> expected.isEmpty()
                ? insert(stored)
                : collection
                                .replaceOne(document(organization, expected.get()), stored)
                                .getMatchedCount()
                        == 1);
    }

    @Override
    public void remove(OrganizationId organization) {
        StoreCall.run(() -> collection.deleteOne(BsonValues.byId(organization.value())));
    }

    private boolean insert(BsonDocument stored) {
        try {
            collection.insertOne(stored);
            return true;
        } catch (MongoException e) {
            if (StoreCall.isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    private static BsonDocument document(OrganizationId organization, DocumentSchema schema) {
        return BsonValues.byId(organization.value()).append(SCHEMA, new BsonString(schema.json()));
    }
}
