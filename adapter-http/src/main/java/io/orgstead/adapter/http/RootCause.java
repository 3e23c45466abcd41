package io.orgstead.adapter.http;

import java.nio.channels.UnresolvedAddressException;

/** What is behind a failure, in a few words for the log. */
final class RootCause {

    private RootCause() {}

    /** The message of the innermost cause, or what kind it is where it has none. */
    static String told(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnresolvedAddressException) {
            return "unknown host";
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
