package io.orgstead.application.usecase.backup;

/** An organization of a backup cannot be made; nothing of it was. The message is for the operator, and names the organization. */
public final class RestoreRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * It cannot be made.
     *
     * @param message which, and why
     */
    public RestoreRefusedException(String message) {
        super(message);
    }
}
