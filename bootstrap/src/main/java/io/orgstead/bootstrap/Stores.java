package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoAdapters;
import io.orgstead.adapter.schema.SchemaAdapters;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.ObservedPorts;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;
import java.util.Optional;
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
        Optional<TenantChanges> tenantChanges,
        HealthProbe healthProbe,
        StoreDiagnosis diagnosis,
        Supplier<PoolUsage> poolUsage,
        Runnable closing)
        implements AutoCloseable {

    static Stores open(ServerSettings settings) {
        return settings.mongo().map(MongoAdapters::connect).map(Stores::mongo).orElseGet(() -> embedded(settings));
    }

    /** The same, but a MongoDB database is left as it is, with indexes missing, for looking at it. */
    static Stores inspect(ServerSettings settings) {
        return settings.mongo()
                .map(MongoAdapters::connectUnprepared)
                .map(Stores::mongo)
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
                Optional.empty(),
                sqlite.healthProbe(),
                sqlite.storeDiagnosis(),
                sqlite::poolUsage,
                sqlite::close);
    }

    private static Stores mongo(MongoAdapters mongo) {
        return new Stores(
                mongo.organizations(),
                mongo.admins(),
                mongo.tenantCollections(),
                mongo.tenantDocuments(),
                mongo.tenantIndexes(),
                mongo.idempotencyRecords(),
                mongo.tenantSchemas(),
                Optional.empty(),
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
                tenantChanges.map(port -> ObservedPorts.observe(TenantChanges.class, port, observer)),
                healthProbe,
                diagnosis,
                poolUsage,
                closing);
    }

    /** Begins the core on these stores; what else it needs is to be added. */
    OrganizationManagementBuilder core() {
        OrganizationManagementBuilder builder = OrganizationManagement.builder();
        tenantChanges.ifPresent(builder::tenantChanges);
        return builder.organizations(organizations)
                .admins(admins)
                .tenantCollections(tenantCollections)
                .organizationData(tenantDocuments, tenantIndexes, idempotencyRecords)
                .documentSchemas(tenantSchemas, SchemaAdapters.schemaValidator());
    }

    @Override
    public void close() {
        closing.run();
    }
}
