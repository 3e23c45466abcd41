package io.orgstead.domain.port;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of requests that are to take effect once however often they are sent (the IETF draft on the
 * {@code Idempotency-Key} header). Kept per organization, durable, and safe for use by any number of threads and instances.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time; a write may then have taken effect or not.
 */
public interface IdempotencyRecords {

    /**
     * Enters a record unless there is one of its organization and key that has not expired. Of several that race one enters.
     *
     * @param record the record
     * @param now the present
     * @return the record that was there; empty if this one entered
     */
    Optional<IdempotencyRecord> enter(IdempotencyRecord record, Instant now);

    /**
     * Puts a record in the place of an earlier state of itself.
     *
     * @param expected the record as it was entered or found
     * @param replacement the record as it shall be
     * @return false if it is not, or no longer, that
     */
    boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement);

    /**
     * Forgets a record: its request changed nothing.
     *
     * @param organization whose
     * @param key which
     */
    void remove(OrganizationId organization, IdempotencyKey key);

    /**
     * Forgets all records of an organization: it is being removed.
     *
     * @param organization whose
     */
    void removeAll(OrganizationId organization);

    /**
     * Lists the records of an organization in the order of their keys' characters, expired ones among them.
     *
     * @param organization whose
     * @param after begins behind this key, whether or not there is a record of it; empty to begin with the first
     * @param limit the most to return, at least 1
     * @return at most that many; fewer only if no more follow
     */
    List<IdempotencyRecord> list(OrganizationId organization, Optional<IdempotencyKey> after, int limit);

    /**
     * Forgets what has expired.
     *
     * @param now the present
     * @param limit the most to forget, at least 1
     * @return how many were
     */
    int removeExpired(Instant now, int limit);
}
