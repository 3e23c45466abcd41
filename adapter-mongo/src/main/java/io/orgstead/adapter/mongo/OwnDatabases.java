package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;

/**
 * The databases of organizations that have one to themselves. The collection in it is named by its incarnation, so that no other
 * ever has the name, and one that is on its way out is in nobody's way; its UUID, which commands name so that they never make it
 * anew, is looked up once. Safe for use by any number of threads.
 */
final class OwnDatabases {

    private static final String COLLECTION_PREFIX = "documents_";

    private static final int KNOWN_AT_MOST = 10_000;

    private final MasterDatabase master;
    private final Places places;
    private final Map<CollectionIncarnation, BsonBinary> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CollectionIncarnation, BsonBinary> eldest) {
            return size() > KNOWN_AT_MOST;
        }
    };

    OwnDatabases(MasterDatabase master, Places places) {
        this.master = master;
        this.places = places;
    }

    /** Its name is never too long: that of the master database leaves room for an id, see {@link MongoSettings}. */
    MongoDatabase database(BsonObjectId organization) {
        return master.database(master.name() + "_" + organization.getValue().toHexString());
    }

    static String collectionName(CollectionIncarnation incarnation) {
        return COLLECTION_PREFIX + Incarnations.numberOf(incarnation);
    }

    /**
     * The UUID of a collection that is there.
     *
     * @throws TenantMovedException if it is not, or not in the state in which it is meant
     */
    BsonBinary uuidOf(TenantCollection collection) {
        Optional<BsonBinary> remembered;
        synchronized (known) {
            remembered = Optional.ofNullable(known.get(collection.incarnation()));
        }
        // What is public stays so until it is gone, and then the UUID tells.
        if (remembered.isPresent() && collection.reach() != Reach.PRIVATE) {
            return remembered.get();
        }
        places.requireReachable(collection);
        BsonBinary found = remembered
                .or(() -> look(collection.organization(), collection.incarnation()))
                .orElseThrow(TenantMovedException::new);
        if (collection.reach() == Reach.PUBLIC) {
            synchronized (known) {
                known.put(collection.incarnation(), found);
            }
        }
        return found;
    }

    /** Forgets a UUID that has turned out to be none. */
    void forget(CollectionIncarnation incarnation) {
        synchronized (known) {
            known.remove(incarnation);
        }
    }

    private Optional<BsonBinary> look(BsonObjectId organization, CollectionIncarnation incarnation) {
        return new CollectionCatalog(database(organization))
                .entry(collectionName(incarnation))
                .flatMap(CollectionIdentity::of)
                .flatMap(CollectionIdentity::toUuid);
    }

    /** Makes the collection, with its marker in it. Repeatable. */
    void give(BsonObjectId organization, CollectionIncarnation incarnation, BsonDocument marker) {
        MarkerInsert.once(
                database(organization).getCollection(collectionName(incarnation), BsonDocument.class), marker);
    }

    /** Drops the collection. The database is gone with the last one in it. Repeatable. */
    void drop(BsonObjectId organization, CollectionIncarnation incarnation) {
        forget(incarnation);
        try {
            CollectionStatements.drop(database(organization), collectionName(incarnation), new BsonDocument());
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ServerErrors.NAMESPACE_NOT_FOUND) {
                throw e;
            }
        }
    }

    boolean isPresent(BsonObjectId organization, CollectionIncarnation incarnation) {
        return look(organization, incarnation).isPresent();
    }
}
