package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadPreference;
import io.orgstead.domain.port.StoreDiagnosis;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Looks into the master database and at the server that takes its writes. */
final class MongoStoreDiagnosis implements StoreDiagnosis {

    private final MasterDatabase master;

    MongoStoreDiagnosis(MasterDatabase master) {
        this.master = master;
    }

    @Override
    public List<String> missingIndexes() {
        MasterSchema schema = new MasterSchema(master);
        return StoreCall.make(() -> Stream.of(MasterDatabase.ORGANIZATIONS, MasterDatabase.ADMINS)
                .flatMap(collection ->
                        schema.missing(collection).stream().map(index -> collection + "." + index.description()))
                .toList());
    }

    /** The command that every user may run tells the time along with much else; it had another name before MongoDB 4.4. */
    @Override
    public Instant time() {
        return StoreCall.make(() -> {
            try {
                return localTime("hello");
            } catch (MongoCommandException e) {
                if (e.getCode() == ServerErrors.COMMAND_NOT_FOUND) {
                    return localTime("isMaster");
                }
                throw e;
            }
        });
    }

    private Instant localTime(String command) {
        BsonDocument answer = master.admin()
                .runCommand(new BsonDocument(command, new BsonInt32(1)), ReadPreference.primary(), BsonDocument.class);
        return Instant.ofEpochMilli(answer.getDateTime("localTime").getValue());
    }

    @Override
    public long countCollections() {
        return StoreCall.make(() -> new CollectionCatalog(master.database()).count());
    }
}
