package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantCollections;

/** The same contract with the commands for servers that know no UUID in them: what such a server would be sent. */
class CollectionsByNameTest extends MongoTenantCollectionsTest {

    @Override
    protected TenantCollections tenantCollections() {
        MasterDatabase master = new MasterDatabase(MongoTarget.client(), fresh.name(), MongoSettings.DEFAULT_TIMEOUT);
        CollectionCatalog catalog = new CollectionCatalog(master.database());
        CollectionCommands commands = new NameCollectionCommands(master, new CollectionStatements(master), catalog);
        return new MongoTenantCollections(master, TenantParts.on(master, commands), commands);
    }
}
