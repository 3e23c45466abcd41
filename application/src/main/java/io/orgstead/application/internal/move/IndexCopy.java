package io.orgstead.application.internal.move;

import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import java.util.List;

/** Gives the target the indexes of the source. */
final class IndexCopy {

    private final Side source;
    private final Target target;

    IndexCopy(Side source, Target target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Makes and drops what differs. Documents that were read at different moments may contradict an index that was always kept;
     * then it is not made yet.
     *
     * @return whether the indexes are the same now
     * @throws IllegalStateException if one cannot be made, whatever the documents are
     */
    boolean align() {
        List<IndexDefinition> wanted = source.indexes();
        List<IndexDefinition> present = dropAllBut(wanted);
        boolean complete = true;
        for (IndexDefinition index : wanted) {
            if (!present.contains(index)) {
                complete &= isMade(index);
            }
        }
        return complete;
    }

    /** Drops those that the source has no more, so that they are in no document's way. */
    void dropObsolete() {
        dropAllBut(source.indexes());
    }

    private List<IndexDefinition> dropAllBut(List<IndexDefinition> wanted) {
        List<IndexDefinition> present = target.indexes();
        present.stream().filter(index -> !wanted.contains(index)).forEach(index -> target.dropIndex(index.name()));
        return present;
    }

    private boolean isMade(IndexDefinition index) {
        IndexOutcome outcome = target.createIndex(index);
        return switch (outcome) {
            case PRESENT -> true;
            case DUPLICATES, PARALLEL_ARRAYS -> false;
            case CONFLICTS, QUOTA_REACHED ->
                throw new IllegalStateException("the index " + index.name() + " cannot be made: " + outcome);
        };
    }
}
