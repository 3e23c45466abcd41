package io.orgstead.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;

/** The driver's settings: Orgstead's defaults in place of the driver's, and over them what the URI says itself. */
final class ClientSettings {

    /** The seed document's connection pooling. */
    private static final int MAX_CONNECTIONS = 100;

    private static final int CONNECT_TIMEOUT_SECONDS = 2;
    private static final int SERVER_SELECTION_TIMEOUT_SECONDS = 2;
    private static final int MAX_WAIT_SECONDS = 2;

    private ClientSettings() {}

    static MongoClientSettings of(MongoSettings settings, ConnectionString uri) {
        return MongoClientSettings.builder()
                .applicationName("orgstead")
                .timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(MAX_CONNECTIONS).maxWaitTime(MAX_WAIT_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(uri)
                .build();
    }
}
