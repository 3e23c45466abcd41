package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.TenantMovedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Whether the documents of an organization may be changed, and whether it is noted which.
 *
 * @param isClosed nobody may change anything
 * @param watchedUntil in milliseconds since 1970
 */
record Changeability(boolean isClosed, long watchedUntil) {

    /** Writers go on for a while after it has ended for who watches: clocks differ, and a write takes its time. */
    private static final Duration LONGER = Duration.ofMinutes(1);

    private static final long NOT = Long.MIN_VALUE;

    static final Changeability FREE = new Changeability(false, NOT);

    /** From a row of {@link DataSql#USAGE}. */
    static Changeability read(ResultSet row) throws SQLException {
        long until = row.getLong("watched_until");
        long watchedUntil = row.wasNull() ? NOT : until;
        row.getLong("closed_version");
        return new Changeability(!row.wasNull(), watchedUntil);
    }

    /** Whether what is changed now is to be noted. */
    boolean isWatched() {
        return watchedUntil != NOT && System.currentTimeMillis() - LONGER.toMillis() < watchedUntil;
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
