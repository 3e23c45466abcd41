package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;

/**
 * The indexes of the master database. Preparing them changes no document, can be repeated, and may happen in several
 * instances at once; an index of another implementation that does the same is left to do it.
 */
final class MasterSchema {

    static final List<IndexSpec> ORGANIZATION_INDEXES = List.of(
            IndexSpec.on(OrganizationDocument.COLLECTION).onlyUnique(),
            IndexSpec.on(OrganizationDocument.CLAIMS).onlyUnique().onlyWherePresent(),
            IndexSpec.on(OrganizationDocument.NAME),
            // Not unique: other implementations may have let organizations share an admin.
            IndexSpec.on(OrganizationDocument.ADMIN),
            IndexSpec.on(MongoOrganizations.LEASE_UNTIL).onlyWherePresent());

    static final List<IndexSpec> ADMIN_INDEXES = List.of(
            IndexSpec.on(AdminDocument.EMAIL).onlyUnique(),
            // Finds the addresses that other implementations stored as typed.
            IndexSpec.on(AdminDocument.EMAIL).comparedBy(MongoAdmins.ANY_CASE),
            IndexSpec.on(AdminDocument.LEASE_UNTIL).onlyWherePresent());

    /** Building an index on a large database of another implementation takes longer than an ordinary call may. */
    private static final long BUILD_TIMEOUT_MINUTES = 10;

    private final MasterDatabase master;

    MasterSchema(MasterDatabase master) {
        this.master = master;
    }

    /**
     * Builds the indexes that are missing.
     *
     * @throws IllegalStateException if what is stored already holds duplicates of what must be unique; names them
     */
    void prepare() {
        prepare(MasterDatabase.ORGANIZATIONS, ORGANIZATION_INDEXES);
        prepare(MasterDatabase.ADMINS, ADMIN_INDEXES);
    }

    private void prepare(String name, List<IndexSpec> indexes) {
        MongoCollection<BsonDocument> collection = master.collection(name);
        List<BsonDocument> existing = collection.listIndexes(BsonDocument.class).into(new ArrayList<>());
        for (IndexSpec index : indexes) {
            if (existing.stream().noneMatch(index::isMetBy)) {
                build(collection, index);
            }
        }
    }

    private void build(MongoCollection<BsonDocument> collection, IndexSpec index) {
        try {
            collection.withTimeout(BUILD_TIMEOUT_MINUTES, TimeUnit.MINUTES).createIndex(index.keys(), index.options());
        } catch (MongoException e) {
            if (StoreCall.isDuplicateKey(e)) {
                throw new IllegalStateException(new DuplicateReport(master, collection, index).text(), e);
            }
            throw e;
        }
    }
}
