package io.orgstead.bootstrap;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this process alone, below the one for temporary files, that SQLite's native library is unpacked into and that
 * the driver loads it from. Nobody else can put a library there: the folder is new, and its owner's only (mode 0700 where the
 * file system knows such). It is removed with its contents when closed; a process that was killed leaves one behind, which
 * the next start of the same user removes.
 *
 * <p>One per process. A loaded library cannot be removed on Windows: there it is the next start that does.
 */
final class NativeLibraryFolder implements AutoCloseable {

    static final String PREFIX = "orgstead-native-";

    /** Locked as long as the process lives; the operating system lets go of it however that ends. */
    static final String LOCK = "in-use";

    /** Where the driver unpacks; another folder than the usual one can be named there. */
    private static final String DRIVER_PROPERTY = "org.sqlite.tmpdir";

    /** Where the driver finds a library that is unpacked already. */
    private static final String LIBRARY_PATH = "org.sqlite.lib.path";

    private static final String LIBRARY_NAME = "org.sqlite.lib.name";

    private static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraryFolder.class);

    private final Path folder;
    private final FileChannel lock;

    private NativeLibraryFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder, unpacks the library into it, and points the driver there.
     *
     * @throws IOException with a message for the operator if that cannot be
     */
    static NativeLibraryFolder claim() throws IOException {
        Path parent = Path.of(System.getProperty(DRIVER_PROPERTY, System.getProperty("java.io.tmpdir", ".")));
        try {
            NativeLibraryFolder claimed = in(parent);
            System.setProperty(DRIVER_PROPERTY, claimed.folder.toString());
            claimed.unpack();
            return claimed;
        } catch (IOException e) {
            throw new IOException("cannot make a folder for SQLite's native library in " + parent + ": " + e, e);
        }
    }

    static NativeLibraryFolder in(Path parent) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<NativeLibraryFolder> made = make(parent);
            if (made.isPresent()) {
                removeLeftovers(parent, made.get().folder);
                return made.get();
            }
        }
        throw new IOException("it is removed again and again");
    }

    /** Empty if another start took the new folder for a leftover, in the moment before it was locked. */
    private static Optional<NativeLibraryFolder> make(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, PREFIX);
        Path file = folder.resolve(LOCK);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() != null && Files.exists(file)) {
                return Optional.of(new NativeLibraryFolder(folder, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    Path path() {
        return folder;
    }

    /** Where this does not work out, the driver does it its own way. Who has named a library gets that. */
    void unpack() {
        if (System.getProperty(LIBRARY_PATH) != null) {
            return;
        }
        try {
            SqliteAdapters.unpackNativeLibrary(folder).ifPresent(library -> {
                System.setProperty(LIBRARY_PATH, folder.toString());
                System.setProperty(LIBRARY_NAME, String.valueOf(library.getFileName()));
            });
        } catch (IOException e) {
            LOG.debug("SQLite's native library is left to the driver", e);
        }
    }

    private static void removeLeftovers(Path parent, Path own) {
        DirectoryStream.Filter<Path> isLeftover =
                path -> path.getFileName().toString().startsWith(PREFIX) && !path.equals(own);
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, isLeftover)) {
            for (Path candidate : candidates) {
                removeLeftover(candidate, own);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("leftovers of earlier starts in {} are not removed: {}", parent, e.toString());
        }
    }

    /** What others own they must remove themselves; so nothing of theirs is even looked into. */
    private static void removeLeftover(Path candidate, Path own) {
        try {
            if (!Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
                return;
            }
            Path file = candidate.resolve(LOCK);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(candidate);
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                if (channel.tryLock() != null) {
                    remove(candidate);
                }
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is in use in this process", candidate);
        } catch (IOException e) {
            LOG.debug("{} is removed by another start, or cannot be", candidate, e);
        }
    }

    /** The lock's file goes last: without it what is left would never be removed. There are no folders in it. */
    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !file.endsWith(LOCK))) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder.resolve(LOCK));
        Files.delete(folder);
    }

    @Override
    public void close() {
        if (folder.toString().equals(System.getProperty(DRIVER_PROPERTY))) {
            System.setProperty(DRIVER_PROPERTY, String.valueOf(folder.getParent()));
        }
        if (folder.toString().equals(System.getProperty(LIBRARY_PATH))) {
            System.clearProperty(LIBRARY_PATH);
            System.clearProperty(LIBRARY_NAME);
        }
        try {
            remove(folder);
        } catch (IOException e) {
            LOG.debug("{} is left to the next start", folder, e);
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("{} is left to the next start", folder, e);
        }
    }
}
