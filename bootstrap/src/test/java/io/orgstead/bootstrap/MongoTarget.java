package io.orgstead.bootstrap;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The MongoDB server that tests run against: the one of {@code ORGSTEAD_TEST_MONGODB_URI}, else a container where Docker
 * is there, else a fake in this JVM.
 */
public final class MongoTarget implements AutoCloseable {

    private static final String IMAGE = "mongo:8";

    private final String uri;
    private final Runnable stop;
    private final List<String> databases = new ArrayList<>();

    private MongoTarget(String uri, Runnable stop) {
        this.uri = uri;
        this.stop = stop;
    }

    /** Finds or starts the server. */
    public static MongoTarget open() {
        String given = System.getenv("ORGSTEAD_TEST_MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return new MongoTarget(given, () -> {});
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            MongoDBContainer container = new MongoDBContainer(IMAGE);
            container.start();
            return new MongoTarget(container.getConnectionString() + "/?directConnection=true", container::stop);
        }
        MongoServer fake = new MongoServer(new MemoryBackend());
        InetSocketAddress address = fake.bind();
        return new MongoTarget(
                "mongodb://127.0.0.1:" + address.getPort() + "/?directConnection=true", fake::shutdownNow);
    }

    /** The server's URI, without a database. */
    public String uri() {
        return uri;
    }

    /** The URI of a database that nobody else uses; dropped in the end. */
    public String newDatabase(String purpose) {
        String name = "orgstead_" + purpose + "_" + UUID.randomUUID().toString().substring(0, 8);
        databases.add(name);
        int path = uri.indexOf('/', "mongodb+srv://".length());
        return path < 0 ? uri + "/" + name : uri.substring(0, path + 1) + name + uri.substring(path + 1);
    }

    /** The name of a database in a URI that {@link #newDatabase} made. */
    public static String databaseOf(String databaseUri) {
        return java.util.Objects.requireNonNull(new ConnectionString(databaseUri).getDatabase(), "database");
    }

    @Override
    public void close() {
        try (MongoClient client = MongoClients.create(uri)) {
            databases.forEach(name -> client.getDatabase(name).drop());
        } finally {
            stop.run();
        }
    }
}
