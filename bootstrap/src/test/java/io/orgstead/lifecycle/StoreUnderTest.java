package io.orgstead.lifecycle;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;

/** A real store, with a back door that shows what is really in it. */
interface StoreUnderTest extends AutoCloseable {

    Organizations organizations();

    Admins admins();

    TenantCollections tenantCollections();

    TenantDocuments tenantDocuments();

    TenantIndexes tenantIndexes();

    TenantChanges tenantChanges();

    IdempotencyRecords idempotencyRecords();

    /** Everything that is stored, read past the adapter. */
    Snapshot snapshot();

    /** Puts one more document into a collection, past the adapter. */
    void putDocument(CollectionName collection);

    /** How many documents a collection has, its marker included. */
    long countDocuments(CollectionName collection);

    /** Makes a collection that no organization owns, past the adapter. */
    void createForeignCollection(CollectionName collection);

    /** Empties the store. */
    void clear();

    /** What a second process needs to open the same store: the arguments of {@link LifecycleWorker}. */
    String location();

    @Override
    void close();
}
