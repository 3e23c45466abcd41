package io.orgstead.application.usecase;

/** A migration cannot be made, as things are. Its message is one line for the operator; nothing was changed. */
public final class MigrationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With this reason.
     *
     * @param reason one line for the operator
     */
    public MigrationRefusedException(String reason) {
        super(reason);
    }
}
