package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The collections beside the organizations' own, with what they need. */
    private static final Map<String, List<IndexSpec>> INDEXES = Map.of(
            MasterDatabase.ORGANIZATIONS,
            ORGANIZATION_INDEXES,
            MasterDatabase.ADMINS,
            ADMIN_INDEXES,
            InsertIntents.COLLECTION,
            List.of(
                    IndexSpec.on(InsertIntents.IDS),
                    IndexSpec.on(InsertIntents.INCARNATION),
                    IndexSpec.on(InsertIntents.HEARTBEAT)),
            UsageCounters.COLLECTION,
            List.of(
                    IndexSpec.on(OpenWrites.SINCE).onlyWherePresent(),
                    IndexSpec.on(UsageCounters.RECOUNT_AT).onlyWherePresent(),
                    IndexSpec.on(Places.STAGED_OF).onlyUnique().onlyWherePresent(),
                    IndexSpec.on(Places.ISOLATION).onlyWherePresent(),
                    IndexSpec.on(SharedIndexes.CHANGED_AT).onlyWherePresent()),
            ChangeNotes.COLLECTION,
            List.of(IndexSpec.on(ChangeNotes.INCARNATION)),
            IdempotencyDocument.COLLECTION,
            List.of(IndexSpec.on(IdempotencyDocument.ORGANIZATION), IndexSpec.on(IdempotencyDocument.EXPIRES_AT)));

    /** Those collections, in the order in which they are prepared. */
    static final List<String> COLLECTIONS = List.of(
            MasterDatabase.ORGANIZATIONS,
            MasterDatabase.ADMINS,
            InsertIntents.COLLECTION,
            UsageCounters.COLLECTION,
            ChangeNotes.COLLECTION,
            IdempotencyDocument.COLLECTION);

    /** Building an index on a large database of another implementation takes longer than an ordinary call may. */
    private static final long BUILD_TIMEOUT_MINUTES = 10;

    private final MasterDatabase master;

    MasterSchema(MasterDatabase master) {
        this.master = master;
    }

    /**
     * Builds the indexes that are missing.
     *
     * @throws IllegalStateException if what is stored already holds duplicates of what must be unique; names all of them
     *     in one line, or so many that it stays readable
     */
    void prepare() {
        List<String> duplicates = new ArrayList<>();
        COLLECTIONS.forEach(name -> prepare(name, duplicates));
        if (!duplicates.isEmpty()) {
            throw new IllegalStateException("database " + master.name()
                    + " holds duplicates of what must be unique; resolve them first: " + String.join("; ", duplicates));
        }
    }

    private void prepare(String name, List<String> duplicates) {
        for (IndexSpec index : missing(name)) {
            build(master.collection(name), index).ifPresent(duplicates::add);
        }
    }

    /** What a collection lacks. */
    List<IndexSpec> missing(String name) {
        List<BsonDocument> existing =
                master.collection(name).listIndexes(BsonDocument.class).into(new ArrayList<>());
        return INDEXES.getOrDefault(name, List.of()).stream()
                .filter(index -> existing.stream().noneMatch(index::isMetBy))
                .toList();
    }

    /** Builds an index, or tells which duplicates are in its way. */
    private static Optional<String> build(MongoCollection<BsonDocument> collection, IndexSpec index) {
        try {
            create(collection, index);
            return Optional.empty();
        } catch (MongoException e) {
            if (!StoreCall.isDuplicateKey(e)) {
                throw e;
            }
            Optional<String> duplicates = new DuplicateReport(collection, index).text();
            if (duplicates.isEmpty()) {
                if (!index.sparse()) {
                    throw e;
                }
                // What is there several times is null, which another implementation may write for "none".
                create(collection, index.onlyOfStrings());
            }
            return duplicates;
        }
    }

    private static void create(MongoCollection<BsonDocument> collection, IndexSpec index) {
        collection.withTimeout(BUILD_TIMEOUT_MINUTES, TimeUnit.MINUTES).createIndex(index.keys(), index.options());
    }
}
