package io.orgstead.application.internal.data;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.port.TenantCollections;
import java.util.Optional;

/** Where the documents of organizations are. */
public final class Homes {

    private Homes() {}

    /**
     * The collection of an organization; one that is found by its name counts only as long as the organization claims that.
     *
     * @return empty if there is none
     */
    public static Optional<CollectionIncarnation> of(Organization organization, TenantCollections collections) {
        return organization.home().map(TenantHome::incarnation).or(() -> collections.find(organization.collection()));
    }
}
