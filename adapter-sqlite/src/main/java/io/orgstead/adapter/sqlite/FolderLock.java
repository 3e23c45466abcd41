package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps everybody else off a folder while this process uses it. The operating system frees it when the process dies,
 * however that comes about. It works on a file of its own: on POSIX systems closing a file frees all locks that the
 * process has on it, so it must be one that nothing else opens.
 */
final class FolderLock implements AutoCloseable {

    private static final String IN_THIS_PROCESS = "it is already in use in this process";
    private static final String BY_ANOTHER = "it is in use by another process";

    /** The locks of this process. Asked first, because the refused one must not even open the lock's file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Kept open for good, and from the garbage collector: closing them would free a lock that is not ours. */
    private static final Queue<FileChannel> NEVER_CLOSED = new ConcurrentLinkedQueue<>();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock, or fails at once.
     *
     * @param folder the folder's real path
     * @param file the lock's file, which exists
     */
    static FolderLock take(Path folder, Path file) throws IOException {
        if (!HELD.add(folder)) {
            throw new IOException(IN_THIS_PROCESS);
        }
        boolean taken = false;
        try {
            FolderLock lock = new FolderLock(folder, lock(file));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(folder);
            }
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another class loader's copy of this class holds it.
            NEVER_CLOSED.add(channel);
            throw new IOException(IN_THIS_PROCESS + ", by another class loader", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException(BY_ANOTHER);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                HELD.remove(folder);
            }
        }
    }
}
