package io.orgstead.domain.port;

import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.TenantScope;
import java.time.Instant;
import java.util.List;

/**
 * The indexes of the organizations' documents. They belong to the organization's collection, move and go with it. The one on
 * {@code _id} is always there and is not among them. Safe for use by any number of threads and instances.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time, and {@link io.orgstead.domain.data.TenantMovedException} when the collection is not where the scope says.
 */
public interface TenantIndexes {

    /**
     * Lists them.
     *
     * @param scope whose
     * @return in the order of their names
     */
    List<IndexDefinition> list(TenantScope scope);

    /**
     * Makes an index over the documents that are there and those to come.
     *
     * @param scope whose
     * @param index the index
     * @param limit the most indexes that the organization may have
     * @return what became of it; nothing changed unless it is {@link IndexOutcome#PRESENT}
     */
    IndexOutcome create(TenantScope scope, IndexDefinition index, int limit);

    /**
     * Removes an index.
     *
     * @param scope whose
     * @param name its name
     * @return false if there was none
     */
    boolean drop(TenantScope scope, String name);

    /**
     * Removes documents that have expired by an index, of all organizations. To be called every minute or so; does nothing
     * where the store does it by itself.
     *
     * @param now the present
     * @param limit the most documents to remove, at least 1
     * @return how many were
     */
    int removeExpired(Instant now, int limit);
}
