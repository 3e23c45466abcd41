package io.orgstead.application.internal.data;

/** Counts what has become of the documents of an import. */
final class ImportTally {

    private long inserted;
    private long replaced;
    private long skipped;

    void inserted(long count) {
        inserted += count;
    }

    void replaced(long count) {
        replaced += count;
    }

    void skipped(long count) {
        skipped += count;
    }

    long inserted() {
        return inserted;
    }

    long replaced() {
        return replaced;
    }

    long skipped() {
        return skipped;
    }
}
