package io.orgstead.domain.port;

import io.orgstead.domain.installation.MigrationMark;
import java.util.Optional;

/**
 * The one mark that a store carries while all that is in it goes to another store, or has come from one. Durable, and safe for use
 * by any number of threads and instances.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time; a write may then have taken effect or not.
 */
public interface MigrationMarks {

    /**
     * Finds it.
     *
     * @return as stored now; empty for a store that no migration has touched
     */
    Optional<MigrationMark> find();

    /**
     * Puts a mark, or none, in the place of another, or of none. Of several that race on one state one wins.
     *
     * @param expected what is there
     * @param next what shall be there
     * @return false, and nothing changed, if something else is there
     */
    boolean replace(Optional<MigrationMark> expected, Optional<MigrationMark> next);
}
