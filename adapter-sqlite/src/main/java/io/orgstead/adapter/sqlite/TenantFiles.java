package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.OrganizationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files with the organizations' tables, {@value #COUNT} at the most, each made when its first table is. Which file
 * an organization's table is in follows from the organization's id, which never changes: a table never changes its file.
 *
 * <p>Some stay open between calls, those used last. For one thread at a time: the one whose turn it is to write the
 * register.
 */
final class TenantFiles {

    /** With twenty thousand organizations a file has some twenty tables, and SQLite is as fast as with one. */
    static final int COUNT = 1_024;

    /** Each takes three file descriptors and up to a megabyte of memory. */
    static final int MOST_OPEN = 64;

    private static final Logger log = LoggerFactory.getLogger(TenantFiles.class);

    private final Optional<StoreFolder> folder;
    private final BitSet inUse;
    private final Map<Integer, Session> open = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * The files of a folder, or databases in memory.
     *
     * @param inUse the files that have had a table, and so must be there
     */
    TenantFiles(Optional<StoreFolder> folder, BitSet inUse) {
        this.folder = folder;
        this.inUse = inUse;
    }

    /** The file for an organization's table, from 0. */
    static int fileOf(OrganizationId organization) {
        CRC32 checksum = new CRC32();
        checksum.update(organization.value().getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % COUNT);
    }

    /** Does work on one file in a transaction of its own, within the time limit of the register's transaction. */
    <T> T write(int file, Session register, Work<T> work) throws SQLException {
        Session session = session(file);
        session.limitLike(register);
        return Transaction.run(session, work, failure -> replace(file, session, failure));
    }

    /** From now on the file must be there. */
    void markInUse(int file) {
        inUse.set(file);
    }

    private Session session(int file) {
        Session known = open.get(file);
        if (known != null) {
            return known;
        }
        Session opened = connect(file);
        open.put(file, opened);
        if (folder.isPresent() && open.size() > MOST_OPEN) {
            Iterator<Session> sessions = open.values().iterator();
            Session leastRecentlyUsed = sessions.next();
            sessions.remove();
            Database.closeQuietly(leastRecentlyUsed);
        }
        return opened;
    }

    private Session connect(int file) {
        Schema schema = Schemas.tenantFile(StoreFolder.tenantFileName(file));
        try (Opening opening = new Opening()) {
            Connector connector = folder.isPresent()
                    ? Connector.toFile(folder.get().tenantFile(file, inUse.get(file)))
                    : Connector.inMemory();
            Session session = opening.writer(connector, schema);
            opening.isNew(session, schema);
            opening.migrate(session, schema);
            session.execute("PRAGMA cache_size = -1000");
            opening.succeeded();
            return session;
        } catch (IOException | SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    /** What is in memory is gone with its connection, so that one is kept. */
    private void replace(int file, Session session, SQLException failure) {
        if (folder.isPresent()) {
            log.warn("Replacing the connection to a file of tenants after a failed transaction", failure);
            open.remove(file);
            Database.closeQuietly(session);
        }
    }

    /** Brings everything from the logs into the files, and closes them. */
    void close() {
        open.values().forEach(Database::closeQuietly);
        open.clear();
    }
}
