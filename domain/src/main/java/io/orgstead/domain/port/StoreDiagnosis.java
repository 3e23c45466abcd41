package io.orgstead.domain.port;

import java.time.Instant;
import java.util.List;

/**
 * Looks into a store for whoever operates it. Changes nothing, and can be asked of a store that is not fit for use. Safe for
 * use by any number of threads.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time.
 */
public interface StoreDiagnosis {

    /**
     * Finds the indexes that the store ought to have and has not, or has otherwise than needed. Without one of them
     * uniqueness is not kept, or calls get slower the more there is.
     *
     * @return what each of them is for a person, in a stable order; empty if none is missing
     */
    List<String> missingIndexes();

    /**
     * Asks the store for its time.
     *
     * @return the time of the store's own clock, to the millisecond or better
     */
    Instant time();

    /**
     * Counts the collections in the store: the organizations' own, and where they share a database with others, those too.
     *
     * @return how many there are now
     */
    long countCollections();
}
