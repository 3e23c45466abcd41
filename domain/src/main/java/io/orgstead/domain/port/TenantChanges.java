package io.orgstead.domain.port;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import java.time.Instant;
import java.util.List;

/**
 * Which of an organization's documents change while they are copied elsewhere, and the moment in which nobody may change them.
 * Durable, and safe for use by any number of threads and instances; one of them at a time copies.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time, and {@link io.orgstead.domain.data.TenantMovedException} when the collection is not where the scope says.
 */
public interface TenantChanges {

    /**
     * Has changes noted, or goes on with that. When this returns, every later change of a document is noted, and so are those
     * that are under way. Documents that expire by an index are not: their time comes in a copy as well.
     *
     * @param scope whose
     * @param now the present
     * @param until when it ends by itself, unless it is gone on with before
     * @return whether everything has been noted since the call before; false if it begins now, or begins again after it had ended
     */
    boolean watch(TenantScope scope, Instant now, Instant until);

    /**
     * Takes ids of documents that were changed, put in or removed, and whose writing has ended or died. Each is given once for
     * at least one change; a change after that gives it again.
     *
     * @param scope whose
     * @param limit the most to take, at least 1
     * @return at most that many; none if none is noted whose writing has ended
     */
    List<Value> take(TenantScope scope, int limit);

    /**
     * Notes no more, and forgets what is noted.
     *
     * @param scope whose
     */
    void unwatch(TenantScope scope);

    /**
     * Lets nobody change documents or indexes any more: every such call ends with
     * {@link io.orgstead.domain.data.TenantMovedException}, and those that were under way have ended when this returns. Reading goes on.
     *
     * @param scope whose
     * @param version of the organization, for which this is done
     * @throws io.orgstead.domain.failure.StoreUnavailableException also if writes that are under way do not end in time; it
     *     may be closed then
     */
    void close(TenantScope scope, long version);

    /**
     * Lets documents be changed again.
     *
     * @param scope whose
     * @param version only if it was closed for this version of the organization, or an earlier one
     */
    void reopen(TenantScope scope, long version);
}
