package io.orgstead.testkit.reference;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceOrganizations implements Organizations {

    protected final Map<OrganizationId, Organization> stored = new LinkedHashMap<>();

    protected boolean follows(Organization before, Organization next) {
        return next.version() == before.version() + 1;
    }

    protected boolean isSame(Organization before, Organization given) {
        return given.version() == before.version();
    }

    protected Stream<CollectionName> claims(Organization organization) {
        return organization.claims().stream();
    }

    protected boolean hasEnded(Instant lease, Instant instant) {
        return lease.isBefore(instant);
    }

    protected Comparator<Organization> order() {
        return Comparator.comparing(
                organization -> organization.currentOperation().leaseUntil());
    }

    protected Organization written(Organization organization) {
        return organization;
    }

    protected RuntimeException taken() {
        return ConflictException.nameTaken();
    }

    protected final Optional<Organization> first(Predicate<Organization> condition) {
        synchronized (stored) {
            return stored.values().stream().filter(condition).findFirst();
        }
    }

    protected final boolean isTaken(Organization wanted) {
        List<CollectionName> wishes = claims(wanted).toList();
        return first(other -> !other.id().equals(wanted.id()) && claims(other).anyMatch(wishes::contains))
                .isPresent();
    }

    @Override
    public Optional<Organization> findById(OrganizationId id) {
        return first(organization -> organization.id().equals(id));
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
        synchronized (stored) {
            if (isTaken(organization)) {
                throw taken();
            }
            stored.put(organization.id(), written(organization));
        }
    }

    @Override
    public boolean replace(Organization next) {
        synchronized (stored) {
            Organization before = stored.get(next.id());
            if (before == null || !follows(before, next)) {
                return false;
            }
            if (isTaken(next)) {
                throw taken();
            }
            stored.put(next.id(), written(next));
            return true;
        }
    }

    @Override
    public boolean remove(Organization organization) {
        synchronized (stored) {
            Organization before = stored.get(organization.id());
            if (before == null || !isSame(before, organization)) {
                return false;
            }
            stored.remove(organization.id());
            return true;
        }
    }

    protected boolean isBehind(OrganizationId id, OrganizationId after) {
        return id.value().compareTo(after.value()) > 0;
    }

    protected Comparator<Organization> listed() {
        return Comparator.comparing(organization -> organization.id().value());
    }

    @Override
    public List<Organization> list(Optional<OrganizationId> after, int limit) {
        synchronized (stored) {
            return stored.values().stream()
                    .filter(organization -> after.isEmpty() || isBehind(organization.id(), after.get()))
                    .sorted(listed())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Organization> findLeasedBefore(Instant instant, int limit) {
        synchronized (stored) {
            return stored.values().stream()
                    .filter(organization -> organization
                            .operation()
                            .map(Operation::leaseUntil)
                            .filter(lease -> hasEnded(lease, instant))
                            .isPresent())
                    .sorted(order())
                    .limit(limit)
                    .toList();
        }
    }
}
