package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.Optional;

/**
 * What the ports of the organizations' own data have in common.
 *
 * @param commands on the collections
 * @param catalog the collections that have names
 * @param places the register of those that have none
 * @param databases the databases of organizations that have one to themselves
 * @param markers what is no organization's document
 * @param counters how much there is, and who is writing
 * @param intents what is being inserted
 * @param notes what has changed while it is copied
 * @param indexes the indexes that the server knows
 */
record TenantParts(
        TenantCommands commands,
        CollectionCatalog catalog,
        Places places,
        OwnDatabases databases,
        HiddenMarkers markers,
        UsageCounters counters,
        InsertIntents intents,
        ChangeNotes notes,
        TenantIndexCatalog indexes) {

    static TenantParts on(MasterDatabase master, CollectionCommands collections) {
        Places places = new Places(master.collection(UsageCounters.COLLECTION));
        OwnDatabases databases = new OwnDatabases(master, places);
        TenantCommands commands = new TenantCommands(master, collections, databases, Optional.empty());
        HiddenMarkers markers = new HiddenMarkers(commands, master.collection(UsageCounters.COLLECTION));
        return new TenantParts(
                commands,
                new CollectionCatalog(master.database()),
                places,
                databases,
                markers,
                new UsageCounters(master.collection(UsageCounters.COLLECTION), new CollectionCount(commands, markers)),
                new InsertIntents(master.collection(InsertIntents.COLLECTION)),
                new ChangeNotes(master.collection(ChangeNotes.COLLECTION)),
                new TenantIndexCatalog(commands));
    }

    DocumentSelection selection() {
        return new DocumentSelection(markers, counters);
    }

    StoredForms forms() {
        return new StoredForms(counters);
    }

    WriteRefusals refusals() {
        return new WriteRefusals(indexes);
    }

    InterruptedInserts interrupted() {
        return new InterruptedInserts(commands, catalog, counters, intents, notes);
    }

    /** Forgets what is kept beside a collection that is gone. */
    void forget(CollectionIncarnation gone) {
        intents.removeAll(gone);
        notes.removeAll(gone);
        counters.remove(gone);
    }
}
