package io.orgstead.domain.data;

import io.orgstead.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;

/**
 * A request that is to take effect once. It knows the ids of its documents before they are inserted, so that whoever makes it
 * again after a crash inserts the same ones.
 *
 * @param organization whose
 * @param key the client's name for it
 * @param fingerprint of what it asks for: another request under the same key is refused
 * @param ids of the documents that it inserts
 * @param done whether it has taken effect
 * @param leaseUntil while it is not done: until when somebody is at it
 * @param expiresAt when it may be forgotten
 */
public record IdempotencyRecord(
        OrganizationId organization,
        IdempotencyKey key,
        String fingerprint,
        List<Value> ids,
        boolean done,
        Instant leaseUntil,
        Instant expiresAt) {

    /** Takes a copy. */
    public IdempotencyRecord {
        ids = List.copyOf(ids);
    }

    /**
     * The same, in new hands.
     *
     * @param until when others may take it over again
     * @return a copy
     */
    public IdempotencyRecord leasedUntil(Instant until) {
        return new IdempotencyRecord(organization, key, fingerprint, ids, done, until, expiresAt);
    }

    /**
     * The same, done.
     *
     * @return a copy
     */
    public IdempotencyRecord finished() {
        return new IdempotencyRecord(organization, key, fingerprint, ids, true, leaseUntil, expiresAt);
    }
}
