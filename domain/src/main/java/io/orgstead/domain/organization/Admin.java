package io.orgstead.domain.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * The admin of one organization. Immutable; stores take a change by compare and set on {@link #version()}.
 *
 * @param id identifies the admin for good
 * @param organizationId the organization; empty where a store of another implementation does not say. The
 *     organization's own {@link Organization#adminId()} is what counts
 * @param organizationName the organization's name, as the seed document's schema keeps it here
 * @param email unique among admins
 * @param password the hash of the password
 * @param createdAt when, at millisecond precision
 * @param credentials the state of the password that access tokens are bound to
 * @param lastUpdate the update of the organization that was applied here last: the mark by which an interrupted update
 *     is known to have taken effect
 * @param leaseUntil present while the creation is under way; whoever finds it passed, and no organization, removes the
 *     admin
 * @param version counts the changes; 0 where a store of another implementation has none
 */
public record Admin(
        AdminId id,
        Optional<OrganizationId> organizationId,
        OrganizationName organizationName,
        EmailAddress email,
        PasswordHash password,
        Instant createdAt,
        CredentialsState credentials,
        Optional<OperationId> lastUpdate,
        Optional<Instant> leaseUntil,
        long version) {

    /**
     * An admin from its parts, as a store holds them.
     *
     * @throws IllegalArgumentException if the version is negative
     */
    public Admin {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative");
        }
    }

    /**
     * An admin whose organization is being created.
     *
     * @param id a fresh id
     * @param organizationId the organization
     * @param organizationName its name
     * @param email the address
     * @param password the hash
     * @param createdAt now, at millisecond precision
     * @param leaseUntil when others may judge the creation dead
     * @return the first version
     */
    public static Admin provision(
            AdminId id,
            OrganizationId organizationId,
            OrganizationName organizationName,
            EmailAddress email,
            PasswordHash password,
            Instant createdAt,
            Instant leaseUntil) {
        return new Admin(
                id,
                Optional.of(organizationId),
                organizationName,
                email,
                password,
                createdAt,
                CredentialsState.INITIAL,
                Optional.empty(),
                Optional.of(leaseUntil),
                1);
    }

    /**
     * The same admin, no longer under creation.
     *
     * @return the next version, without lease
     */
    public Admin settled() {
        return new Admin(
                id,
                organizationId,
                organizationName,
                email,
                password,
                createdAt,
                credentials,
                lastUpdate,
                Optional.empty(),
                version + 1);
    }

    /**
     * The same admin with an update applied: the moment at which the update takes effect.
     *
     * @param organization the organization in the middle of the update
     * @param newEmail the address from now on
     * @param newPassword the hash from now on; tokens issued before it end
     * @param now when, at millisecond precision
     * @return the next version, marked with the operation
     */
    public Admin updated(
            Organization organization,
            Optional<EmailAddress> newEmail,
            Optional<PasswordHash> newPassword,
            Instant now) {
        return new Admin(
                id,
                Optional.of(organization.id()),
                organization.targetName(),
                newEmail.orElse(email),
                newPassword.orElse(password),
                createdAt,
                newPassword.isPresent() ? credentials.changed(now) : credentials,
                Optional.of(organization.currentOperation().id()),
                leaseUntil,
                version + 1);
    }

    /**
     * The same admin, changed in nothing but its version, so that an update prepared on the old one can no longer be
     * applied.
     *
     * @return the next version
     */
    public Admin fenced() {
        return new Admin(
                id,
                organizationId,
                organizationName,
                email,
                password,
                createdAt,
                credentials,
                lastUpdate,
                leaseUntil,
                version + 1);
    }

    /**
     * Whether this update was applied to this admin.
     *
     * @param update the operation
     * @return true if it was, and was the last
     */
    public boolean hasApplied(Operation update) {
        return lastUpdate.equals(Optional.of(update.id()));
    }
}
