package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes work to the documents of an organization, wherever they are: in a file of the organization's own or one that it shares, or
 * in the register's, where the first version and other programs made tables. The table is known by its incarnation, so a rename is followed, and nothing
 * else of the name is ever reached. Safe for use by any number of threads.
 *
 * <p>Calls that may look at many documents take turns among themselves, so that some connections always are free for those
 * that do not.
 */
final class TenantData {

    /** How many times as long as another call one may take that has much to change. */
    static final int PATIENCE = 8;

    /** How many connections are kept for calls that take no time. */
    static final int QUICK_CONNECTIONS = 2;

    private final Database register;
    private final TenantFiles files;
    private final Duration timeout;
    private final Semaphore searching;

    TenantData(SqliteStore store) {
        this.register = store.tenants();
        this.files = store.tenantFiles();
        this.timeout = store.settings().callTimeout();
        this.searching = new Semaphore(store.settings().readConnections(), true);
    }

    /** How many searches wait for their turn. */
    int waitingSearches() {
        return searching.getQueueLength();
    }

    /** What is done with the table of one organization, in one transaction. */
    @FunctionalInterface
    interface TableWork<T> {
        T run(DocumentTable table) throws SQLException;
    }

    /** The table is not ready for use. */
    private static final class NotReadyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReadyException() {
            super(null, null, false, false);
        }
    }

    /** A moment after which a call has had its time. */
    Deadline deadline() {
        return Deadline.in(timeout);
    }

    /** A moment after which a call has had its time so many times. */
    Deadline deadline(int times) {
        return Deadline.in(timeout.multipliedBy(times));
    }

    /** Reads a document or two: never waits for those who search. */
    <T> T read(TenantScope scope, TableWork<T> work) {
        return read(scope, deadline(), work);
    }

    /**
     * Reads, perhaps many documents.
     *
     * @throws QueryRefusedException if that takes longer than one call may
     */
    <T> T search(TenantScope scope, Deadline deadline, TableWork<T> work) {
        acquire(deadline);
        try {
            return read(scope, deadline, table -> refusingWhatTakesTooLong(table, work));
        } finally {
            searching.release();
        }
    }

    private static <T> T refusingWhatTakesTooLong(DocumentTable table, TableWork<T> work) throws SQLException {
        try {
            return work.run(table);
        } catch (SQLException e) {
            if (OverdueException.isMeantBy(e)) {
                throw QueryRefusedException.tookTooLong();
            }
            throw e;
        }
    }

    private void acquire(Deadline deadline) {
        try {
            if (!searching.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }

    private <T> T read(TenantScope scope, Deadline deadline, TableWork<T> work) {
        TableWork<T> onceReady = table -> {
            if (!table.open()) {
                throw new NotReadyException();
            }
            return work.run(table);
        };
        try {
            return readOnce(scope, deadline, onceReady);
        } catch (NotReadyException e) {
            write(scope, deadline, table -> true);
            return readOnce(scope, deadline, onceReady);
        }
    }

    private <T> T readOnce(TenantScope scope, Deadline deadline, TableWork<T> work) {
        TenantFileId file = placeOf(scope);
        Optional<T> done = unavailable(() -> files.readIfThere(
                        file, deadline, session -> onTable(session, scope, DataSql.FIND_TABLE, work))
                .flatMap(found -> found));
        if (done.isEmpty() && file instanceof TenantFileId.Numbered) {
            done = register.read(
                    deadline,
                    session -> Transaction.read(
                            session, reading -> onTable(reading, scope, DataSql.FIND_TABLE_HERE, work)));
        }
        return done.orElseThrow(TenantMovedException::new);
    }

    /** Changes documents or indexes in one transaction, as {@link #write} does, if that is not to be left alone now. */
    <T> T change(TenantScope scope, Deadline deadline, TableWork<T> work) {
        return write(scope, deadline, table -> {
            table.changeability().requireOpen();
            return work.run(table);
        });
    }

    /** Does work in one transaction: durable when this returns, and as if never begun when this throws. */
    <T> T write(TenantScope scope, Deadline deadline, TableWork<T> work) {
        TableWork<T> onceReady = table -> {
            if (!table.open()) {
                table.prepare();
            }
            return work.run(table);
        };
        TenantFileId file = placeOf(scope);
        Optional<T> done = unavailable(() -> files.writeIfThere(
                        file, deadline, session -> onTable(session, scope, DataSql.FIND_TABLE, onceReady))
                .flatMap(found -> found));
        if (done.isEmpty() && file instanceof TenantFileId.Numbered) {
            done = register.write(deadline, session -> onTable(session, scope, DataSql.FIND_TABLE_HERE, onceReady));
        }
        return done.orElseThrow(TenantMovedException::new);
    }

    private static TenantFileId placeOf(TenantScope scope) {
        return TenantFileId.of(scope.organization(), scope.incarnation());
    }

    /** Where an organization's table is; that never changes. Empty for the register's own file. */
    Optional<TenantFileId> fileOf(TenantScope scope) {
        TenantFileId file = placeOf(scope);
        boolean there = !(file instanceof TenantFileId.Numbered)
                || unavailable(() -> files.readIfThere(
                                file,
                                deadline(),
                                session -> session.exists(
                                        DataSql.FIND_TABLE, scope.incarnation().value())))
                        .orElse(false);
        return there ? Optional.of(file) : Optional.empty();
    }

    /**
     * Reads one file, whoever's tables are in it.
     *
     * @param file empty for the register's own
     * @return empty if the file is gone
     */
    <T> Optional<T> readFile(Optional<TenantFileId> file, Work<T> work) {
        return file.isEmpty()
                ? Optional.of(register.read(work))
                : unavailable(() -> files.readIfThere(file.get(), deadline(), work));
    }

    /** Does work on one file in a transaction, as {@link #readFile} does. */
    <T> Optional<T> writeFile(Optional<TenantFileId> file, Work<T> work) {
        return file.isEmpty()
                ? Optional.of(register.write(work))
                : unavailable(() -> files.writeIfThere(file.get(), deadline(), work));
    }

    Database register() {
        return register;
    }

    private static <T> Optional<T> onTable(Session session, TenantScope scope, String lookUp, TableWork<T> work)
            throws SQLException {
        Optional<DocumentTable> table = table(session, lookUp, scope);
        return table.isPresent() ? Optional.of(work.run(table.get())) : Optional.empty();
    }

    /** A private table is for who means the organization's private one, a public one for who does not. */
    private static Optional<DocumentTable> table(Session session, String lookUp, TenantScope scope)
            throws SQLException {
        CollectionIncarnation incarnation = scope.incarnation();
        String staged = TenantTables.stagedName(scope.organization().value());
        return session.findOne(row -> row.getString("name"), lookUp, incarnation.value())
                .filter(name -> scope.isHidden() ? name.equals(staged) : !name.startsWith(TenantTables.STAGED_PREFIX))
                .map(name -> new DocumentTable(session, name, incarnation, scope.organization()));
    }

    /** Work on a file, outside the register's own. */
    @FunctionalInterface
    private interface FileWork<T> {
        T run() throws SQLException;
    }

    private static <T> T unavailable(FileWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }
}
