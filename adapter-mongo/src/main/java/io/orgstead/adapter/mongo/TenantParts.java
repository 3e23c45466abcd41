package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;

/**
 * What the ports of the organizations' own data have in common.
 *
 * @param commands on the collections
 * @param catalog the collections
 * @param markers what is no organization's document
 * @param counters how much there is
 * @param intents what is being inserted
 * @param indexes the indexes
 */
record TenantParts(
        TenantCommands commands,
        CollectionCatalog catalog,
        HiddenMarkers markers,
        UsageCounters counters,
        InsertIntents intents,
        TenantIndexCatalog indexes) {

    static TenantParts on(MasterDatabase master, CollectionCommands collections) {
        TenantCommands commands = new TenantCommands(master.database(), collections);
        HiddenMarkers markers = new HiddenMarkers(commands, master.collection(UsageCounters.COLLECTION));
        return new TenantParts(
                commands,
                new CollectionCatalog(master.database()),
                markers,
                new UsageCounters(master.collection(UsageCounters.COLLECTION), new CollectionCount(commands, markers)),
                new InsertIntents(master.collection(InsertIntents.COLLECTION)),
                new TenantIndexCatalog(master.database(), commands));
    }

    /** Forgets what is kept beside a collection that is gone. */
    void forget(CollectionIncarnation gone) {
        intents.removeAll(gone);
        counters.remove(gone);
    }
}
