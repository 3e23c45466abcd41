package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a store, locked: what files there are in it, and that nobody but their owner can read them. SQLite
 * gives its log files the permissions of the database they belong to.
 */
final class StoreFolder implements AutoCloseable {

    static final String TENANT_FILES = "tenants";

    /** Where the files are that organizations have for themselves. */
    static final String OWN_FILES = TENANT_FILES + "/own";

    private static final Logger log = LoggerFactory.getLogger(StoreFolder.class);

    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final FolderLock lock;
    private final Map<Path, Object> identities = new ConcurrentHashMap<>();

    private StoreFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if there is none, and locks it. The exception's message says what is wrong, as a sentence part.
     */
    static StoreFolder open(Path folder) throws IOException {
        try {
            if (!Files.isDirectory(folder)) {
                create(folder.toAbsolutePath());
            }
            Path real = folder.toRealPath();
            return new StoreFolder(real, FolderLock.take(real, ownersFile(real.resolve("orgstead.lock"))));
        } catch (AccessDeniedException e) {
            throw new IOException("it is not writable", e);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("it is not a folder", e);
        } catch (FileSystemException e) {
            throw new IOException(e.getReason() == null ? "it cannot be created or written to" : e.getReason(), e);
        }
    }

    /** The database of the organizations and their admins. */
    Path master() throws IOException {
        return database("orgstead.db");
    }

    /** The register of the organizations' own data. */
    Path tenants() throws IOException {
        return database("tenants.db");
    }

    /** Makes the folder of the files with the organizations' tables, if there is none. */
    void prepareTenantFiles() throws IOException {
        prepareFolder(TENANT_FILES);
    }

    private void prepareFolder(String name) throws IOException {
        Path files = folder.resolve(name);
        try {
            if (!Files.isDirectory(files)) {
                Files.createDirectory(files, attributes(files, OWNERS_FOLDER));
                sync(Objects.requireNonNull(files.getParent()));
            }
        } catch (IOException e) {
            throw new IOException(name + " in it is not a folder, or cannot be created", e);
        }
    }

    /** Makes what was made or removed in a folder last, where the system can; where it cannot, that is left to it. */
    private static void sync(Path changed) {
        try (FileChannel channel = FileChannel.open(changed, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.debug("A folder cannot be written through", e);
        }
    }

    /** Whether there is any file with organizations' tables. */
    boolean hasTenantFiles() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(TENANT_FILES), "*.db")) {
            return files.iterator().hasNext() || !ownFiles().isEmpty();
        }
    }

    /** The names of all files that belong to organizations' own, by one look into their folder. */
    Set<String> ownFiles() throws IOException {
        Path files = folder.resolve(OWN_FILES);
        Set<String> found = new HashSet<>();
        if (Files.isDirectory(files)) {
            String[] names = files.toFile().list();
            if (names == null) {
                throw new IOException(OWN_FILES + " in it cannot be read");
            }
            for (String name : names) {
                Incarnations.ownFileOf(name).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * A file with organizations' tables.
     *
     * @param isInUse whether there are tables in it, so that it must not be made anew
     */
    Path tenantFile(TenantFileId id, boolean isInUse) throws IOException {
        if (isInUse) {
            requireTenantFile(id);
        } else if (id instanceof TenantFileId.Own) {
            prepareFolder(OWN_FILES);
        }
        return database(id.fileName());
    }

    /** Refuses a folder in which a file that has been in use is missing. */
    void requireTenantFile(TenantFileId id) throws IOException {
        Path file = folder.resolve(id.fileName());
        if (!Files.exists(file) || Files.size(file) == 0) {
            throw missing(id);
        }
    }

    static IOException missing(TenantFileId id) {
        return new IOException(id.fileName() + " in it is missing or empty");
    }

    /** Whether there is anything of a file. */
    boolean holdsAnythingOf(TenantFileId.Own id) {
        return all(id).anyMatch(Files::exists);
    }

    /** Removes a file that nobody has open, and its logs before it: alone, those could be taken for those of another. */
    void remove(TenantFileId.Own id) throws IOException {
        forget(id);
        for (Path file : all(id).toList()) {
            Files.deleteIfExists(file);
        }
        Path own = folder.resolve(OWN_FILES);
        if (Files.isDirectory(own)) {
            sync(own);
        }
    }

    private Stream<Path> all(TenantFileId.Own id) {
        return Stream.of("-shm", "-wal", "-journal", "").map(end -> folder.resolve(id.fileName() + end));
    }

    /** The file is closed: there may be many, and only those in use are looked after. */
    void forget(TenantFileId.Own id) {
        identities.remove(folder.resolve(id.fileName()));
    }

    private Path database(String name) throws IOException {
        Path file = ownersFile(folder.resolve(name));
        Object identity = identity(file);
        Object before = identities.putIfAbsent(file, identity);
        if (before != null && !before.equals(identity)) {
            throw new IOException(name + " in it was replaced");
        }
        return file;
    }

    /**
     * Whether the databases are still the files that were opened. On many systems a file in use can be removed or
     * replaced, and SQLite would go on with the one that nobody finds any more.
     */
    boolean isIntact() {
        return identities.entrySet().stream()
                .allMatch(file -> isStill(file.getKey(), file.getValue()) || !identities.containsKey(file.getKey()));
    }

    private static boolean isStill(Path file, Object identity) {
        try {
            return identity(file).equals(identity);
        } catch (IOException e) {
            return false;
        }
    }

    /** What tells a file from another of its name, where the file system knows such; else the name. */
    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    /** The folders above are made with the permissions that are usual there. */
    private static void create(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder, attributes(folder, OWNERS_FOLDER));
    }

    /** An empty file is a new database to SQLite. Made here, so that it is private from its first moment. */
    private static Path ownersFile(Path file) throws IOException {
        if (Files.exists(file)) {
            if (isPosix(file)) {
                Files.setPosixFilePermissions(file, OWNERS_FILE);
            }
        } else {
            Files.createFile(file, attributes(file, OWNERS_FILE));
        }
        return file;
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Lets others use the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
