package io.orgstead.domain.port;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The admins in the master database. Every call is one atomic step, durable when it returns; implementations are safe
 * for use by any number of threads and instances. Email addresses are unique over all admins.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time; a write may then have taken effect or not.
 */
public interface Admins {

    /**
     * Finds by id.
     *
     * @param id the id
     * @return the admin as stored now
     */
    Optional<Admin> findById(AdminId id);

    /**
     * Finds by email address, whatever its case in the store.
     *
     * @param email the address
     * @return the admin as stored now
     */
    Optional<Admin> findByEmail(EmailAddress email);

    /**
     * Adds an admin. Of several racing for an address exactly one wins.
     *
     * @param admin a new one
     * @throws io.orgstead.domain.failure.ConflictException (email taken) if another admin has the address
     */
    void add(Admin admin);

    /**
     * Replaces an admin by the next version. Of several racing on one version exactly one wins.
     *
     * @param next the admin with the version after the stored one
     * @return false, and nothing changed, if the stored version is not the one before, or nothing is stored
     * @throws io.orgstead.domain.failure.ConflictException (email taken) if another admin has the next version's
     *     address; nothing changed
     */
    boolean replace(Admin next);

    /**
     * Replaces the hash of an unchanged password by a newer one of the same password. Does not count as a change and
     * leaves the version alone.
     *
     * @param id the admin
     * @param current the hash as read
     * @param fresh the hash to store instead
     * @return false, and nothing changed, if the stored hash is another, or nothing is stored
     */
    boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh);

    /**
     * Removes an admin, if it is there.
     *
     * @param id the admin
     */
    void remove(AdminId id);

    /**
     * Finds admins under creation whose lease ended before an instant, longest first.
     *
     * @param instant usually now
     * @param limit the most to return, at least 1
     * @return at most that many
     */
    List<Admin> findLeasedBefore(Instant instant, int limit);
}
