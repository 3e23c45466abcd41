package io.orgstead.testkit.reference;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TenantSchemas;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Schemas in memory, one call at a time. */
public class ReferenceTenantSchemas implements TenantSchemas {

    private final Map<OrganizationId, DocumentSchema> schemas = new HashMap<>();

    @Override
    public synchronized Optional<DocumentSchema> find(OrganizationId organization) {
        return Optional.ofNullable(schemas.get(organization));
    }

    @Override
    public synchronized boolean replace(
            OrganizationId organization, Optional<DocumentSchema> expected, Optional<DocumentSchema> next) {
        if (!find(organization).equals(expected)) {
            return false;
        }
        put(organization, next);
        return true;
    }

    /** Puts without a look. */
    protected final void put(OrganizationId organization, Optional<DocumentSchema> next) {
        schemas.remove(organization);
        next.ifPresent(schema -> schemas.put(organization, schema));
    }

    @Override
    public synchronized void remove(OrganizationId organization) {
        schemas.remove(organization);
    }
}
