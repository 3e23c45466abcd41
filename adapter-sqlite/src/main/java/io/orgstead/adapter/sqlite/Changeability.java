package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.TenantMovedException;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Whether the documents of an organization may be changed, and whether it is noted which.
 *
 * @param isClosed nobody may change anything
 * @param isWatched whether what is changed now is to be noted
 * @param watchedUntil in milliseconds since 1970
 */
record Changeability(boolean isClosed, boolean isWatched, long watchedUntil) {

    private static final long NOT = Long.MIN_VALUE;

    static final Changeability FREE = new Changeability(false, false, NOT);

    /** From a row of {@link DataSql#USAGE}. */
    static Changeability read(ResultSet row) throws SQLException {
        long until = row.getLong("watched_until");
        long watchedUntil = row.wasNull() ? NOT : until;
        row.getLong("closed_version");
        boolean isClosed = !row.wasNull();
        return new Changeability(isClosed, row.getBoolean("watched"), watchedUntil);
    }

    /** Whether a watch of before still goes on for who asks at some moment. */
    boolean isWatchedAt(long millis) {
        return watchedUntil != NOT && millis < watchedUntil;
    }

    void requireOpen() {
        if (isClosed) {
            throw new TenantMovedException();
        }
    }
}
