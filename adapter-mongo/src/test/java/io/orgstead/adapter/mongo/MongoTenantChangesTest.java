package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.contract.TenantChangesContract;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class MongoTenantChangesTest extends TenantChangesContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TenantCollections tenantCollections() {
        return fresh.adapters().tenantCollections();
    }

    @Override
    protected TenantDocuments tenantDocuments() {
        return fresh.adapters().tenantDocuments();
    }

    @Override
    protected TenantIndexes tenantIndexes() {
        return fresh.adapters().tenantIndexes();
    }

    @Override
    protected TenantChanges tenantChanges() {
        return fresh.adapters().tenantChanges();
    }

    /** The server runs beside the tests. */
    @Override
    protected Instant storeTime() {
        return Instant.now();
    }
}
