package io.orgstead.application.usecase;

import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Instant;

/**
 * What anybody may know of an organization.
 *
 * @param id identifies it for good
 * @param name its name as written
 * @param collection the collection that holds its data
 * @param adminId its admin
 * @param adminEmail its admin's email address
 * @param createdAt when it was created, at millisecond precision
 */
public record OrganizationDetails(
        OrganizationId id,
        OrganizationName name,
        CollectionName collection,
        AdminId adminId,
        EmailAddress adminEmail,
        Instant createdAt) {

    /**
     * The details of an organization.
     *
     * @param organization the aggregate
     * @return its public part
     */
    public static OrganizationDetails of(Organization organization) {
        return new OrganizationDetails(
                organization.id(),
                organization.name(),
                organization.collection(),
                organization.adminId(),
                organization.adminEmail(),
                organization.createdAt());
    }
}
