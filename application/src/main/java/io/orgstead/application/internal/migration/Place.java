package io.orgstead.application.internal.migration;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;

/**
 * The collection in the store that is being filled that an organization's documents are copied to.
 *
 * @param incarnation which
 * @param scope reaches it
 */
record Place(CollectionIncarnation incarnation, TenantScope scope) {

    /** Whether it is still the organization's private one. */
    boolean isPrivate() {
        return scope.isHidden();
    }
}
