package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoAdapters;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.adapter.schema.SchemaAdapters;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.ObservedPorts;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.CallObserver;
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
import java.util.function.Supplier;

/** The ports of the store that the settings choose. */
record Stores(
        Organizations organizations,
        Admins admins,
        TenantCollections tenantCollections,
        TenantDocuments tenantDocuments,
        TenantIndexes tenantIndexes,
        IdempotencyRecords idempotencyRecords,
        TenantSchemas tenantSchemas,
        TenantChanges tenantChanges,
        MigrationMarks migrationMarks,
        String name,
        HealthProbe healthProbe,
        StoreDiagnosis diagnosis,
        Supplier<PoolUsage> poolUsage,
        Runnable closing)
        implements AutoCloseable {

    static Stores open(ServerSettings settings) {
        return settings.mongo()
                .map(mongo -> mongo(MongoAdapters.connect(mongo), mongo))
                .orElseGet(() -> embedded(settings));
    }

    /** The same, but a MongoDB database is left as it is, with indexes missing, for looking at it. */
    static Stores inspect(ServerSettings settings) {
        return settings.mongo()
                .map(mongo -> mongo(MongoAdapters.connectUnprepared(mongo), mongo))
                .orElseGet(() -> embedded(settings));
    }

    private static Stores embedded(ServerSettings settings) {
        SqliteAdapters sqlite = SqliteAdapters.open(settings.dataFolder());
        return new Stores(
                sqlite.organizations(),
                sqlite.admins(),
                sqlite.tenantCollections(),
                sqlite.tenantDocuments(),
                sqlite.tenantIndexes(),
                sqlite.idempotencyRecords(),
                sqlite.tenantSchemas(),
                sqlite.tenantChanges(),
                sqlite.migrationMarks(),
                settings.storeDescription(),
                sqlite.healthProbe(),
                sqlite.storeDiagnosis(),
                sqlite::poolUsage,
                sqlite::close);
    }

    private static Stores mongo(MongoAdapters mongo, MongoSettings settings) {
        return new Stores(
                mongo.organizations(),
                mongo.admins(),
                mongo.tenantCollections(),
                mongo.tenantDocuments(),
                mongo.tenantIndexes(),
                mongo.idempotencyRecords(),
                mongo.tenantSchemas(),
                mongo.tenantChanges(),
                mongo.migrationMarks(),
                describe(settings),
                mongo.healthProbe(),
                mongo.storeDiagnosis(),
                () -> mongo.poolUsage().orElseThrow(),
                mongo::close);
    }

    /** The same with every call of its ports watched. */
    Stores observedBy(CallObserver observer) {
        return new Stores(
                ObservedPorts.observe(Organizations.class, organizations, observer),
                ObservedPorts.observe(Admins.class, admins, observer),
                ObservedPorts.observe(TenantCollections.class, tenantCollections, observer),
                ObservedPorts.observe(TenantDocuments.class, tenantDocuments, observer),
                ObservedPorts.observe(TenantIndexes.class, tenantIndexes, observer),
                ObservedPorts.observe(IdempotencyRecords.class, idempotencyRecords, observer),
                ObservedPorts.observe(TenantSchemas.class, tenantSchemas, observer),
                ObservedPorts.observe(TenantChanges.class, tenantChanges, observer),
                migrationMarks,
                name,
                healthProbe,
                diagnosis,
                poolUsage,
                closing);
    }

    /** The same with changes going through a gate. */
    Stores behind(WriteGate gate) {
        return new Stores(
                gate.before(Organizations.class, organizations),
                gate.before(Admins.class, admins),
                gate.before(TenantCollections.class, tenantCollections),
                gate.before(TenantDocuments.class, tenantDocuments),
                gate.before(TenantIndexes.class, tenantIndexes),
                gate.before(IdempotencyRecords.class, idempotencyRecords),
                gate.before(TenantSchemas.class, tenantSchemas),
                gate.before(TenantChanges.class, tenantChanges),
                migrationMarks,
                name,
                healthProbe,
                diagnosis,
                poolUsage,
                closing);
    }

    /**
     * Makes sure that organizations may be served from these stores.
     *
     * @throws IllegalStateException if a migration is filling them, or has left them; one line for the operator
     */
    void requireServable() {
        migrationMarks.find().filter(mark -> !mark.stage().isServable()).ifPresent(mark -> {
            throw new IllegalStateException(
                    switch (mark.stage()) {
                        case RECEIVING ->
                            name + " is being filled by a migration from " + mark.peer()
                                    + ", which has not ended: go on with"
                                    + " orgstead migrate, or give it up with its --abandon";
                        case LEAVING ->
                            name + " is being left for " + mark.peer()
                                    + ", and the last step was broken off: make orgstead" + " migrate again";
                        default -> name + " was left for " + mark.peer() + ": serve that instead";
                    });
        });
    }

    /** What a database is called for a person. */
    static String describe(MongoSettings settings) {
        return "MongoDB, database " + settings.database();
    }

    /** Begins the core on these stores; what else it needs is to be added. */
    OrganizationManagementBuilder core() {
        return OrganizationManagement.builder()
                .organizations(organizations)
                .admins(admins)
                .tenantCollections(tenantCollections)
                .organizationData(tenantDocuments, tenantIndexes, idempotencyRecords)
                .documentSchemas(tenantSchemas, SchemaAdapters.schemaValidator())
                .tenantChanges(tenantChanges)
                .migrationMarks(migrationMarks, name);
    }

    @Override
    public void close() {
        closing.run();
    }
}
