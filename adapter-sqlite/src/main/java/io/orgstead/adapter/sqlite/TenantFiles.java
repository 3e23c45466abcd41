package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The files with the organizations' tables, {@value #COUNT} at the most, each made when its first table is. Which file
 * an organization's table is in follows from the organization's id, which never changes: a table never changes its file.
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
    private final BitSet inUse;
    private final BitSet upToDate = new BitSet(COUNT);
    private final Map<Integer, TenantFile> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Optional<FileReaders> readers;
    private boolean closed;

    /**
     * The files of a folder, or databases in memory.
     *
     * @param inUse the files that have had a table, and so must be there
     * @param readConnections how many calls may read at the same time
     */
    TenantFiles(Optional<StoreFolder> folder, BitSet inUse, int readConnections) {
        this.folder = folder;
        this.inUse = inUse;
        this.readers = folder.map(path -> new FileReaders(path, readConnections));
    }

    /** The file for an organization's table, from 0. */
    static int fileOf(OrganizationId organization) {
        CRC32 checksum = new CRC32();
        checksum.update(organization.value().getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % COUNT);
    }

    /** Does work on one file in a transaction of its own, within the time limit of the register's transaction. */
    <T> T write(int file, Session register, Work<T> work) throws SQLException {
        return write(file, register.limit(), work);
    }

    /** Does work on one file in a transaction. */
    <T> T write(int file, Deadline deadline, Work<T> work) throws SQLException {
        TenantFile entered = enter(file);
        try {
            return entered.write(deadline, isInUse(file), work);
        } finally {
            leave(entered);
        }
    }

    /** Reads one file: all that is read is of one moment. */
    <T> T read(int file, Deadline deadline, Work<T> work) throws SQLException {
        TenantFile entered = enter(file);
        try {
            if (readers.isEmpty()) {
                return entered.readInTurn(deadline, work);
            }
            if (!isUpToDate(file)) {
                entered.write(deadline, true, session -> true);
                markUpToDate(file);
            }
            return readers.get().use(file, deadline, work);
        } finally {
            leave(entered);
        }
    }

    /** From now on the file must be there. */
    synchronized void markInUse(int file) {
        inUse.set(file);
    }

    /** Whether the file has had a table. */
    synchronized boolean isInUse(int file) {
        return inUse.get(file);
    }

    private synchronized boolean isUpToDate(int file) {
        return upToDate.get(file);
    }

    private synchronized void markUpToDate(int file) {
        upToDate.set(file);
    }

    private synchronized TenantFile enter(int file) {
        if (closed) {
            throw new StoreUnavailableException(new IllegalStateException("the store is closed"));
        }
        TenantFile entered = open.computeIfAbsent(file, number -> new TenantFile(folder, number));
        entered.use(1);
        return entered;
    }

    private synchronized void leave(TenantFile left) {
        left.use(-1);
        if (folder.isPresent() && open.size() > MOST_OPEN) {
            closeLeastRecentlyUsed();
        }
    }

    private void closeLeastRecentlyUsed() {
        for (Iterator<TenantFile> files = open.values().iterator(); files.hasNext(); ) {
            TenantFile file = files.next();
            if (file.use(0) == 0) {
                files.remove();
                readers.ifPresent(all -> all.closeIdle(file.number()));
                file.close(Deadline.in(Duration.ZERO));
                return;
            }
        }
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
