package io.orgstead.domain.data;

/** What became of the wish for an index. */
public enum IndexOutcome {
    /** It is there now, or was already, exactly as wished. */
    PRESENT,
    /** There is another index of that name, or another on the same fields. */
    CONFLICTS,
    /** The organization has as many as it may have. */
    QUOTA_REACHED,
    /** Documents have equal values where they would have to differ. */
    DUPLICATES,
    /** A document has arrays in two of the fields, which no index can hold. */
    PARALLEL_ARRAYS
}
