package io.orgstead.adapter.sqlite;

import java.time.Duration;
import java.util.Objects;

/**
 * How the embedded store behaves. Immutable.
 *
 * @param callTimeout how long one call may wait for its turn and run; when it has passed the call fails with {@link
 *     io.orgstead.domain.failure.StoreUnavailableException}. Writing to the disk cannot be broken off, so a call on a
 *     slow disk may take longer; and a file locked by a foreign program is waited for up to one second more. From 50
 *     milliseconds to one hour
 * @param readConnections how many calls may read the organizations and admins at the same time, and how many may search the
 *     organizations' documents, from 1 to 64. Two more connections are for calls on documents that take no time. Of the calls
 *     that write one kind of data, or documents that lie in the same file, one runs at a time whatever this says; a store in
 *     memory has one connection for each file
 */
public record SqliteSettings(Duration callTimeout, int readConnections) {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_CONNECTIONS = 64;

    /**
     * Settings from their parts.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public SqliteSettings {
        Objects.requireNonNull(callTimeout, "callTimeout");
        if (callTimeout.compareTo(SHORTEST) < 0 || callTimeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("callTimeout must be from " + SHORTEST + " to " + LONGEST);
        }
        if (readConnections < 1 || readConnections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("readConnections must be from 1 to " + MOST_CONNECTIONS);
        }
    }

    /**
     * Settings that suit a server.
     *
     * @return 2.5 seconds for a call, and 4 read connections
     */
    public static SqliteSettings defaults() {
        return new SqliteSettings(Duration.ofMillis(2_500), 4);
    }
}
