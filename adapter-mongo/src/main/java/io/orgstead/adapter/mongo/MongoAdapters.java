package io.orgstead.adapter.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
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
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The store ports on one MongoDB database. Safe for use by any number of threads, and several instances may share the
 * database, instances of other implementations of the seed document among them.
 *
 * <p>Writes are acknowledged by a majority of the servers and journaled; reads go to the primary. From MongoDB 6.0 on the
 * server itself makes sure that a move or drop hits the very collection that was meant; with older servers the adapter
 * looks first, which leaves a gap for a process that stalls between look and command longer than its lease.
 *
 * <p>Nothing is logged per call. The driver's own command logging, at level DEBUG, shows documents with the hashes of
 * passwords: leave it off.
 */
public final class MongoAdapters implements AutoCloseable {

    private final Runnable onClose;
    private final Optional<PoolCount> pool;
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

    private MongoAdapters(MasterDatabase master, Runnable onClose, Optional<PoolCount> pool) {
        this.onClose = onClose;
        this.pool = pool;
        this.organizations = new MongoOrganizations(master.collection(MasterDatabase.ORGANIZATIONS));
        this.admins = new MongoAdmins(master.collection(MasterDatabase.ADMINS));
        CollectionCommands commands = MongoTenantCollections.commands(master);
        TenantParts parts = TenantParts.on(master, commands);
        TenantCalls calls = new TenantCalls(master.database());
        this.tenantCollections = new MongoTenantCollections(master, parts, commands);
        this.tenantDocuments = new MongoTenantDocuments(calls, parts);
        this.tenantIndexes = new MongoTenantIndexes(calls, parts, master.timeout());
        this.tenantChanges = new MongoTenantChanges(calls, parts, master.timeout());
        this.idempotencyRecords = new MongoIdempotencyRecords(master.collection(IdempotencyDocument.COLLECTION));
        this.tenantSchemas = new MongoTenantSchemas(master.collection(MongoTenantSchemas.COLLECTION));
        this.migrationMarks = new MongoMigrationMarks(master.collection(MongoMigrationMarks.COLLECTION));
        this.healthProbe = new MongoHealthProbe(master.database());
        this.storeDiagnosis = new MongoStoreDiagnosis(master);
    }

    /**
     * Connects to a server with a client of its own, which {@link #close()} closes, and prepares the database: builds the
     * indexes that are missing, and nothing else. Several instances may do so at once.
     *
     * @param settings where the database is
     * @return the ports, ready for use
     * @throws io.orgstead.domain.failure.StoreUnavailableException if no server takes writes within the time-out; the
     *     cause's message says in one line which servers were asked
     * @throws IllegalArgumentException if the driver does not take an option of the URI
     * @throws IllegalStateException if the server refuses the credentials, or the user may not do what is needed, or the
     *     database already holds duplicates of what must be unique; one line, without credentials
     */
    public static MongoAdapters connect(MongoSettings settings) {
        return connect(settings, MongoAdapters::prepare);
    }

    /**
     * Connects as {@link #connect} does and leaves the database as it is, fit for use or not: for whoever wants to look at
     * it, such as with {@link #storeDiagnosis()}. The other ports work as far as what is there lets them; without its
     * indexes nothing keeps names and addresses unique.
     *
     * @param settings where the database is
     * @return the ports
     * @throws io.orgstead.domain.failure.StoreUnavailableException as {@link #connect} does
     * @throws IllegalArgumentException as {@link #connect} does
     * @throws IllegalStateException if the server refuses the credentials; one line, without credentials
     */
    public static MongoAdapters connectUnprepared(MongoSettings settings) {
        return connect(settings, MongoAdapters::ping);
    }

    private static MongoAdapters connect(MongoSettings settings, BiConsumer<MasterDatabase, String> opening) {
        MongoClientSettings unwatched = Startup.clientSettings(settings);
        PoolCount pool = new PoolCount(unwatched.getConnectionPoolSettings().getMaxSize());
        MongoClientSettings clientSettings = MongoClientSettings.builder(unwatched)
                .applyToConnectionPoolSettings(watched -> watched.addConnectionPoolListener(pool))
                .build();
        MongoClient client = MongoClients.create(clientSettings);
        try {
            MasterDatabase master = new MasterDatabase(client, settings.database(), settings.timeout());
            opening.accept(master, Startup.servers(clientSettings));
            return new MongoAdapters(master, client::close, Optional.of(pool));
        } catch (RuntimeException | Error e) {
            client.close();
            throw e;
        }
    }

    /**
     * Takes a client that the embedding application has, and prepares the database as {@link #connect} does. The client
     * stays the application's own: {@link #close()} leaves it open. Write concern, read concern and read preference are
     * Orgstead's own on its handles; of the client's time-outs {@code timeoutMS} counts, and where it has none,
     * {@link MongoSettings#DEFAULT_TIMEOUT}.
     *
     * @param client an open client
     * @param database the master database, named as in {@link MongoSettings}
     * @return the ports, ready for use
     * @throws IllegalArgumentException if the database's name breaks the rule
     * @throws io.orgstead.domain.failure.StoreUnavailableException as {@link #connect} does
     * @throws IllegalStateException as {@link #connect} does
     */
    public static MongoAdapters using(MongoClient client, String database) {
        MongoSettings.requireDatabaseName(database);
        MasterDatabase master = new MasterDatabase(client, database, MongoSettings.DEFAULT_TIMEOUT);
        prepare(master, "MongoDB");
        return new MongoAdapters(master, () -> {}, Optional.empty());
    }

    private static void prepare(MasterDatabase master, String server) {
        try {
            MongoHealthProbe.ping(master.database());
            new MasterSchema(master).prepare();
            UnservedOrganizations.warnOf(master);
        } catch (MongoException e) {
            throw Startup.failure(server, master.name(), e);
        }
    }

    private static void ping(MasterDatabase master, String server) {
        try {
            MongoHealthProbe.ping(master.database());
        } catch (MongoException e) {
            throw Startup.failure(server, master.name(), e);
        }
    }

    /**
     * The organizations in the master database.
     *
     * @return the port
     */
    public Organizations organizations() {
        return organizations;
    }

    /**
     * The admins in the master database.
     *
     * @return the port
     */
    public Admins admins() {
        return admins;
    }

    /**
     * The organizations' own collections: in the same database, in databases whose names begin with that of this one, or together
     * in {@code shared_documents}. The last two need MongoDB 6.0; what is not possible here is told by an
     * {@link IllegalStateException} when such a collection is to be made.
     *
     * @return the port
     */
    public TenantCollections tenantCollections() {
        return tenantCollections;
    }

    /**
     * The organizations' documents, in their collections. A batch is inserted all or none without a transaction, also on a
     * standalone server; its intent is kept in {@code data_inserts}, what there is in {@code data_usage}.
     *
     * @return the port
     */
    public TenantDocuments tenantDocuments() {
        return tenantDocuments;
    }

    /**
     * The organizations' indexes, in the server; those of organizations that share a collection, as entries in their documents.
     * Unique ones, and those by which documents expire, need MongoDB 6.0.
     *
     * @return the port
     */
    public TenantIndexes tenantIndexes() {
        return tenantIndexes;
    }

    /**
     * What changes in an organization's documents while they are copied. Notes are kept in {@code data_changes}.
     *
     * @return the port
     */
    public TenantChanges tenantChanges() {
        return tenantChanges;
    }

    /**
     * The requests that take effect once, in {@code data_requests}.
     *
     * @return the port
     */
    public IdempotencyRecords idempotencyRecords() {
        return idempotencyRecords;
    }

    /**
     * The schemas of the organizations' documents.
     *
     * @return the port
     */
    public TenantSchemas tenantSchemas() {
        return tenantSchemas;
    }

    /**
     * The mark of a migration to or from another store, in {@code migration}.
     *
     * @return the port
     */
    public MigrationMarks migrationMarks() {
        return migrationMarks;
    }

    /**
     * Asks the server that takes writes whether it is there.
     *
     * @return the port
     */
    public HealthProbe healthProbe() {
        return healthProbe;
    }

    /**
     * Looks into the database for whoever operates it.
     *
     * @return the port
     */
    public StoreDiagnosis storeDiagnosis() {
        return storeDiagnosis;
    }

    /**
     * How the connections of a client are used that {@link #connect} made: those to all servers together, under the limit
     * for one of them, as only one takes writes.
     *
     * @return a look, which costs next to nothing; empty for a client of the application's own
     */
    public Optional<PoolUsage> poolUsage() {
        return pool.map(PoolCount::usage);
    }

    /**
     * Closes the client if {@link #connect} made it. Calls under way, and later ones, fail with
     * {@link io.orgstead.domain.failure.StoreUnavailableException}. May be repeated.
     */
    @Override
    public void close() {
        onClose.run();
    }
}
