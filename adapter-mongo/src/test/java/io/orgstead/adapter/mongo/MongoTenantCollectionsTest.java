package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.contract.TenantCollectionsContract;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTenantCollectionsTest extends TenantCollectionsContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TenantCollections tenantCollections() {
        return fresh.connect().tenantCollections();
    }

    @Override
    protected List<TenantMarker> markersIn(CollectionName name) {
        return new RawCollections(fresh.database()).markersIn(name);
    }

    @Override
    protected long count(CollectionName name) {
        return new RawCollections(fresh.database()).count(name);
    }

    @Override
    protected void addDocument(CollectionName name) {
        new RawCollections(fresh.database()).add(name);
    }
}
