package io.orgstead.application.usecase.backup;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An organization as a backup keeps it, without its documents.
 *
 * @param id its id
 * @param name its name
 * @param createdAt when it was created, at millisecond precision
 * @param admin its admin
 * @param indexes the indexes of its documents
 * @param schema what its documents are to be like, if it says so
 */
public record BackedUpOrganization(
        OrganizationId id,
        OrganizationName name,
        Instant createdAt,
        BackedUpAdmin admin,
        List<IndexDefinition> indexes,
        Optional<DocumentSchema> schema) {

    /** Takes a copy of the list. */
    public BackedUpOrganization {
        indexes = List.copyOf(indexes);
    }

    /**
     * Its admin.
     *
     * @param id the admin's id
     * @param email the address
     * @param password the hash of the password
     * @param createdAt when the admin was created, at millisecond precision
     * @param credentials how often, and when last, the password was changed
     */
    public record BackedUpAdmin(
            AdminId id, EmailAddress email, PasswordHash password, Instant createdAt, CredentialsState credentials) {}

    /**
     * The same under another identity.
     *
     * @param newId its id
     * @param newName its name
     * @param adminId its admin's id
     * @param email its admin's address
     * @return a copy
     */
    public BackedUpOrganization as(
            OrganizationId newId, OrganizationName newName, AdminId adminId, EmailAddress email) {
        BackedUpAdmin newAdmin =
                new BackedUpAdmin(adminId, email, admin.password(), admin.createdAt(), admin.credentials());
        return new BackedUpOrganization(newId, newName, createdAt, newAdmin, indexes, schema);
    }
}
