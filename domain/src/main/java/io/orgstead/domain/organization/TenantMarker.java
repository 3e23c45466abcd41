package io.orgstead.domain.organization;

import java.time.Instant;

/**
 * What the one document says that an organization's collection holds at birth (the seed document's
 * {@code {initialized: true, created_at, organization}}). Its {@code _id} is the organization's id.
 *
 * @param organizationId the organization
 * @param organization its name at birth. The marker keeps it: a rename moves the collection as it is, and the name that
 *     counts is the organization's own
 * @param createdAt when it was created, at millisecond precision
 */
public record TenantMarker(OrganizationId organizationId, OrganizationName organization, Instant createdAt) {

    /**
     * The marker of an organization.
     *
     * @param organization the organization under creation
     * @return its marker
     */
    public static TenantMarker of(Organization organization) {
        return new TenantMarker(organization.id(), organization.name(), organization.createdAt());
    }
}
