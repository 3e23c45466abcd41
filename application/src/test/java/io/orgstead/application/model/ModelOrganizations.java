package io.orgstead.application.model;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.port.Organizations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The organizations of a {@link ModelStore}. */
record ModelOrganizations(ModelStore store) implements Organizations {

    private Optional<Organization> first(Predicate<Organization> condition) {
        return store.contents().organizationsInOrder().stream()
                .filter(condition)
                .findFirst();
    }

    private Set<CollectionName> claims(Organization organization) {
        return store.has(Fence.CLAIM_OF_TARGET) ? organization.claims() : Set.of(organization.collection());
    }

    private void refuseTaken(Organization wanted) {
        if (store.has(Fence.CLAIM_OF_NAME)
                && first(other -> !other.id().equals(wanted.id())
                                && claims(other).stream().anyMatch(claims(wanted)::contains))
                        .isPresent()) {
            throw ConflictException.nameTaken();
        }
    }

    private boolean isStored(OrganizationId id, long version) {
        return findById(id)
                .filter(stored -> stored.version() == version || !store.has(Fence.ORGANIZATION_VERSION))
                .isPresent();
    }

    @Override
    public Optional<Organization> findById(OrganizationId id) {
        return Optional.ofNullable(store.contents().organizations().get(id));
    }

    @Override
    public Optional<Organization> findByName(OrganizationName name) {
        return first(organization -> organization.collection().equals(name.collectionName()))
                .or(() -> first(organization -> organization.name().equals(name)));
    }

    @Override
    public Optional<Organization> findByAdmin(AdminId admin) {
        return first(organization -> organization.adminId().equals(admin));
    }

    @Override
    public void add(Organization organization) {
        synchronized (store) {
            refuseTaken(organization);
            store.change(before -> before.withOrganizations(stored -> stored.put(organization.id(), organization)));
        }
    }

    @Override
    public boolean replace(Organization next) {
        synchronized (store) {
            if (!isStored(next.id(), next.version() - 1)) {
                return false;
            }
            refuseTaken(next);
            store.change(before -> before.withOrganizations(stored -> stored.put(next.id(), next)));
            return true;
        }
    }

    @Override
    public boolean remove(Organization organization) {
        synchronized (store) {
            if (!isStored(organization.id(), organization.version())) {
                return false;
            }
            store.change(before -> before.withOrganizations(stored -> stored.remove(organization.id())));
            return true;
        }
    }

    @Override
    public List<Organization> findLeasedBefore(Instant instant, int limit) {
        return store.contents().organizationsInOrder().stream()
                .filter(organization -> organization
                        .operation()
                        .map(Operation::leaseUntil)
                        .filter(lease -> lease.isBefore(instant))
                        .isPresent())
                .sorted(Comparator.comparing(
                        organization -> organization.currentOperation().leaseUntil()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Organization> list(Optional<OrganizationId> after, int limit) {
        return store.contents().organizationsInOrder().stream()
                .filter(organization -> after.isEmpty()
                        || organization.id().value().compareTo(after.get().value()) > 0)
                .limit(limit)
                .toList();
    }
}
