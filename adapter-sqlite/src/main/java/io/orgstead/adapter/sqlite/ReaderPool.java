package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.PoolUsage;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The connections that read, opened when first needed. Safe for use by any number of threads. */
final class ReaderPool {

    private final Connector connector;
    private final int size;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();

    ReaderPool(Connector connector, int size) {
        this.connector = connector;
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    <T> T use(Deadline deadline, Work<T> work) {
        if (!acquire(1, deadline)) {
            throw new StoreUnavailableException(null);
        }
        try {
            return onIdleSession(deadline, work);
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        } finally {
            free.release();
        }
    }

    /** A connection on which something failed is not used again. */
    private <T> T onIdleSession(Deadline deadline, Work<T> work) throws SQLException {
        Session known = idle.pollFirst();
        Session session = known == null ? connector.openReader() : known;
        boolean usable = false;
        try {
            session.limitTo(deadline);
            T result = work.run(session);
            usable = true;
            return result;
        } finally {
            if (usable) {
                idle.addFirst(session);
            } else {
                Database.closeQuietly(session);
            }
        }
    }

    /** How the connections are used at the moment. */
    PoolUsage usage() {
        int inUse = Math.max(0, size - free.availablePermits());
        return new PoolUsage(idle.size() + inUse, inUse, free.getQueueLength(), size);
    }

    /** Closes the connections once nobody uses them any more; false if that takes too long. */
    boolean close(Deadline deadline) {
        boolean unused = acquire(size, deadline);
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            Database.closeQuietly(session);
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
