package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.port.MigrationMarks;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;

/** The database's mark: the only document of {@code migration}. */
final class MongoMigrationMarks implements MigrationMarks {

    static final String COLLECTION = "migration";

    private static final String STAGE = "stage";
    private static final String MIGRATION = "migration";
    private static final String PEER = "peer";
    private static final BsonDocument ONLY = new BsonDocument("_id", new BsonString("mark"));

    private final MongoCollection<BsonDocument> collection;

    MongoMigrationMarks(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<MigrationMark> find() {
        return StoreCall.make(
                () -> Optional.ofNullable(collection.find(ONLY).first()).map(MongoMigrationMarks::read));
    }

    @Override
    public boolean replace(Optional<MigrationMark> expected, Optional<MigrationMark> next) {
        return StoreCall.make(() -> {
            if (expected.isEmpty()) {
                return next.isPresent() ? insert(write(next.get())) : find().isEmpty();
            }
            BsonDocument before = write(expected.get());
            return next.isPresent()
                    ? collection.replaceOne(before, write(next.get())).getMatchedCount() == 1
                    : collection.deleteOne(before).getDeletedCount() == 1;
        });
    }

    private boolean insert(BsonDocument mark) {
        try {
            collection.insertOne(mark);
            return true;
        } catch (MongoException e) {
            if (StoreCall.isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    private static BsonDocument write(MigrationMark mark) {
        return ONLY.clone()
                .append(STAGE, new BsonString(mark.stage().name().toLowerCase(Locale.ROOT)))
                .append(MIGRATION, new BsonString(mark.migration()))
                .append(PEER, new BsonString(mark.peer()));
    }

    private static MigrationMark read(BsonDocument stored) {
        try {
            return new MigrationMark(
                    MigrationMark.Stage.valueOf(
                            stored.getString(STAGE).getValue().toUpperCase(Locale.ROOT)),
                    stored.getString(MIGRATION).getValue(),
                    stored.getString(PEER).getValue());
        } catch (BsonInvalidOperationException | IllegalArgumentException e) {
            throw new UnreadableDocumentException("the mark in " + COLLECTION + " cannot be read", e);
        }
    }
}
