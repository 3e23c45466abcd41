package io.orgstead.application.internal.move;

/** Who watches the move wants it to end here. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped", null, false, false);
    }
}
