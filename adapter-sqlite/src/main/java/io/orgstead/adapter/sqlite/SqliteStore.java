package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.PoolUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The databases of a store, and the folder that they are in. */
final class SqliteStore {

    private static final Logger log = LoggerFactory.getLogger(SqliteStore.class);

    private final Optional<StoreFolder> folder;
    private final Database master;
    private final Database tenants;
    private final TenantFiles tenantFiles;
    private final SqliteSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteStore(
            Optional<StoreFolder> folder,
            Database master,
            Database tenants,
            TenantFiles tenantFiles,
            SqliteSettings settings) {
        this.folder = folder;
        this.master = master;
        this.tenants = tenants;
        this.tenantFiles = tenantFiles;
        this.settings = settings;
    }

    /** Opens the store in a folder. The exception's message says what is wrong, as a sentence part. */
    static SqliteStore open(Path path, SqliteSettings settings) throws IOException {
        StoreFolder folder = StoreFolder.open(path);
        boolean opened = false;
        try {
            folder.prepareTenantFiles();
            SqliteStore store = connect(
                    Optional.of(folder),
                    Connector.toFile(folder.master()),
                    Connector.toFile(folder.tenants()),
                    settings);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                folder.close();
            }
        }
    }

    static SqliteStore inMemory(SqliteSettings settings) throws IOException {
        return connect(Optional.empty(), Connector.inMemory(), Connector.inMemory(), settings);
    }

    private static SqliteStore connect(
            Optional<StoreFolder> folder, Connector toMaster, Connector toTenants, SqliteSettings settings)
            throws IOException {
        NativeLibrary.load();
        try (Opening opening = new Opening()) {
            Session master = opening.writer(toMaster, Schemas.MASTER);
            Session tenants = opening.writer(toTenants, Schemas.TENANTS);
            prepare(opening, folder, master, tenants);
            Set<TenantFileId> tenantFiles = tenantFiles(opening, folder, tenants);
            int readConnections = toMaster.isFile() ? settings.readConnections() : 0;
            int withQuick = settings.readConnections() + TenantData.QUICK_CONNECTIONS;
            SqliteStore store = new SqliteStore(
                    folder,
                    new Database(toMaster, master, settings, readConnections),
                    new Database(toTenants, tenants, settings, toTenants.isFile() ? withQuick : 0),
                    new TenantFiles(folder, tenantFiles, withQuick),
                    settings);
            opening.succeeded();
            return store;
        }
    }

    /**
     * A new store gets the organizations' database last: where that one is, the other was complete before. So a missing
     * file is known from a beginning that was broken off.
     */
    private static void prepare(Opening opening, Optional<StoreFolder> folder, Session master, Session tenants)
            throws IOException {
        boolean newMaster = opening.isNew(master, Schemas.MASTER);
        boolean newTenants = opening.isNew(tenants, Schemas.TENANTS);
        boolean isNewFolder = newMaster && (folder.isEmpty() || !folder.get().hasTenantFiles());
        if (newTenants && !isNewFolder) {
            throw new IOException(Schemas.TENANTS.file() + " in it is missing or empty");
        }
        opening.migrate(tenants, Schemas.TENANTS);
        if (newMaster && opening.holds(tenants, "SELECT 1 FROM tenant_collections LIMIT 1", Schemas.TENANTS)) {
            throw new IOException(Schemas.MASTER.file() + " in it is missing or empty");
        }
        opening.migrate(master, Schemas.MASTER);
    }

    /** The files that have organizations' tables in them. A folder in which one is missing is refused. */
    private static Set<TenantFileId> tenantFiles(Opening opening, Optional<StoreFolder> folder, Session tenants)
            throws IOException {
        Set<TenantFileId> files = new HashSet<>();
        for (int number :
                opening.list(tenants, row -> row.getInt(1), "SELECT file FROM tenant_files", Schemas.TENANTS)) {
            TenantFileId file = FileNumbers.file(number).orElseThrow();
            if (folder.isPresent()) {
                folder.get().requireTenantFile(file);
            }
            files.add(file);
        }
        files.addAll(OwnFiles.listed(opening, tenants).reconcile(folder));
        return files;
    }

    Database master() {
        return master;
    }

    Database tenants() {
        return tenants;
    }

    /** How the connections of the databases are used at the moment. */
    PoolUsage poolUsage() {
        PoolUsage first = master.usage();
        PoolUsage second = tenants.usage();
        PoolUsage third = tenantFiles.usage();
        return new PoolUsage(
                first.open() + second.open() + third.open(),
                first.inUse() + second.inUse() + third.inUse(),
                first.waiting() + second.waiting() + third.waiting(),
                first.limit() + second.limit() + third.limit());
    }

    SqliteSettings settings() {
        return settings;
    }

    TenantFiles tenantFiles() {
        return tenantFiles;
    }

    /** Reads from each database and begins to write. */
    void check() {
        for (Database database : new Database[] {master, tenants}) {
            database.read(session -> session.ask("PRAGMA user_version"));
            database.write(session -> true);
        }
        if (folder.isPresent() && !folder.get().isIntact()) {
            throw new StoreUnavailableException(new IOException("the store's files were removed or replaced"));
        }
    }

    /** Lets go of the folder only if nothing in this process can write to it any more. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            boolean masterClosed = master.close();
            boolean tenantsClosed = tenants.close();
            boolean filesClosed = tenantFiles.close(
                    Deadline.in(settings.callTimeout().multipliedBy(2).plusSeconds(1)));
            if (masterClosed && tenantsClosed && filesClosed && folder.isPresent()) {
                folder.get().close();
            }
        } catch (IOException e) {
            log.warn("The lock of the store's folder was not released properly", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
