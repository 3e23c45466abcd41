package io.orgstead.domain.port;

/** How the move of a collection ended. */
public enum MoveOutcome {
    /** The collection is at its new name, by this call or an earlier one. */
    MOVED,
    /** Another collection has the new name; nothing changed. */
    TARGET_TAKEN,
    /** The collection is at neither name; nothing changed. */
    SOURCE_GONE
}
