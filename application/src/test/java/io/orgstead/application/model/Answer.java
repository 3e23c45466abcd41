package io.orgstead.application.model;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of a call. Two of the same content are equal, exceptions too. */
final class Answer {

    private static final Answer NONE =
            thrown(new StoreUnavailableException(new IllegalStateException("no answer from the store")));

    private final @Nullable Object value;
    private final @Nullable RuntimeException exception;

    private Answer(@Nullable Object value, @Nullable RuntimeException exception) {
        this.value = value;
        this.exception = exception;
    }

    static Answer returned(@Nullable Object value) {
        return new Answer(value, null);
    }

    static Answer thrown(RuntimeException exception) {
        return new Answer(null, exception);
    }

    /** The store is said to be unavailable, whatever it has done. */
    static Answer lost() {
        return NONE;
    }

    @Nullable
    Object give() {
        if (exception != null) {
            throw exception;
        }
        return value;
    }

    private Object content() {
        return exception != null ? exception.toString() : Objects.requireNonNullElse(value, "done");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer && answer.content().equals(content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return exception != null ? "throws " + exception : Shown.shown(content());
    }
}
