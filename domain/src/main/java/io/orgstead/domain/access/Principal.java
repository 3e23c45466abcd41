package io.orgstead.domain.access;

import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;

/**
 * Who makes a call, as proven by an access token that was checked against the stores: an admin, and the one organization
 * that the admin may touch.
 *
 * @param adminId the admin
 * @param organizationId the admin's organization
 * @param organizationName its name now, which may differ from the one in the token
 * @param email the admin's email address now
 */
public record Principal(
        AdminId adminId, OrganizationId organizationId, OrganizationName organizationName, EmailAddress email) {}
