package io.orgstead.application.internal.move;

/** Changes may have been missed: what has been copied has to be compared from the beginning. */
final class StartAgainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartAgainException() {
        super("changes may have been missed", null, false, false);
    }
}
