package io.orgstead.domain.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationStatus;
import java.util.Objects;

/**
 * The organization whose documents a call may touch, and no other's. Every call on an organization's data takes one, so that
 * isolation does not depend on anybody remembering a filter. There is none without a principal who was authenticated and is of
 * that very organization, or the organization itself in the hands of who makes it: the constructor is not to be had.
 *
 * <p>It names the collection itself, not only its name, so that a late call never reaches a later collection of the same name.
 */
public final class TenantScope {

    private final OrganizationId organization;
    private final CollectionName collection;
    private final CollectionIncarnation incarnation;
    private final boolean hidden;

    private TenantScope(
            OrganizationId organization, CollectionName collection, CollectionIncarnation incarnation, boolean hidden) {
        this.organization = Objects.requireNonNull(organization, "organization");
        this.collection = Objects.requireNonNull(collection, "collection");
        this.incarnation = Objects.requireNonNull(incarnation, "incarnation");
        this.hidden = hidden;
    }

    /**
     * The scope of an admin's own organization.
     *
     * @param caller who was authenticated
     * @param organization the organization, as it is now
     * @param collection the name that its collection has now, one of its {@linkplain Organization#claims() claims}
     * @param incarnation that collection
     * @return the scope
     * @throws AccessDeniedException if the organization is not the caller's, or nobody gets into it now
     * @throws IllegalArgumentException if the organization does not claim a collection of that name
     */
    public static TenantScope of(
            Principal caller, Organization organization, CollectionName collection, CollectionIncarnation incarnation) {
        boolean own = caller.organizationId().equals(organization.id())
                && caller.adminId().equals(organization.adminId());
        if (!own || !organization.status().isVisible()) {
            throw new AccessDeniedException();
        }
        if (!organization.claims().contains(collection)) {
            throw new IllegalArgumentException("the collection is not the organization's");
        }
        return new TenantScope(organization.id(), collection, incarnation, false);
    }

    /**
     * The scope of an organization that is being made, for who puts documents in before anybody sees it.
     *
     * @param organization the organization; its operation names the collection, which has its public name already
     * @return the scope
     * @throws AccessDeniedException if the organization is not being made
     * @throws IllegalArgumentException if it has no collection yet
     */
    public static TenantScope ofProvisioning(Organization organization) {
        if (organization.status() != OrganizationStatus.PROVISIONING) {
            throw new AccessDeniedException();
        }
        CollectionIncarnation incarnation = organization
                .currentOperation()
                .incarnation()
                .orElseThrow(() -> new IllegalArgumentException("the organization has no collection yet"));
        return new TenantScope(organization.id(), organization.collection(), incarnation, false);
    }

    /**
     * The scope of an organization's private collection, for who fills it before it takes the place of the one that its documents
     * are in.
     *
     * @param organization the organization
     * @param incarnation its private collection
     * @return the scope
     * @throws AccessDeniedException if nobody gets into the organization now
     */
    public static TenantScope ofStaged(Organization organization, CollectionIncarnation incarnation) {
        if (!organization.status().isVisible()) {
            throw new AccessDeniedException();
        }
        return new TenantScope(organization.id(), organization.collection(), incarnation, true);
    }

    /**
     * The organization.
     *
     * @return its id, which never changes
     */
    public OrganizationId organization() {
        return organization;
    }

    /**
     * The name of its collection when the scope was made. A rename since is told by {@link TenantMovedException}.
     *
     * @return the name
     */
    public CollectionName collection() {
        return collection;
    }

    /**
     * The collection itself.
     *
     * @return what tells it from every other
     */
    public CollectionIncarnation incarnation() {
        return incarnation;
    }

    /**
     * Whether it is the organization's private collection, which has no public name yet.
     *
     * @return true for {@link #ofStaged}
     */
    public boolean isHidden() {
        return hidden;
    }

    /** Names the organization by its id only. */
    @Override
    public String toString() {
        return "the data of organization " + organization.value();
    }
}
