package io.orgstead.adapter.http;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Collects everything that is wrong with the fields of one request, so that the client hears of all of it at once. */
final class Violations {

    static final String MISSING = "is required";
    static final String UNKNOWN = "is not known here";

    /** A body of a megabyte can hold a hundred thousand unknown fields; an answer should not. */
    private static final int MAX_ERRORS = 50;

    private static final int MAX_NAME_LENGTH = 100;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String reason) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(shortened(field), reason));
        }
    }

    void addAll(Violations others) {
        others.errors.forEach(error -> add(error.field(), error.reason()));
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Parses a value, and notes the rule that it breaks. */
    <T> Optional<T> parse(String field, String text, Function<String, T> parser) {
        return make(field, () -> parser.apply(text));
    }

    /** Makes something of a value, and notes the rule that it breaks. */
    <T> Optional<T> make(String field, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidValueException e) {
            add(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Ends the request if anything is wrong.
     *
     * @throws ProblemException (invalid_request) with one entry per field
     */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.of(EdgeFailure.INVALID_REQUEST).withErrors(errors).asException();
        }
    }

    static String shortened(String name) {
        if (name.length() <= MAX_NAME_LENGTH) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(MAX_NAME_LENGTH - 1)) ? MAX_NAME_LENGTH - 1 : MAX_NAME_LENGTH;
        return name.substring(0, end) + "…";
    }
}
