package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** Opens connections to one database: a file, or memory of its own per connection. */
final class Connector {

    /** How long SQLite waits for a lock that another program, such as a backup, holds on the file. */
    private static final int BUSY_MILLIS = 1_000;

    /**
     * FULL makes every commit durable in WAL mode, and the two fullfsync ones on macOS as well. Triggers, views and the
     * like in a file that somebody else has tampered with are not trusted.
     */
    private static final List<String> SETTINGS = List.of(
            "PRAGMA synchronous = FULL",
            "PRAGMA fullfsync = ON",
            "PRAGMA checkpoint_fullfsync = ON",
            "PRAGMA foreign_keys = ON",
            "PRAGMA trusted_schema = OFF",
            "PRAGMA cell_size_check = ON",
            "PRAGMA temp_store = MEMORY",
            "PRAGMA cache_size = -8000",
            "PRAGMA journal_size_limit = 67108864");

    private final Optional<Path> file;

    private Connector(Optional<Path> file) {
        this.file = file;
    }

    static Connector toFile(Path file) {
        return new Connector(Optional.of(file));
    }

    static Connector inMemory() {
        return new Connector(Optional.empty());
    }

    /** Whether a second connection sees the same data as the first. */
    boolean isFile() {
        return file.isPresent();
    }

    /** The connection that writes; for a file it sees to WAL mode. */
    Session openWriter() throws SQLException, IOException {
        Session session = connect(new SQLiteConfig());
        try {
            if (isFile() && !session.ask("PRAGMA journal_mode = WAL").equals("wal")) {
                throw new IOException("its file system does not support SQLite's write-ahead log");
            }
            return session;
        } catch (SQLException | IOException e) {
            closeAfter(e, session);
            throw e;
        }
    }

    /** A connection that cannot write. */
    Session openReader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return connect(config);
    }

    private Session connect(SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(BUSY_MILLIS);
        // Off: the driver would ask for the last row id after every insert.
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection(url());
        try {
            Session session = new Session(connection);
            for (String setting : SETTINGS) {
                session.execute(setting);
            }
            return session;
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    /** As a URI, so that no character of the path means something to the driver. */
    private String url() {
        return "jdbc:sqlite:" + file.map(path -> path.toUri().toASCIIString()).orElse(":memory:");
    }

    private static void closeAfter(Exception failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
