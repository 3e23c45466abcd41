package io.orgstead.domain.port;

import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organizations in the master database. Every call is one atomic step, durable when it returns; implementations are
 * safe for use by any number of threads and instances. Collection names are unique over the
 * {@linkplain Organization#claims() claims} of all organizations, whatever their status.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time; a write may then have taken effect or not.
 */
public interface Organizations {

    /**
     * Finds by id, in any status.
     *
     * @param id the id
     * @return the organization as stored now
     */
    Optional<Organization> findById(OrganizationId id);

    /**
     * Finds by name, in any status: the one whose <em>current</em> collection is the name's, else (in databases of other
     * implementations) the one of exactly this name. The target of a rename under way is not found.
     *
     * @param name a name, or any other that maps to the same collection
     * @return the organization as stored now
     */
    Optional<Organization> findByName(OrganizationName name);

    /**
     * Finds the organization that an admin belongs to, in any status.
     *
     * @param admin the admin's id
     * @return the organization as stored now
     */
    Optional<Organization> findByAdmin(AdminId admin);

    /**
     * Adds an organization and takes the names it claims. Of several racing for a name exactly one wins.
     *
     * @param organization a new one
     * @throws io.orgstead.domain.failure.ConflictException (name taken) if another organization claims a name of it
     */
    void add(Organization organization);

    /**
     * Replaces an organization by its next version, and its claims by the next version's. Of several racing on one
     * version exactly one wins.
     *
     * @param next the organization with the version after the stored one
     * @return false, and nothing changed, if the stored version is not the one before, or nothing is stored
     * @throws io.orgstead.domain.failure.ConflictException (name taken) if another organization claims a name that the
     *     next version claims; nothing changed
     */
    boolean replace(Organization next);

    /**
     * Removes an organization and frees the names it claims. Of several racing exactly one wins.
     *
     * @param organization the organization as read
     * @return false, and nothing changed, if the stored version is not the one given, or nothing is stored
     */
    boolean remove(Organization organization);

    /**
     * Finds organizations with an operation under way whose lease ended before an instant, longest first.
     *
     * @param instant usually now
     * @param limit the most to return, at least 1
     * @return at most that many
     */
    List<Organization> findLeasedBefore(Instant instant, int limit);

    /**
     * Lists organizations in the order of their ids, in any status. One that cannot be read is left out.
     *
     * @param after begins behind this id, whether or not there is an organization of it; empty to begin with the first
     * @param limit the most to return, at least 1
     * @return at most that many; fewer only if no more follow
     */
    List<Organization> list(Optional<OrganizationId> after, int limit);
}
