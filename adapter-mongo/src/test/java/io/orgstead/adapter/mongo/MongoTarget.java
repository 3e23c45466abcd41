package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The MongoDB that the tests run on: the server that {@code ORGSTEAD_TEST_MONGODB_URI} names, else one in a container
 * where Docker is present, else a fake in this JVM. Started when first asked for, and shared by all tests.
 */
public final class MongoTarget {

    private static final String URI_VARIABLE = "ORGSTEAD_TEST_MONGODB_URI";
    private static final String IMAGE = "mongo:8.0";

    private MongoTarget() {}

    /** Whether it is MongoDB's own server and no fake. Starts nothing. */
    public static boolean isReal() {
        return Choice.REAL;
    }

    /** Where it is. */
    public static String uri() {
        return Running.URI;
    }

    /** A client for looking past the adapter. */
    public static MongoClient client() {
        return Running.CLIENT;
    }

    private static final class Choice {

        static final boolean NAMED = System.getenv(URI_VARIABLE) != null;
        static final boolean REAL = NAMED || DockerClientFactory.instance().isDockerAvailable();
    }

    private static final class Running {

        static final String URI = start();
        static final MongoClient CLIENT = MongoClients.create(URI);

        private static String start() {
            if (Choice.NAMED) {
                return System.getenv(URI_VARIABLE);
            }
            return Choice.REAL ? startContainer() : startFake();
        }

        // Testcontainers itself removes the container when the JVM ends.
        @SuppressWarnings("resource")
        private static String startContainer() {
            MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            return container.getReplicaSetUrl();
        }

        private static String startFake() {
            return new MongoServer(new AtomicMemoryBackend()).bindAndGetConnectionString();
        }
    }
}
