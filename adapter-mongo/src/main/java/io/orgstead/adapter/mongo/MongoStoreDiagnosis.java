package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadPreference;
import io.orgstead.domain.port.StoreDiagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Looks into the master database and at the server that takes its writes. */
final class MongoStoreDiagnosis implements StoreDiagnosis {

    /**
     * Commands that tell the time along with much else. The first two are one, under its name before and since MongoDB 4.4,
     * and everybody may run them; other servers of the protocol leave the time out there.
     */
    private static final List<String> TIME_TELLING = List.of("hello", "isMaster", "serverStatus");

    private final MasterDatabase master;

    MongoStoreDiagnosis(MasterDatabase master) {
        this.master = master;
    }

    @Override
    public List<String> missingIndexes() {
        MasterSchema schema = new MasterSchema(master);
        return StoreCall.make(() -> Stream.concat(
                        MasterSchema.COLLECTIONS.stream()
                                .flatMap(collection -> schema.missing(collection).stream()
                                        .map(index -> collection + "." + index.description())),
                        new SharedSchema(master).missingIfUsed().stream())
                .toList());
    }

    @Override
    public Instant time() {
        return StoreCall.make(() -> TIME_TELLING.stream()
                .flatMap(command -> localTime(command).stream())
                .findFirst()
                .orElseThrow(() -> new UnreadableDocumentException("the server tells no time", null)));
    }

    private Optional<Instant> localTime(String command) {
        BsonDocument request = new BsonDocument(command, new BsonInt32(1));
        try {
            BsonDocument answer = master.admin().runCommand(request, ReadPreference.primary(), BsonDocument.class);
            return answer.isDateTime("localTime")
                    ? Optional.of(
                            Instant.ofEpochMilli(answer.getDateTime("localTime").getValue()))
                    : Optional.empty();
        } catch (MongoCommandException e) {
            if (e.getCode() == ServerErrors.COMMAND_NOT_FOUND || e.getCode() == ServerErrors.UNAUTHORIZED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public long countCollections() {
        return StoreCall.make(() -> new CollectionCatalog(master.database()).count()
                + new Places(master.collection(UsageCounters.COLLECTION)).databases());
    }
}
