package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of a store while it is opened: closed again unless that succeeds. What SQLite reports is turned into
 * what an operator can do something about.
 */
final class Opening implements AutoCloseable {

    private final List<Session> sessions = new ArrayList<>();
    private boolean successful;

    Session writer(Connector connector, Schema schema) throws IOException {
        Session session = explain(schema, connector::openWriter);
        sessions.add(session);
        return session;
    }

    boolean isNew(Session session, Schema schema) throws IOException {
        return explain(schema, () -> schema.isNew(session));
    }

    boolean holds(Session session, String sql, Schema schema) throws IOException {
        return explain(schema, () -> session.exists(sql));
    }

    <T> List<T> list(Session session, RowReader<T> reader, String sql, Schema schema) throws IOException {
        return explain(schema, () -> session.findAll(reader, sql));
    }

    void migrate(Session session, Schema schema) throws IOException {
        explain(schema, () -> {
            schema.migrate(session);
            return true;
        });
    }

    /** From now on the connections belong to somebody else. */
    void succeeded() {
        successful = true;
    }

    @Override
    public void close() {
        if (!successful) {
            sessions.forEach(Database::closeQuietly);
        }
    }

    /** A step of opening. */
    @FunctionalInterface
    private interface Step<T> {

        T take() throws SQLException, IOException;
    }

    private static <T> T explain(Schema schema, Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (SQLException e) {
            throw new IOException(reason(schema.file() + " in it", e), e);
        }
    }

    private static String reason(String file, SQLException e) {
        // The low byte is the primary code: https://www.sqlite.org/rescode.html
        return switch (e.getErrorCode() & 0xff) {
            case 26 -> file + " is damaged, or not a database";
            case 11 -> file + " is damaged";
            case 13 -> "its disk is full";
            case 3, 8, 14 -> file + " cannot be opened for writing";
            case 5, 6 -> file + " is locked by another program";
            default -> file + " cannot be used: " + firstLine(e);
        };
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message.lines().findFirst().orElse("");
    }
}
