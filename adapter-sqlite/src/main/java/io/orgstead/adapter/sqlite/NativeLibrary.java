package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

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

    /** The driver's library for this system, in a folder that has none yet; empty if the driver brings none. */
    static Optional<Path> unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                return Optional.empty();
            }
            Path library = folder.resolve(name);
            Files.copy(packed, library);
            return Optional.of(library);
        }
    }
}
