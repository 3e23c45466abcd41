package io.orgstead.domain.data;

/** What became of an insert. */
public sealed interface InsertOutcome {

    /** All documents are there. */
    record Inserted() implements InsertOutcome {}

    /**
     * None is: the organization has a document of that id, or two of the batch have it.
     *
     * @param position which of the batch, from 0
     */
    record IdTaken(int position) implements InsertOutcome {}

    /**
     * None is: a unique index has the document's values already.
     *
     * @param position which of the batch, from 0
     * @param index the index
     */
    record IndexViolated(int position, String index) implements InsertOutcome {}

    /**
     * None is: the document has arrays in two fields of one index, which no index can hold.
     *
     * @param position which of the batch, from 0
     * @param index the index
     */
    record ParallelArrays(int position, String index) implements InsertOutcome {}

    /**
     * None is: with them the organization would keep more than it may.
     *
     * @param usage what it keeps now
     */
    record QuotaReached(Usage usage) implements InsertOutcome {}
}
