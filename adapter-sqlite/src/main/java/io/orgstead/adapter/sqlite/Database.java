package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.PoolUsage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database: a single connection that writes, behind a fair lock, and for a file a few that read without waiting for
 * it. No call takes much longer than the time limit. Safe for use by any number of threads.
 */
final class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    private final Connector connector;
    private final Duration timeout;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final @Nullable ReaderPool readers;
    private final AtomicLong revision = new AtomicLong();
    private @Nullable Session writer;
    private volatile boolean closed;

    /** Takes over a connection that is ready for use. No read connections means that reads use the one that writes. */
    Database(Connector connector, Session writer, SqliteSettings settings, int readConnections) {
        this.connector = connector;
        this.writer = writer;
        this.timeout = settings.callTimeout();
        this.readers = readConnections == 0 ? null : new ReaderPool(connector, readConnections);
    }

    /** When a call that begins now has had its time. */
    Deadline deadline() {
        return Deadline.in(timeout);
    }

    /** Reads. What is read by one statement is of one moment. */
    <T> T read(Work<T> work) {
        return read(Deadline.in(timeout), work);
    }

    /** Reads until a certain moment. */
    <T> T read(Deadline deadline, Work<T> work) {
        ReaderPool pool = readers;
        if (pool != null) {
            requireOpen();
            return pool.use(deadline, work);
        }
        return withWriter(deadline, work);
    }

    /** Does work in one transaction: durable when this returns, and as if never begun when this throws. */
    <T> T write(Work<T> work) {
        return write(Deadline.in(timeout), work);
    }

    /** Does work in one transaction that ends before a certain moment. */
    <T> T write(Deadline deadline, Work<T> work) {
        return withWriter(deadline, session -> {
            revision.incrementAndGet();
            try {
                return Transaction.run(session, work, failure -> replace(session, failure));
            } finally {
                revision.incrementAndGet();
            }
        });
    }

    /**
     * Counts the beginnings and the ends of all changes; nobody else changes the database. What was read after this was asked
     * for, at rest, is what the database has for as long as the answer is the same.
     */
    long revision() {
        requireOpen();
        return revision.get();
    }

    /** Whether no change was under way at a revision. */
    static boolean isAtRest(long revision) {
        return revision % 2 == 0;
    }

    private <T> T withWriter(Deadline deadline, Work<T> work) {
        awaitTurn(deadline);
        try {
            requireOpen();
            Session session = writer();
            session.limitTo(deadline);
            return work.run(session);
        } catch (SQLException | IOException e) {
            throw new StoreUnavailableException(e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Replaces a connection that could not roll back. Some failures, such as a full disk, have rolled back by themselves
     * already; a new connection is right then too.
     */
    private void replace(Session session, SQLException failure) {
        if (connector.isFile()) {
            log.warn("Replacing the connection to the database after a failed transaction", failure);
            writer = null;
            closeQuietly(session);
        }
    }

    /** How the connections are used at the moment, the one that writes among them. */
    PoolUsage usage() {
        PoolUsage reading = readers == null ? new PoolUsage(0, 0, 0, 0) : readers.usage();
        return new PoolUsage(
                reading.open() + 1,
                reading.inUse() + (writing.isLocked() ? 1 : 0),
                reading.waiting() + writing.getQueueLength(),
                reading.limit() + 1);
    }

    private Session writer() throws SQLException, IOException {
        Session session = writer;
        if (session == null) {
            session = connector.openWriter();
            writer = session;
        }
        return session;
    }

    private void awaitTurn(Deadline deadline) {
        try {
            if (!writing.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreUnavailableException(new IllegalStateException("the store is closed"));
        }
    }

    /**
     * Lets the calls under way end, brings everything from the log into the database, and closes all connections.
     *
     * @return false if a call does not end: its connection then stays open
     */
    boolean close() {
        closed = true;
        // A call may wait for its turn, run, and wait for a foreign lock: each no longer than the limit or a second.
        Deadline deadline = Deadline.in(timeout.multipliedBy(2).plusSeconds(1));
        boolean readersClosed;
        try {
            readersClosed = readers == null || readers.close(deadline);
            awaitTurn(deadline);
        } catch (StoreUnavailableException e) {
            log.warn("A call does not end: its connection to the database stays open");
            return false;
        }
        try {
            Session session = writer;
            writer = null;
            if (session != null) {
                checkpoint(session);
                closeQuietly(session);
            }
            return readersClosed;
        } finally {
            writing.unlock();
        }
    }

    private void checkpoint(Session session) {
        session.limitTo(null);
        try {
            if (connector.isFile()) {
                session.ask("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException e) {
            // Nothing is lost: the next start finds it all in the log.
            log.warn("The database's log could not be written back", e);
        }
    }

    static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            log.warn("A connection to the database did not close properly", e);
        }
    }
}
