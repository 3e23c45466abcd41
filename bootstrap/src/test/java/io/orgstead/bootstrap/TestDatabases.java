package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoTarget;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Databases of their own for tests that share a MongoDB server; dropped in the end. Thread-safe. */
public final class TestDatabases implements AutoCloseable {

    private final List<String> names = new CopyOnWriteArrayList<>();

    /** The name of a database that nobody else uses. */
    public String newName() {
        String name = "orgstead_" + UUID.randomUUID().toString().substring(0, 8);
        names.add(name);
        return name;
    }

    /** The URI of a database that nobody else uses. */
    public String newUri() {
        return uriOf(newName());
    }

    /** The server's URI, with this database in it. */
    public static String uriOf(String database) {
        String uri = MongoTarget.uri();
        int options = uri.indexOf('?');
        String server = options < 0 ? uri : uri.substring(0, options);
        int path = server.indexOf('/', server.indexOf("://") + 3);
        return (path < 0 ? server : server.substring(0, path)) + "/" + database
                + (options < 0 ? "" : uri.substring(options));
    }

    @Override
    public void close() {
        names.forEach(name -> MongoTarget.client().getDatabase(name).drop());
    }
}
