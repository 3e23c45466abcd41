package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.PoolUsage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The files with the organizations' tables, each made when its first table is: {@value #COUNT} at the most for tables of several
 * organizations, one for the table that many share, and those that organizations have for themselves. Which file an
 * organization's table is in follows from its id and its incarnation: a table never changes its file.
 *
 * <p>Some stay open between calls, those used last. Each is written by one thread at a time, and different ones at the same
 * time. Whoever also needs the register takes its turn there first. Safe for use by any number of threads.
 */
final class TenantFiles {

    /** With twenty thousand organizations a file has some twenty tables, and SQLite is as fast as with one. */
    static final int COUNT = 1_024;

    /** Each takes three file descriptors and up to a megabyte of memory. */
    static final int MOST_OPEN = 64;

    /** A megabyte for each connection. */
    static final String CACHE = "PRAGMA cache_size = -1000";

    private final Optional<StoreFolder> folder;
    private final Set<TenantFileId> inUse;
    private final Set<TenantFileId> upToDate = new HashSet<>();
    private final Map<TenantFileId, TenantFile> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Optional<FileReaders> readers;
    private boolean closed;

    /**
     * The files of a folder, or databases in memory.
     *
     * @param inUse the files that have had a table, and so must be there
     * @param readConnections how many calls may read at the same time
     */
    TenantFiles(Optional<StoreFolder> folder, Set<TenantFileId> inUse, int readConnections) {
        this.folder = folder;
        this.inUse = new HashSet<>(inUse);
        this.readers = folder.map(path -> new FileReaders(path, readConnections));
    }

    /**
     * Does work on one file in a transaction of its own, within the time limit of the register's transaction. A file that is not
     * there yet is made: nobody else may be about to remove it, and so the register's turn is to be held meanwhile.
     */
    <T> T write(TenantFileId file, Session register, Work<T> work) throws SQLException {
        TenantFile entered = enter(file);
        try {
            return entered.write(register.limit(), isInUse(file), work);
        } finally {
            leave(entered);
        }
    }

    /** Does work on one file in a transaction; empty, and nothing done, if it has had no table, or is gone. */
    <T> Optional<T> writeIfThere(TenantFileId file, Deadline deadline, Work<T> work) throws SQLException {
        Optional<TenantFile> entered = enterIfThere(file);
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(entered.get().write(deadline, true, work));
        } finally {
            leave(entered.get());
        }
    }

    /** Reads one file: all that is read is of one moment. Empty if it has had no table, or is gone. */
    <T> Optional<T> readIfThere(TenantFileId file, Deadline deadline, Work<T> work) throws SQLException {
        Optional<TenantFile> entered = enterIfThere(file);
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(entered.get(), deadline, work));
        } finally {
            leave(entered.get());
        }
    }

    private <T> T read(TenantFile entered, Deadline deadline, Work<T> work) throws SQLException {
        if (readers.isEmpty()) {
            return entered.readInTurn(deadline, work);
        }
        if (!isUpToDate(entered.id())) {
            entered.write(deadline, true, session -> true);
            markUpToDate(entered.id());
        }
        return readers.get().use(entered.id(), deadline, work);
    }

    /** From now on the file must be there. */
    synchronized void markInUse(TenantFileId file) {
        inUse.add(file);
    }

    /** Whether the file has had a table. */
    synchronized boolean isInUse(TenantFileId file) {
        return inUse.contains(file);
    }

    private synchronized boolean isUpToDate(TenantFileId file) {
        return upToDate.contains(file);
    }

    private synchronized void markUpToDate(TenantFileId file) {
        upToDate.add(file);
    }

    private synchronized Optional<TenantFile> enterIfThere(TenantFileId file) {
        return closed || isInUse(file) ? Optional.of(enter(file)) : Optional.empty();
    }

    private synchronized TenantFile enter(TenantFileId file) {
        if (closed) {
            throw new StoreUnavailableException(new IllegalStateException("the store is closed"));
        }
        TenantFile entered = open.computeIfAbsent(file, id -> new TenantFile(folder, id));
        entered.use(1);
        return entered;
    }

    private synchronized void leave(TenantFile left) {
        left.use(-1);
        notifyAll();
        if (folder.isPresent() && open.size() > MOST_OPEN) {
            closeLeastRecentlyUsed();
        }
    }

    private void closeLeastRecentlyUsed() {
        for (Iterator<TenantFile> files = open.values().iterator(); files.hasNext(); ) {
            TenantFile file = files.next();
            if (file.use(0) == 0) {
                files.remove();
                close(file);
                return;
            }
        }
    }

    /** Closes a file that nobody uses, nor can begin to meanwhile. */
    private void close(TenantFile file) {
        readers.ifPresent(all -> all.closeIdle(file.id()));
        file.close(Deadline.in(Duration.ZERO));
        if (folder.isPresent() && file.id() instanceof TenantFileId.Own own) {
            folder.get().forget(own);
        }
    }

    /**
     * Removes a file that is to be no more. Nobody gets to it from now on; those who use it may end before.
     *
     * @throws StoreUnavailableException if they do not in time, or the file cannot be removed: then some of it is still there
     */
    void remove(TenantFileId.Own file, Deadline deadline) {
        synchronized (this) {
            inUse.remove(file);
            upToDate.remove(file);
            awaitUnused(file, deadline);
            TenantFile unused = open.remove(file);
            if (unused != null) {
                close(unused);
            }
        }
        if (folder.isPresent()) {
            try {
                folder.get().remove(file);
            } catch (IOException e) {
                throw new StoreUnavailableException(e);
            }
        }
    }

    private synchronized void awaitUnused(TenantFileId file, Deadline deadline) {
        try {
            for (TenantFile used = open.get(file); used != null && used.use(0) > 0; used = open.get(file)) {
                if (deadline.hasPassed()) {
                    throw new StoreUnavailableException(null);
                }
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }

    /** Whether there is anything of a file, in use or not. */
    boolean holdsAnythingOf(TenantFileId.Own file) {
        return isInUse(file) || (folder.isPresent() && folder.get().holdsAnythingOf(file));
    }

    /** How the connections that read are used at the moment. */
    PoolUsage usage() {
        return readers.map(FileReaders::usage).orElse(new PoolUsage(0, 0, 0, 0));
    }

    /**
     * Lets the calls under way end, brings everything from the logs into the files, and closes them.
     *
     * @return false if a call does not end
     */
    boolean close(Deadline deadline) {
        List<TenantFile> files;
        synchronized (this) {
            closed = true;
            files = new ArrayList<>(open.values());
        }
        boolean ended = readers.isEmpty() || readers.get().close(deadline);
        for (TenantFile file : files) {
            ended &= file.close(deadline);
        }
        return ended;
    }
}
