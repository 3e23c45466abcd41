package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.ReplaceOutcome;

/**
 * An index that stands in the way of a change.
 *
 * @param index its name
 * @param parallel whether the document has arrays in two fields of it; else it is unique, and has the document's values already
 */
record Obstacle(String index, boolean parallel) {

    InsertOutcome toInsert(int position) {
        if (parallel) {
            return new InsertOutcome.ParallelArrays(position, index);
        }
        return new InsertOutcome.IndexViolated(position, index);
    }

    ReplaceOutcome toReplace() {
        if (parallel) {
            return new ReplaceOutcome.ParallelArrays(index);
        }
        return new ReplaceOutcome.IndexViolated(index);
    }
}
