package io.orgstead.adapter.sqlite;

import java.sql.SQLException;

/** The time limit has passed between two statements. */
final class OverdueException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** https://www.sqlite.org/rescode.html#interrupt */
    private static final int INTERRUPT = 9;

    OverdueException() {
        super("the time limit has passed", null, INTERRUPT);
    }

    /** Whether it was the time limit that ended something, in SQLite or between two of its statements. */
    static boolean isMeantBy(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == INTERRUPT;
    }
}
