package io.orgstead.adapter.sqlite;

import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The stores of Orgstead on an embedded SQLite database. What a port has acknowledged survives a crash of the process
 * and of the machine. Safe for use by any number of threads, as are the ports; whoever opens it closes it, and the
 * ports refuse to work after that.
 *
 * <p>A folder is for one open store in one process at a time. What a call takes does not depend on how many
 * organizations there are, nor on their size, but for calls that look at an organization's own documents: those are broken off
 * once they have taken as long as a call may, and making or dropping an index and removing
 * many documents after eight times as long. (Organizations that the first version made are an exception: renaming
 * one of those takes longer the more of them there are, some 0.1 seconds at five thousand.)
 *
 * <p>Organizations and admins that were found, at most a thousand rows of each, are kept in memory until one of them changes;
 * a read that begins after a change was acknowledged sees it. What another program writes into the folder while the store is
 * open may be seen late.
 *
 * <p>An organization has a table of its own in a file that it shares with some others, a file of its own, or its rows in a table that
 * many share, as its isolation model says. Those in one file write one after the other; those in the shared table are all in one.
 *
 * <p>SQLite is native code, which the driver unpacks into the folder for temporary files ({@code java.io.tmpdir}, or
 * the system property {@code org.sqlite.tmpdir} if set), from where it must be allowed to load code. JDK 24 and later
 * warn unless native access is enabled ({@code --enable-native-access}, or {@code Enable-Native-Access} in the
 * manifest of an executable jar).
 */
public final class SqliteAdapters implements AutoCloseable {

    private final SqliteStore store;
    private final Organizations organizations;
    private final Admins admins;
    private final TenantCollections tenantCollections;
    private final TenantDocuments tenantDocuments;
    private final TenantIndexes tenantIndexes;
    private final TenantChanges tenantChanges;
    private final IdempotencyRecords idempotencyRecords;
    private final TenantSchemas tenantSchemas;
    private final MigrationMarks migrationMarks;
    private final HealthProbe healthProbe;
    private final StoreDiagnosis storeDiagnosis;

    private SqliteAdapters(SqliteStore store) {
        this.store = store;
        this.organizations = new SqliteOrganizations(store.master());
        this.admins = new SqliteAdmins(store.master());
        this.tenantCollections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        TenantData data = new TenantData(store);
        this.tenantDocuments = new SqliteTenantDocuments(data);
        this.tenantIndexes = new SqliteTenantIndexes(data);
        this.tenantChanges = new SqliteTenantChanges(data);
        this.idempotencyRecords = new SqliteIdempotencyRecords(store.tenants());
        this.tenantSchemas = new SqliteTenantSchemas(store.tenants());
        this.migrationMarks = new SqliteMigrationMarks(store.master());
        this.healthProbe = new SqliteHealthProbe(store);
        this.storeDiagnosis = new SqliteStoreDiagnosis(store);
    }

    /**
     * Opens the store in a folder with the {@linkplain SqliteSettings#defaults() default settings}.
     *
     * @param folder where the store keeps its files
     * @return the open store
     * @throws UncheckedIOException as {@link #open(Path, SqliteSettings)} does
     */
    public static SqliteAdapters open(Path folder) {
        return open(folder, SqliteSettings.defaults());
    }

    /**
     * Opens the store in a folder. A folder that does not exist is made, for its owner only (mode 0700 where the file
     * system knows such); the files in it are readable by nobody else. Databases of earlier versions are brought up to
     * date, and looked over for damage.
     *
     * @param folder where the store keeps its files
     * @param settings how it behaves
     * @return the open store
     * @throws UncheckedIOException if the store cannot be opened. The message is one line for the operator, with the
     *     folder and the reason: in use by another process (or already in this one), not a folder, not writable,
     *     written by a newer version, damaged, incomplete, disk full
     */
    public static SqliteAdapters open(Path folder, SqliteSettings settings) {
        Objects.requireNonNull(settings, "settings");
        try {
            return new SqliteAdapters(SqliteStore.open(folder, settings));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Opens an empty store in memory, gone when it is closed. For tests, and for applications that keep nothing.
     *
     * @return the open store, independent of all others
     * @throws UncheckedIOException if SQLite's native library does not load; the message is one line for the operator
     */
    public static SqliteAdapters inMemory() {
        try {
            return new SqliteAdapters(SqliteStore.inMemory(SqliteSettings.defaults()));
        } catch (IOException e) {
            throw new UncheckedIOException("The store in memory cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Unpacks SQLite's native library for this system, which the driver otherwise does itself when it is first needed, and
     * less quickly: it reads its copy again, a byte at a time. To be used, the system properties {@code org.sqlite.lib.path}
     * and {@code org.sqlite.lib.name} have to name the folder and the file before a store is opened.
     *
     * @param folder where to; nobody else should be able to write to it
     * @return the file; empty if the driver brings no library for this system
     * @throws IOException if it cannot be written, for instance because it is there already
     */
    public static Optional<Path> unpackNativeLibrary(Path folder) throws IOException {
        return NativeLibrary.unpack(folder);
    }

    /**
     * The organizations.
     *
     * @return the port, the same each time
     */
    public Organizations organizations() {
        return organizations;
    }

    /**
     * The admins.
     *
     * @return the port, the same each time
     */
    public Admins admins() {
        return admins;
    }

    /**
     * The organizations' own collections.
     *
     * @return the port, the same each time
     */
    public TenantCollections tenantCollections() {
        return tenantCollections;
    }

    /**
     * The organizations' own documents.
     *
     * @return the port, the same each time
     */
    public TenantDocuments tenantDocuments() {
        return tenantDocuments;
    }

    /**
     * The indexes of the organizations' own documents.
     *
     * @return the port, the same each time
     */
    public TenantIndexes tenantIndexes() {
        return tenantIndexes;
    }

    /**
     * What changes in the organizations' own documents while they are copied.
     *
     * @return the port, the same each time
     */
    public TenantChanges tenantChanges() {
        return tenantChanges;
    }

    /**
     * What is known of requests that are to take effect once.
     *
     * @return the port, the same each time
     */
    public IdempotencyRecords idempotencyRecords() {
        return idempotencyRecords;
    }

    /**
     * The schemas of the organizations' documents.
     *
     * @return the port, the same each time
     */
    public TenantSchemas tenantSchemas() {
        return tenantSchemas;
    }

    /**
     * The mark of a migration to or from another store.
     *
     * @return the port, the same each time
     */
    public MigrationMarks migrationMarks() {
        return migrationMarks;
    }

    /**
     * Looks whether the store works.
     *
     * @return the port, the same each time; its name is {@code store}
     */
    public HealthProbe healthProbe() {
        return healthProbe;
    }

    /**
     * Looks into the store for whoever operates it.
     *
     * @return the port, the same each time
     */
    public StoreDiagnosis storeDiagnosis() {
        return storeDiagnosis;
    }

    /**
     * How the connections to the databases are used.
     *
     * @return a look, which costs next to nothing
     */
    public PoolUsage poolUsage() {
        return store.poolUsage();
    }

    /**
     * Lets the calls under way end, for a little longer than a call may take, and closes the store. From then on all
     * ports throw {@link io.orgstead.domain.failure.StoreUnavailableException}. Does nothing the second time.
     */
    @Override
    public void close() {
        store.close();
    }
}
