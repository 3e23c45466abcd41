package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoAdapters;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.ObservedPorts;
import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import java.util.function.Supplier;

/** The ports of the store that the settings choose. */
record Stores(
        Organizations organizations,
        Admins admins,
        TenantCollections tenantCollections,
        HealthProbe healthProbe,
        Supplier<PoolUsage> poolUsage,
        Runnable closing)
        implements AutoCloseable {

    static Stores open(ServerSettings settings) {
        return settings.mongo().map(Stores::mongo).orElseGet(() -> embedded(settings));
    }

    private static Stores embedded(ServerSettings settings) {
        SqliteAdapters sqlite = SqliteAdapters.open(settings.dataFolder());
        return new Stores(
                sqlite.organizations(),
                sqlite.admins(),
                sqlite.tenantCollections(),
                sqlite.healthProbe(),
                sqlite::poolUsage,
                sqlite::close);
    }

    private static Stores mongo(MongoSettings settings) {
        MongoAdapters mongo = MongoAdapters.connect(settings);
        return new Stores(
                mongo.organizations(),
                mongo.admins(),
                mongo.tenantCollections(),
                mongo.healthProbe(),
                () -> mongo.poolUsage().orElseThrow(),
                mongo::close);
    }

    /** The same with every call of its ports watched. */
    Stores observedBy(CallObserver observer) {
        return new Stores(
                ObservedPorts.observe(Organizations.class, organizations, observer),
                ObservedPorts.observe(Admins.class, admins, observer),
                ObservedPorts.observe(TenantCollections.class, tenantCollections, observer),
                healthProbe,
                poolUsage,
                closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
