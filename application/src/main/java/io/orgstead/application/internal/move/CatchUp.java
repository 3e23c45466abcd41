package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies documents that were changed since they were copied, as they are now. For use by one thread. */
final class CatchUp {

    /** So few changes are copied in the moment in which writers wait. */
    private static final int FEW = 200;

    /** Half a million changes: writers who are faster than that have to wait. */
    private static final int MOST_ROUNDS = 1_000;

    private final Source source;
    private final Target target;
    private final Mending mending;
    private final Pace pace;
    private long documents;
    private long bytes;

    CatchUp(Source source, Target target, Mending mending, Pace pace) {
        this.source = source;
        this.target = target;
        this.mending = mending;
        this.pace = pace;
    }

    /** Until few are left, or writers turn out to be faster. */
    void untilFew() {
        int taken = Page.MOST_DOCUMENTS;
        for (int round = 0; round < MOST_ROUNDS && taken >= FEW; round++) {
            taken = round();
        }
    }

    /**
     * Until none is left. Nobody changes documents now, so that what one is put off for is settled in the same round, or the one
     * before.
     *
     * @throws IllegalStateException if copies are in the way of others for good
     */
    void untilNone() {
        int idle = 0;
        boolean more = true;
        while (more) {
            boolean took = round() > 0;
            idle = took ? 0 : idle + 1;
            more = took || mending.hasPutOff();
            if (idle > 2) {
                throw new IllegalStateException("documents cannot be copied: a unique index is in their way");
            }
        }
    }

    /** How many were looked at. */
    long documents() {
        return documents;
    }

    /** Says how many changes were noted. */
    private int round() {
        Set<Value> ids = new LinkedHashSet<>(mending.takePutOff());
        List<Value> taken = source.take(Page.MOST_DOCUMENTS);
        ids.addAll(taken);
        List<Difference> differences = new ArrayList<>();
        long pending = 0;
        for (Value id : ids) {
            Optional<Document> copy = target.find(id);
            Optional<Document> original = source.find(id);
            long size = original.map(DocumentSize::of).orElse(0L);
            if (!original.equals(copy)) {
                differences.add(new Difference(original, copy));
                pending += size;
            }
            documents++;
            bytes += size;
            if (pending >= Page.MOST_BYTES) {
                mending.mend(differences);
                differences.clear();
                pending = 0;
            }
        }
        mending.mend(differences);
        pace.at(documents, bytes);
        return taken.size();
    }
}
