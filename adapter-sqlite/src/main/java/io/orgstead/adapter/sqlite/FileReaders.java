package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.PoolUsage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The connections that read organizations' files without waiting for whoever writes them, opened when needed; a few, those
 * used last, stay open. Safe for use by any number of threads.
 */
final class FileReaders {

    static final int MOST_IDLE = 16;

    private final StoreFolder folder;
    private final int size;
    private final Semaphore free;
    private final Deque<Reader> idle = new ArrayDeque<>();

    FileReaders(StoreFolder folder, int size) {
        this.folder = folder;
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    private record Reader(TenantFileId file, Session session) {}

    <T> T use(TenantFileId file, Deadline deadline, Work<T> work) throws SQLException {
        if (!acquire(1, deadline)) {
            throw new StoreUnavailableException(null);
        }
        try {
            return onReader(file, deadline, work);
        } finally {
            free.release();
        }
    }

    /** A connection on which something failed is not used again. */
    private <T> T onReader(TenantFileId file, Deadline deadline, Work<T> work) throws SQLException {
        Session session = take(file);
        boolean usable = false;
        try {
            session.limitTo(deadline);
            T result = Transaction.read(session, work);
            usable = true;
            return result;
        } finally {
            if (usable) {
                giveBack(new Reader(file, session));
            } else {
                Database.closeQuietly(session);
            }
        }
    }

    private Session take(TenantFileId file) throws SQLException {
        synchronized (idle) {
            for (Iterator<Reader> readers = idle.iterator(); readers.hasNext(); ) {
                Reader reader = readers.next();
                if (reader.file().equals(file)) {
                    readers.remove();
                    return reader.session();
                }
            }
        }
        try {
            Session session = Connector.toFile(folder.tenantFile(file, true)).openReader();
            session.execute(TenantFiles.CACHE);
            return session;
        } catch (IOException e) {
            throw new StoreUnavailableException(e);
        }
    }

    private void giveBack(Reader reader) {
        synchronized (idle) {
            idle.addFirst(reader);
            if (idle.size() > MOST_IDLE) {
                Database.closeQuietly(idle.removeLast().session());
            }
        }
    }

    /** Closes the connections to a file that nobody uses at the moment. */
    void closeIdle(TenantFileId file) {
        synchronized (idle) {
            idle.removeIf(reader -> {
                boolean meant = reader.file().equals(file);
                if (meant) {
                    Database.closeQuietly(reader.session());
                }
                return meant;
            });
        }
    }

    /** How the connections are used at the moment. */
    PoolUsage usage() {
        int inUse = Math.max(0, size - free.availablePermits());
        synchronized (idle) {
            return new PoolUsage(idle.size() + inUse, inUse, free.getQueueLength(), MOST_IDLE + size);
        }
    }

    /** Closes the connections once nobody uses them any more; false if that takes too long. */
    boolean close(Deadline deadline) {
        boolean unused = acquire(size, deadline);
        synchronized (idle) {
            idle.forEach(reader -> Database.closeQuietly(reader.session()));
            idle.clear();
        }
        return unused;
    }

    private boolean acquire(int permits, Deadline deadline) {
        try {
            return free.tryAcquire(permits, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }
}
