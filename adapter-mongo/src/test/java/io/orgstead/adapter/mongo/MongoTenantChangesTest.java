package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.contract.TenantChangesContract;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class MongoTenantChangesTest extends TenantChangesContract {

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    @Override
    protected Samples samples() {
        return FRESH.samples();
    }

    @Override
    protected TenantCollections tenantCollections() {
        return FRESH.adapters().tenantCollections();
    }

    @Override
    protected TenantDocuments tenantDocuments() {
        return FRESH.adapters().tenantDocuments();
    }

    @Override
    protected TenantIndexes tenantIndexes() {
        return FRESH.adapters().tenantIndexes();
    }

    @Override
    protected TenantChanges tenantChanges() {
        return FRESH.adapters().tenantChanges();
    }

    /** The server runs beside the tests. */
    @Override
    protected Instant storeTime() {
        return Instant.now();
    }
}
