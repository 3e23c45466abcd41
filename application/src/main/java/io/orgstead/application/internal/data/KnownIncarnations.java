package io.orgstead.application.internal.data;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.OrganizationId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The collections of the organizations that were asked for last. Safe for use by any number of threads. */
final class KnownIncarnations {

    private static final int MOST = 10_000;

    private final Map<OrganizationId, CollectionIncarnation> byOrganization = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrganizationId, CollectionIncarnation> eldest) {
            return size() > MOST;
        }
    };

    Optional<CollectionIncarnation> find(OrganizationId id) {
        synchronized (byOrganization) {
            return Optional.ofNullable(byOrganization.get(id));
        }
    }

    void remember(OrganizationId id, CollectionIncarnation incarnation) {
        synchronized (byOrganization) {
            byOrganization.put(id, incarnation);
        }
    }

    void forget(OrganizationId id) {
        synchronized (byOrganization) {
            byOrganization.remove(id);
        }
    }
}
