package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.testkit.Samples;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver throws, and what gets out. */
class FailureMappingTest {

    private static final ServerAddress SERVER = new ServerAddress("db1", 27017);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    static Stream<RuntimeException> failuresOfTheDriver() {
        return Stream.of(
                new MongoException("any"),
                new MongoNotPrimaryException(new BsonDocument("ok", new BsonInt32(0)), SERVER),
                commandFailure(50),
                new CodecConfigurationException("no codec"),
                new IllegalStateException("state should be: open"));
    }

    private static MongoCommandException commandFailure(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)), SERVER);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 26, 59, 115, 238, 303, 40415})
    void serverThatDoesNotCompareUuidsIsUsedByName(int code) {
        assertThat(UuidCollectionCommands.isComparing(commandFailure(code))).isFalse();
        assertThat(UuidCollectionCommands.isComparing(commandFailure(361))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 13, 18, 50, 189, 11600, 13436})
    void refusalThatTellsNothingOfUuidsIsNotTakenForAnAnswer(int code) {
        MongoCommandException refusal = commandFailure(code);

        assertThatThrownBy(() -> UuidCollectionCommands.isComparing(refusal)).isSameAs(refusal);
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheDriver")
    void everyFailureBecomesUnavailable(RuntimeException failure) {
        assertThatThrownBy(() -> StoreCall.run(() -> {
                    throw failure;
                }))
                .isInstanceOf(StoreUnavailableException.class)
                .hasCause(failure);
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void validatorsRefusalDoesNotShowTheHash() {
        fresh.database()
                .createCollection(
                        "admins",
                        new CreateCollectionOptions()
                                .validationOptions(new ValidationOptions()
                                        .validator(Document.parse(
                                                "{$jsonSchema: {properties: {password: {maxLength: 5}}}}"))));
        Admin admin = new Samples().admin();

        assertThatThrownBy(() -> fresh.connect().admins().add(admin))
                .isInstanceOf(StoreUnavailableException.class)
                .satisfies(refusal -> {
                    for (Throwable t = refusal; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain(admin.password().reveal());
                    }
                });
    }

    @Test
    void refusedCredentialsFailTheStartWithoutBeingShown() {
        MongoCredential credential = MongoCredential.createCredential("user", "admin", "s3cret".toCharArray());

        RuntimeException failure =
                Startup.failure("MongoDB at db1", "master_db", new MongoSecurityException(credential, "failed"));

        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("MongoDB at db1 refuses the credentials");
        assertThat(failure.getCause().toString()).doesNotContain("s3cret");
    }

    @Test
    void missingRightsFailTheStartAndAreNamed() {
        assertThat(Startup.failure("MongoDB at db1", "master_db", commandFailure(13)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("master_db", "readWrite");
    }
}
