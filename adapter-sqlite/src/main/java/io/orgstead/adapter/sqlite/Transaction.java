package io.orgstead.adapter.sqlite;

import java.sql.SQLException;
import java.util.function.Consumer;

/** Work that is done as a whole or not at all. */
final class Transaction {

    private Transaction() {}

    /**
     * Does the work: durable when this returns, and as if never begun when this throws.
     *
     * @param unusable told when a connection cannot even roll back, and so is in an unknown state
     */
    static <T> T run(Session session, Work<T> work, Consumer<SQLException> unusable) throws SQLException {
        boolean committed = false;
        session.begin();
        try {
            T result = work.run(session);
            session.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(session, unusable);
            }
        }
    }

    /** Reads: all that is read is of one moment. */
    static <T> T read(Session session, Work<T> work) throws SQLException {
        session.beginReading();
        try {
            return work.run(session);
        } finally {
            session.limitTo(null);
            session.rollback();
        }
    }

    private static void rollBack(Session session, Consumer<SQLException> unusable) {
        session.limitTo(null);
        try {
            session.rollback();
        } catch (SQLException e) {
            unusable.accept(e);
        }
    }
}
