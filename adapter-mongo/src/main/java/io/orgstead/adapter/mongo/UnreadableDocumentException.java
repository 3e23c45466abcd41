package io.orgstead.adapter.mongo;

import org.jspecify.annotations.Nullable;

/**
 * A document in the master database is not what the schema says, so that no domain value can be made of it. Stays inside
 * the adapter: it becomes the cause of a {@link io.orgstead.domain.failure.StoreUnavailableException}, for the log.
 */
final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableDocumentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
