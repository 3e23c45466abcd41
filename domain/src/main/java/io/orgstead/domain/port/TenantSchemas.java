package io.orgstead.domain.port;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.organization.OrganizationId;
import java.util.Optional;

/**
 * The schemas of the organizations' documents, one for each organization at most. Durable, and safe for use by any number of
 * threads and instances.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time; a write may then have taken effect or not.
 */
public interface TenantSchemas {

    /**
     * Finds a schema.
     *
     * @param organization whose
     * @return as stored now
     */
    Optional<DocumentSchema> find(OrganizationId organization);

    /**
     * Puts a schema, or none, in the place of another, or of none. Of several that race on one state one wins.
     *
     * @param organization whose
     * @param expected what is there
     * @param next what shall be there
     * @return false, and nothing changed, if something else is there
     */
    boolean replace(OrganizationId organization, Optional<DocumentSchema> expected, Optional<DocumentSchema> next);

    /**
     * Forgets the schema of an organization, if there is one: the organization is being removed.
     *
     * @param organization whose
     */
    void remove(OrganizationId organization);
}
