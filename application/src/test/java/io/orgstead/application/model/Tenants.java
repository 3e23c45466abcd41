package io.orgstead.application.model;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What there is, for whoever sees no steps: the organizations, as one operation after the other leaves them. */
record Tenants(Set<Tenant> all) {

    /**
     * One organization.
     *
     * @param origin which it was at the beginning; {@link #FRESH} if it was made since
     */
    record Tenant(String origin, String name, String email, String password) {

        static final String FRESH = "fresh";

        CollectionName collection() {
            return OrganizationName.parse(name).collectionName();
        }
    }

    private boolean isFree(Tenant wanted) {
        return all.stream()
                .noneMatch(other -> other.email().equals(wanted.email())
                        || other.collection().equals(wanted.collection()));
    }

    private Tenants without(Tenant tenant) {
        return new Tenants(all.stream()
                .filter(Predicate.not(tenant::equals))
                .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    Optional<Tenant> of(String origin) {
        return all.stream().filter(tenant -> tenant.origin().equals(origin)).findFirst();
    }

    /** With one more; empty if something of it is taken. */
    Optional<Tenants> plus(Tenant tenant) {
        if (!isFree(tenant)) {
            return Optional.empty();
        }
        Set<Tenant> more = new HashSet<>(all);
        more.add(tenant);
        return Optional.of(new Tenants(Set.copyOf(more)));
    }

    /** With one changed; empty if it is not there or something of it is taken. */
    Optional<Tenants> changed(Tenant next) {
        return of(next.origin()).flatMap(before -> without(before).plus(next));
    }

    /** With one less; empty if it is not there. */
    Optional<Tenants> minus(String origin) {
        return of(origin).map(this::without);
    }
}
