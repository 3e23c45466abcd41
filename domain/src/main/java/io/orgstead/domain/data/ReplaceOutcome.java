package io.orgstead.domain.data;

/** What became of a replacement. */
public sealed interface ReplaceOutcome {

    /** The new document is there in place of the old one. */
    record Replaced() implements ReplaceOutcome {}

    /** Nothing changed: the document is not, or no longer, what it was taken for. */
    record Stale() implements ReplaceOutcome {}

    /**
     * Nothing changed: a unique index has the document's values already.
     *
     * @param index the index
     */
    record IndexViolated(String index) implements ReplaceOutcome {}

    /**
     * Nothing changed: the new document has arrays in two fields of one index, which no index can hold.
     *
     * @param index the index
     */
    record ParallelArrays(String index) implements ReplaceOutcome {}

    /**
     * Nothing changed: with it the organization would keep more than it may.
     *
     * @param usage what it keeps now
     */
    record QuotaReached(Usage usage) implements ReplaceOutcome {}
}
