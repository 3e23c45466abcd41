package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.contract.TenantIndexesContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class MongoTenantIndexesTest extends TenantIndexesContract {

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
    protected boolean storeExpires() {
        return true;
    }
}
