package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all documents and all copies side by side, in the order of their ids and in constant memory, and mends what differs.
 * With an empty target that is a copy, with half a copy the rest of it, and with a whole one its verification. For use once, by one
 * thread.
 */
final class Comparison {

    private final Walk originals;
    private final Walk copies;
    private final Mending mending;
    private final Pace pace;
    private final Checksum ofOriginals = new Checksum();
    private final Checksum ofCopies = new Checksum();
    private final List<Difference> differences = new ArrayList<>();
    private long pendingBytes;
    private long documents;
    private long bytes;
    private long mended;

    Comparison(Side source, Side target, Mending mending, Pace pace) {
        this.originals = new Walk(source);
        this.copies = new Walk(target);
        this.mending = mending;
        this.pace = pace;
    }

    Tally run() {
        Document original = originals.peek();
        Document copy = copies.peek();
        while (original != null || copy != null) {
            int order = order(original, copy);
            step(order <= 0 ? original : null, order >= 0 ? copy : null);
            original = originals.peek();
            copy = copies.peek();
        }
        flush();
        return new Tally(documents, bytes, ofOriginals.text(), ofCopies.text(), mended);
    }

    /** Which of the two comes first; the rest of one side comes with nothing on the other. */
    private static int order(@Nullable Document original, @Nullable Document copy) {
        return original == null || copy == null ? 0 : ValueOrder.compare(original.id(), copy.id());
    }

    private void step(@Nullable Document original, @Nullable Document copy) {
        if (original != null) {
            originals.pass();
            ofOriginals.add(original);
            documents++;
            bytes += DocumentSize.of(original);
        }
        if (copy != null) {
            copies.pass();
            ofCopies.add(copy);
        }
        if (!Objects.equals(original, copy)) {
            differ(original, copy);
        }
        if (documents % Page.MOST_DOCUMENTS == 0) {
            pace.at(documents, bytes);
        }
    }

    private void differ(@Nullable Document original, @Nullable Document copy) {
        differences.add(new Difference(Optional.ofNullable(original), Optional.ofNullable(copy)));
        pendingBytes += original == null ? 0 : DocumentSize.of(original);
        if (differences.size() == Page.MOST_DOCUMENTS || pendingBytes >= Page.MOST_BYTES) {
            flush();
        }
    }

    private void flush() {
        mended += differences.size();
        mending.mend(differences);
        differences.clear();
        pendingBytes = 0;
        pace.at(documents, bytes);
    }
}
