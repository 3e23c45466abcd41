package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.contract.TenantIndexesContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class MongoTenantIndexesTest extends TenantIndexesContract {

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
    protected boolean storeExpires() {
        return true;
    }
}
