package io.orgstead.application.internal.data;

import io.orgstead.domain.data.Quota;
import io.orgstead.domain.port.IdSource;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * All that the use cases of documents stand on.
 *
 * @param schemas where there are schemas
 * @param patience how long a writer may be silent before it is taken for dead
 */
public record DataPorts(
        Organizations organizations,
        TenantCollections collections,
        TenantDocuments documents,
        TenantIndexes indexes,
        Optional<TenantChanges> changes,
        IdempotencyRecords records,
        Optional<SchemaPorts> schemas,
        IdSource ids,
        InstantSource clock,
        Duration patience,
        Quota quota) {}
