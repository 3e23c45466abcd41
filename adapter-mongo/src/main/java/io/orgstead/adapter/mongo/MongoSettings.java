package io.orgstead.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the master database is, and how long to wait for it. What the URI says itself about time-outs, the pool, TLS and
 * credentials counts; write concern, read concern and read preference are Orgstead's own, because its promises rest on
 * them. {@link #toString()} hides the URI, which may hold a password.
 *
 * @param uri a MongoDB connection string ({@code mongodb://} or {@code mongodb+srv://})
 * @param database the master database: at most {@value #MAX_DATABASE_BYTES} bytes in UTF-8, so that with the longest
 *     name of a collection it stays within the 255 bytes that MongoDB allows for both
 * @param timeout the most that one call may take, retries included, unless the URI sets one itself; from 100 ms to
 *     one minute
 */
public record MongoSettings(String uri, String database, Duration timeout) {

    /** The name of the master database in the seed document. */
    public static final String DEFAULT_DATABASE = "master_db";

    /** The most that one call may take where nothing else is said. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    /** The most bytes of UTF-8 that the database's name may have. */
    public static final int MAX_DATABASE_BYTES = 38;

    private static final String SCHEME = "mongodb://";
    private static final String SRV_SCHEME = "mongodb+srv://";
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(100);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

    /** What MongoDB forbids in the name of a database on any system (Naming Restrictions in its manual). */
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\. \"$*<>:|?\\p{Cntrl}]");

    private static final Set<String> SERVERS_OWN = Set.of("admin", "config", "local");

    /**
     * Settings from their parts.
     *
     * @throws IllegalArgumentException if one of them breaks its rule; the message names the rule and never the URI
     */
    public MongoSettings {
        requireConnectionString(uri);
        requireDatabaseName(database);
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("the time-out must be between 100 ms and 1 minute");
        }
    }

    /**
     * Checks the name of a database, before there are settings to give it to.
     *
     * @param name the master database
     * @return the name
     * @throws IllegalArgumentException as {@link #withDatabase} does
     */
    public static String databaseName(String name) {
        requireDatabaseName(name);
        return name;
    }

    /**
     * Settings with all else at its default.
     *
     * @param uri a MongoDB connection string
     * @return settings for {@value #DEFAULT_DATABASE}
     * @throws IllegalArgumentException if it is no connection string; the message does not repeat it
     */
    public static MongoSettings of(String uri) {
        return new MongoSettings(uri, DEFAULT_DATABASE, DEFAULT_TIMEOUT);
    }

    /**
     * The same settings for another database.
     *
     * @param name the master database
     * @return a copy
     * @throws IllegalArgumentException if MongoDB does not take the name, or it is longer than
     *     {@value #MAX_DATABASE_BYTES} bytes
     */
    public MongoSettings withDatabase(String name) {
        return new MongoSettings(uri, name, timeout);
    }

    /**
     * The same settings with another time-out.
     *
     * @param limit the most that one call may take
     * @return a copy
     * @throws IllegalArgumentException if it is below 100 ms or above one minute
     */
    public MongoSettings withTimeout(Duration limit) {
        return new MongoSettings(uri, database, limit);
    }

    @Override
    public String toString() {
        return "MongoSettings[uri=hidden, database=" + database + ", timeout=" + timeout + "]";
    }

    static void requireDatabaseName(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_DATABASE_BYTES || FORBIDDEN.matcher(name).find() || SERVERS_OWN.contains(name)) {
            throw new IllegalArgumentException("the MongoDB database must have a name of 1 to " + MAX_DATABASE_BYTES
                    + " bytes with none of / \\ . \" $ * < > : | ? or blanks, other than admin, config and local");
        }
    }

    private static void requireConnectionString(String uri) {
        if (uri.startsWith(SRV_SCHEME)) {
            // Reading one asks the name service, which is for the moment of connecting.
            return;
        }
        if (!uri.startsWith(SCHEME) || !isReadable(uri)) {
            throw notReadable();
        }
    }

    static IllegalArgumentException notReadable() {
        // The driver's own words are left out: they quote parts of the URI, with a badly escaped password among them.
        return new IllegalArgumentException(
                "the MongoDB URI must look like mongodb://[user:password@]host[:port],..."
                        + "[/[database][?options]], user and password percent-encoded, options as the driver takes them, or the same with mongodb+srv://");
    }

    private static boolean isReadable(String uri) {
        try {
            ConnectionString connection = new ConnectionString(uri);
            MongoClientSettings.builder().applyConnectionString(connection).build();
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
