package io.orgstead.reliability.traffic;

import io.orgstead.reliability.journal.OrganizationState;
import java.util.Optional;

/**
 * A change that a client asks for.
 *
 * @param kind for reports
 * @param body the request's body; empty for none
 * @param after what is there if it happens
 * @param allowed whether it may happen; if not, it must be refused
 */
record Change(Kind kind, String method, String path, String body, Optional<OrganizationState> after, boolean allowed) {

    /** What is asked for. */
    enum Kind {
        CREATE,
        RENAME,
        EMAIL,
        PASSWORD,
        DELETE,
        INSERT,
        BATCH,
        IMPORT,
        PUT,
        PATCH,
        REMOVE;

        /** Whether it takes several steps of the store's. */
        boolean isLifecycle() {
            return compareTo(DELETE) <= 0;
        }
    }

    Change refused() {
        return new Change(kind, method, path, body, after, false);
    }

    /** Whether the token in hand is worth nothing any more when it has happened, or was worth nothing before. */
    boolean endsToken() {
        return kind == Kind.CREATE || kind == Kind.PASSWORD || kind == Kind.DELETE;
    }
}
