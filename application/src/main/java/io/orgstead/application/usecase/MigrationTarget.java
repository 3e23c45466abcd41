package io.orgstead.application.usecase;

import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;

/**
 * The store that an installation goes to, as its ports. They stay the caller's.
 *
 * @param organizations the organizations
 * @param admins the admins
 * @param collections the organizations' collections
 * @param documents their documents
 * @param indexes their indexes
 * @param schemas their schemas
 * @param records the requests that take effect once
 * @param marks the store's mark
 * @param name what the store is called for a person; without credentials, and the same each time
 */
public record MigrationTarget(
        Organizations organizations,
        Admins admins,
        TenantCollections collections,
        TenantDocuments documents,
        TenantIndexes indexes,
        TenantSchemas schemas,
        IdempotencyRecords records,
        MigrationMarks marks,
        String name) {}
