package io.orgstead.adapter.sqlite;

import java.io.IOException;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite itself, which the driver unpacks from its jar. */
final class NativeLibrary {

    private NativeLibrary() {}

    /** Loads it, unless it is loaded already. The exception's message says what is wrong, as a sentence part. */
    static void load() throws IOException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException(
                    "SQLite's native library cannot be loaded from the folder for temporary files"
                            + " (the system property org.sqlite.tmpdir names another)",
                    e);
        }
    }
}
