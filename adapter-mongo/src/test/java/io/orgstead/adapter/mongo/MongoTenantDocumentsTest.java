package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.contract.TenantDocumentsContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class MongoTenantDocumentsTest extends TenantDocumentsContract {

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
}
