package io.orgstead.adapter.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;

/**
 * Orgstead's own handles on the master database and on {@code admin}. They carry what the ports promise, whatever the
 * client they come from is set to: what is acknowledged survives the loss of a server, reads see it, and every call ends
 * in time.
 *
 * <p>The journal is asked for by name: on a standalone server, majority alone lost acknowledged writes when it was killed.
 */
final class MasterDatabase {

    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
    static final String ORGANIZATIONS = "organizations";
    static final String ADMINS = "admins";

    private final MongoCluster cluster;
    private final MongoDatabase database;
    private final MongoDatabase admin;

    MasterDatabase(MongoClient client, String name, Duration defaultTimeout) {
        MongoCluster cluster = client.withCodecRegistry(MongoClientSettings.getDefaultCodecRegistry())
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(DURABLE);
        if (client.getTimeout(TimeUnit.MILLISECONDS) == null) {
            cluster = cluster.withTimeout(defaultTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        this.cluster = cluster;
        this.database = cluster.getDatabase(name);
        this.admin = cluster.getDatabase("admin");
    }

    MongoDatabase database() {
        return database;
    }

    /** Another database, that of an organization. */
    MongoDatabase database(String name) {
        return cluster.getDatabase(name);
    }

    /** What one call may take. */
    Duration timeout() {
        Long millis = database.getTimeout(TimeUnit.MILLISECONDS);
        return millis == null || millis == 0 ? MongoSettings.DEFAULT_TIMEOUT : Duration.ofMillis(millis);
    }

    MongoDatabase admin() {
        return admin;
    }

    String name() {
        return database.getName();
    }

    MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    String namespace(String collection) {
        return name() + "." + collection;
    }
}
