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
        return fresh.connect().tenantCollections();
    }

    @Override
    protected TenantDocuments tenantDocuments() {
        return fresh.connect().tenantDocuments();
    }

    @Override
    protected TenantIndexes tenantIndexes() {
        return fresh.connect().tenantIndexes();
    }

    @Override
    protected boolean storeExpires() {
        return true;
    }
}
