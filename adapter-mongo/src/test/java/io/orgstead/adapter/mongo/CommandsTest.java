package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.orgstead.testkit.Samples;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire, through a client of an embedding application that is set to the opposite of what is needed. */
class CommandsTest {

    private static final BsonDocument DURABLE = BsonDocument.parse("{w: 'majority', j: true}");
    private static final Set<String> SCANS = Set.of("COLLSCAN", "CLUSTERED_COLLSCAN");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final RecordedCommands recorded = new RecordedCommands();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(MongoTarget.uri()))
            .writeConcern(WriteConcern.UNACKNOWLEDGED)
            .readConcern(ReadConcern.LOCAL)
            .readPreference(ReadPreference.secondaryPreferred())
            .uuidRepresentation(UuidRepresentation.JAVA_LEGACY)
            .addCommandListener(recorded)
            .build());

    @AfterEach
    void closeClient() {
        client.close();
    }

    private List<BsonDocument> recordEveryCall() {
        new EveryCall(MongoAdapters.using(client, fresh.name())).make();
        return recorded.named("find", "insert", "update", "delete", "findAndModify")
                .toList();
    }

    @Test
    void everyWriteIsDurableAndEveryReadSeesWhatIs() {
        recordEveryCall();

        assertThat(recorded.named("insert", "update", "delete", "renameCollection", "drop"))
                .hasSizeGreaterThan(10)
                .allSatisfy(command -> assertThat(command.get("writeConcern")).isEqualTo(DURABLE));
        assertThat(recorded.named("find"))
                .hasSizeGreaterThan(6)
                .allSatisfy(command ->
                        assertThat(command.get("readConcern")).isEqualTo(BsonDocument.parse("{level: 'majority'}")));
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void everyCommandTellsTheServerHowLongItMayTake() {
        recordEveryCall();

        assertThat(recorded.named("find", "insert", "update", "delete", "renameCollection", "listCollections", "ping"))
                .allSatisfy(command ->
                        assertThat(command.getNumber("maxTimeMS").longValue()).isBetween(1L, 3000L));
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void noQueryReadsMoreThanItsIndexNames() {
        for (int i = 0; i < 50; i++) {
            fresh.organizations().insertOne(SeedDocuments.organization("legacy " + i, "org_legacy_" + i));
            fresh.admins().insertOne(SeedDocuments.admin(i + "@legacy.com"));
        }
        List<BsonDocument> commands = recordEveryCall();

        Set<String> shapes = commands.stream().map(CommandsTest::shape).collect(Collectors.toSet());
        assertThat(shapes).as("all queries of the adapter").hasSizeGreaterThanOrEqualTo(15);
        assertThat(commands.stream().filter(command -> !command.isString("insert")))
                .allSatisfy(command -> assertThat(planOf(command)).doesNotContainAnyElementsOf(SCANS));
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void scanWouldBeNoticed() {
        fresh.organizations().insertOne(SeedDocuments.organization("legacy", "org_legacy"));

        assertThat(planOf(BsonDocument.parse("{find: 'organizations', filter: {admin_email: 'x'}}")))
                .containsAnyElementsOf(SCANS);
    }

    @Test
    void clientThatWasGivenStaysOpen() {
        MongoAdapters adapters = MongoAdapters.using(client, fresh.name());
        adapters.close();

        assertThat(client.getDatabase(fresh.name()).runCommand(new Document("ping", 1)))
                .containsKey("ok");
        assertThat(adapters.organizations().findById(new Samples().organizationId()))
                .isEmpty();
    }

    @Test
    void databaseWhoseNameLeavesNoRoomForCollectionsIsRefused() {
        assertThatThrownBy(() -> MongoAdapters.using(client, "d".repeat(39)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String shape(BsonDocument command) {
        return command.toJson().replaceAll("\"[^\"]*\"(?=[,}\\]])|[0-9]+", "?");
    }

    /** The stages of the plan that the server makes for a command, at any depth. */
    private List<String> planOf(BsonDocument command) {
        BsonDocument plain = command.clone();
        List.of(
                        "$db",
                        "lsid",
                        "readConcern",
                        "writeConcern",
                        "txnNumber",
                        "maxTimeMS",
                        "$clusterTime",
                        "$readPreference",
                        "collectionUUID",
                        "ordered")
                .forEach(plain::remove);
        BsonDocument explained = client.getDatabase(
                        command.getString("$db", new BsonString(fresh.name())).getValue())
                .runCommand(
                        new BsonDocument("explain", plain).append("verbosity", new BsonString("queryPlanner")),
                        BsonDocument.class);
        List<String> stages = Stages.in(explained.getDocument("queryPlanner").getDocument("winningPlan"));
        assertThat(stages).isNotEmpty();
        return stages;
    }
}
