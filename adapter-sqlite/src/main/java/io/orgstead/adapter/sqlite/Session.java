package io.orgstead.adapter.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/**
 * One connection with its prepared statements and a time limit for what runs on it. For one thread at a time.
 *
 * <p>The limit is enforced by SQLite itself, which asks every few thousand instructions whether to go on: the driver's
 * query time-out is only a limit on waiting for locks.
 */
final class Session implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    /** Some tens of microseconds of work: fine enough for a limit in milliseconds, too rare to cost anything. */
    private static final int INSTRUCTIONS_BETWEEN_CHECKS = 4_000;

    private static final Duration FOREVER = Duration.ofHours(1);

    private final Connection connection;
    private final Statements statements;
    private final Set<String> reported = new HashSet<>();
    private @Nullable Deadline deadline;

    Session(Connection connection) throws SQLException {
        this.connection = connection;
        this.statements = new Statements(this::prepare);
        ProgressHandler.setHandler(connection, INSTRUCTIONS_BETWEEN_CHECKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return isOverdue() ? 1 : 0;
            }
        });
    }

    /** From now on statements are broken off at this moment; null means never. */
    void limitTo(@Nullable Deadline limit) {
        deadline = limit;
    }

    /** When statements are broken off. */
    Deadline limit() {
        Deadline limit = deadline;
        return limit == null ? Deadline.in(FOREVER) : limit;
    }

    /**
     * Breaks off work between two statements, or on the rows of one, as SQLite breaks off the statements themselves.
     *
     * @throws OverdueException if the limit has passed
     */
    void requireTime() throws OverdueException {
        if (isOverdue()) {
            throw new OverdueException();
        }
    }

    private boolean isOverdue() {
        Deadline limit = deadline;
        return limit != null && limit.hasPassed();
    }

    /** Begins a transaction that holds the write lock from its first moment, so that nothing in it can be outrun. */
    void begin() throws SQLException {
        update("BEGIN IMMEDIATE");
    }

    /** Begins a transaction that only reads: all that is read in it is of one moment. */
    void beginReading() throws SQLException {
        update("BEGIN");
    }

    void commit() throws SQLException {
        update("COMMIT");
    }

    void rollback() throws SQLException {
        update("ROLLBACK");
    }

    /** Runs a statement that is worth keeping prepared, and says how many rows it changed. */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return prepared(sql, parameters).executeUpdate();
    }

    <T> Optional<T> findOne(RowReader<T> reader, String sql, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    <T> List<T> findAll(RowReader<T> reader, String sql, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return List.copyOf(found);
        }
    }

    /** The first rows that can be read, at most so many. The others are left out, and the log says so. */
    <T> List<T> findReadable(int limit, RowReader<T> reader, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (found.size() < limit && rows.next()) {
                try {
                    found.add(reader.read(rows));
                } catch (UnreadableRowException leftOut) {
                    report(leftOut);
                }
            }
            return List.copyOf(found);
        }
    }

    /** Each row once, and no more than a hundred. */
    private void report(UnreadableRowException leftOut) {
        String message = String.valueOf(leftOut.getMessage());
        if (reported.size() < 100 && reported.add(message)) {
            log.warn("Recovery leaves a row out: {}", message);
        }
    }

    boolean exists(String sql, @Nullable Object... parameters) throws SQLException {
        return findOne(row -> true, sql, parameters).isPresent();
    }

    /** Runs a statement once, without keeping it: for statements with names of tables in them, and for settings. */
    void execute(String sql) throws SQLException {
        SharedTables.requireTenant(sql);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement with parameters once, without keeping it. */
    void updateOnce(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        }
    }

    /** Runs a statement once and gives the first column of its first row as text; empty if there is none. */
    String ask(String sql) throws SQLException {
        SharedTables.requireTenant(sql);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String answer = rows.next() ? rows.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }

    /** Goes through the rows of a statement that is not kept, for as long as the consumer says true. */
    void forEach(RowReader<Boolean> consumer, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                boolean wanted = true;
                while (wanted && rows.next()) {
                    requireTime();
                    wanted = consumer.read(rows);
                }
            }
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        bind(statement, parameters);
        return statement;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        SharedTables.requireTenant(sql);
        return connection.prepareStatement(sql);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** Closes the connection and with it its statements. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
