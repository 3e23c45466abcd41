package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file with organizations' tables: a connection that writes, behind a fair lock. Safe for use by any number of threads. */
final class TenantFile {

    private static final Logger log = LoggerFactory.getLogger(TenantFile.class);

    private final Optional<StoreFolder> folder;
    private final TenantFileId id;
    private final ReentrantLock writing = new ReentrantLock(true);
    private @Nullable Session writer;
    private int users;

    /** @param folder empty for a database in memory */
    TenantFile(Optional<StoreFolder> folder, TenantFileId id) {
        this.folder = folder;
        this.id = id;
    }

    TenantFileId id() {
        return id;
    }

    /** Counts who uses it; guarded by the lock of whoever asks. */
    int use(int more) {
        users += more;
        return users;
    }

    /** Does work in one transaction. */
    <T> T write(Deadline deadline, boolean isInUse, Work<T> work) throws SQLException {
        return withWriter(
                deadline, isInUse, session -> Transaction.run(session, work, failure -> replace(session, failure)));
    }

    /** Reads with the connection that writes: in memory there is no other. */
    <T> T readInTurn(Deadline deadline, Work<T> work) throws SQLException {
        return withWriter(deadline, true, session -> Transaction.read(session, work));
    }

    private <T> T withWriter(Deadline deadline, boolean isInUse, Work<T> work) throws SQLException {
        awaitTurn(deadline);
        try {
            Session session = writer;
            if (session == null) {
                session = connect(isInUse);
                writer = session;
            }
            session.limitTo(deadline);
            return work.run(session);
        } finally {
            writing.unlock();
        }
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

    private Session connect(boolean isInUse) {
        Schema schema = Schemas.of(id);
        try (Opening opening = new Opening()) {
            Connector connector =
                    folder.isPresent() ? Connector.toFile(folder.get().tenantFile(id, isInUse)) : Connector.inMemory();
            Session session = opening.writer(connector, schema);
            opening.isNew(session, schema);
            opening.migrate(session, schema);
            session.execute(TenantFiles.CACHE);
            opening.succeeded();
            return session;
        } catch (IOException | SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    /** What is in memory is gone with its connection, so that one is kept. */
    private void replace(Session session, SQLException failure) {
        if (folder.isPresent()) {
            log.warn("Replacing the connection to a file of tenants after a failed transaction", failure);
            writer = null;
            Database.closeQuietly(session);
        }
    }

    /**
     * Closes the connection; whatever is in the log gets into the file.
     *
     * @return false if a call does not end
     */
    boolean close(Deadline deadline) {
        try {
            awaitTurn(deadline);
        } catch (StoreUnavailableException e) {
            return false;
        }
        try {
            Session session = writer;
            writer = null;
            if (session != null) {
                session.limitTo(null);
                Database.closeQuietly(session);
            }
            return true;
        } finally {
            writing.unlock();
        }
    }
}
