package io.orgstead.adapter.sqlite;

/** Ends a transaction so that nothing of it stays, and carries what is to be said of it. */
final class UndoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object outcome;

    UndoneException(Object outcome) {
        super(null, null, false, false);
        this.outcome = outcome;
    }

    <T> T outcome(Class<T> type) {
        return type.cast(outcome);
    }
}
