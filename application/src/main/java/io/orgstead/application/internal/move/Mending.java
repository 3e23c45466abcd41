package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes copies what their originals are. What has to go goes first, so that it is in no unique index when what comes in is held
 * against that. A copy that another one is in the way of, whose own turn is still to come, is put off. For use by one thread.
 */
final class Mending {

    private final Target target;
    private final Set<Value> putOff = new LinkedHashSet<>();

    Mending(Target target) {
        this.target = target;
    }

    void mend(List<Difference> differences) {
        List<Document> originals = new ArrayList<>();
        for (Difference difference : differences) {
            difference.copy().ifPresent(target::delete);
            difference.original().ifPresent(originals::add);
        }
        insert(originals);
    }

    /** Those before and those behind what cannot be inserted now are inserted without it. */
    private void insert(List<Document> documents) {
        List<Document> rest = documents;
        while (!rest.isEmpty()) {
            InsertOutcome outcome = target.insert(List.copyOf(rest));
            if (outcome instanceof InsertOutcome.Inserted) {
                return;
            }
            int position = positionIn(outcome);
            putOff.add(rest.get(position).id());
            insert(rest.subList(0, position));
            rest = rest.subList(position + 1, rest.size());
        }
    }

    private static int positionIn(InsertOutcome outcome) {
        if (outcome instanceof InsertOutcome.IdTaken taken) {
            return taken.position();
        } else if (outcome instanceof InsertOutcome.IndexViolated violated) {
            return violated.position();
        } else if (outcome instanceof InsertOutcome.ParallelArrays parallel) {
            return parallel.position();
        }
        throw new IllegalStateException("a copy was refused for a quota, and there is none");
    }

    /** What was put off, to be looked at again. */
    List<Value> takePutOff() {
        List<Value> taken = List.copyOf(putOff);
        putOff.clear();
        return taken;
    }

    boolean hasPutOff() {
        return !putOff.isEmpty();
    }
}
