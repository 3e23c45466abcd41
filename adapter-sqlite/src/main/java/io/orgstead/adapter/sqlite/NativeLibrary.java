package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, which is unpacked from the driver's jar. Unpacked here, to where the driver would do it, under a name that
 * nobody else has: the driver reads every byte of its copy again, one at a time, which takes a tenth of a whole start. Where
 * this does not work out the driver does it its own way. Who has named a library of their own gets that.
 */
final class NativeLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String LIBRARY_FOLDER = "org.sqlite.lib.path";
    private static final String LIBRARY_NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /** Loads it, unless it is loaded already. The exception's message says what is wrong, as a sentence part. */
    static synchronized void load() throws IOException {
        Path library = System.getProperty(LIBRARY_FOLDER) == null ? unpack() : null;
        try {
            if (library != null) {
                System.setProperty(LIBRARY_FOLDER, String.valueOf(library.getParent()));
                System.setProperty(LIBRARY_NAME, String.valueOf(library.getFileName()));
            }
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException(
                    "SQLite's native library cannot be loaded from the folder for temporary files"
                            + " (the system property org.sqlite.tmpdir names another)",
                    e);
        } finally {
            if (library != null) {
                System.clearProperty(LIBRARY_FOLDER);
                System.clearProperty(LIBRARY_NAME);
                remove(library);
            }
        }
    }

    private static @Nullable Path unpack() {
        Path folder = Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir", ".")));
        String resource =
                "/" + LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                return null;
            }
            Path library = Files.createTempFile(folder, "sqlite-", "-" + LibraryLoaderUtil.getNativeLibName())
                    .toAbsolutePath();
            Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
            return library;
        } catch (IOException e) {
            return null;
        }
    }

    /** A loaded library stays without its file; where the system keeps that, it goes when the process ends. */
    private static void remove(Path library) {
        try {
            Files.delete(library);
        } catch (IOException e) {
            library.toFile().deleteOnExit();
        }
    }
}
