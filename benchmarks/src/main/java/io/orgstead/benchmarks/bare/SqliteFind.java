package io.orgstead.benchmarks.bare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;

/** One statement, prepared once, on as many connections as there are processors. */
public final class SqliteFind implements BareFind {

    private static final String FIND = "SELECT id, name, collection_name, admin_id, admin_email, created_at"
            + " FROM organizations WHERE collection_name = ?";

    private final BlockingQueue<PreparedStatement> idle = new LinkedBlockingQueue<>();
    private final LinkedBlockingDeque<Connection> connections = new LinkedBlockingDeque<>();

    private SqliteFind() {}

    /**
     * Opens a database for reading.
     *
     * @param file a copy of an embedded store's, as a store is for one process
     */
    public static SqliteFind open(Path file) {
        SqliteFind find = new SqliteFind();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                find.connections.add(connection);
                find.idle.add(connection.prepareStatement(FIND));
            }
            return find;
        } catch (SQLException e) {
            find.close();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> find(String collection) {
        try {
            PreparedStatement statement = idle.take();
            try {
                return find(statement, collection);
            } finally {
                idle.add(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> find(PreparedStatement statement, String collection) throws SQLException {
        statement.setString(1, collection);
        try (ResultSet found = statement.executeQuery()) {
            if (!found.next()) {
                throw new IllegalStateException("there is no " + collection);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("organization_id", found.getString(1));
            fields.put("organization_name", found.getString(2));
            fields.put("collection_name", found.getString(3));
            fields.put("admin_id", found.getString(4));
            fields.put("admin_email", found.getString(5));
            fields.put("created_at", Instant.ofEpochMilli(found.getLong(6)).toString());
            return fields;
        }
    }

    @Override
    public void close() {
        for (Connection connection = connections.poll(); connection != null; connection = connections.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
