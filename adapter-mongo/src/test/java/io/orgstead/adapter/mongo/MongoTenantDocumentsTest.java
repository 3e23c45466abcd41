package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.contract.TenantDocumentsContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class MongoTenantDocumentsTest extends TenantDocumentsContract {

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
}
