package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Usage;
import java.util.List;
import java.util.Optional;

/**
 * A write that has begun, or could not.
 *
 * @param full what there is, if that is too much for the write
 * @param watched whether it has to note what it changes
 * @param indexes what it has to write entries of, where the server does not do that
 */
record Begun(Optional<Usage> full, boolean watched, List<SharedIndex> indexes) {

    static Begun refused(Usage usage) {
        return new Begun(Optional.of(usage), false, List.of());
    }
}
