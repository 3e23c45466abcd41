package io.orgstead.extendedjson;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.function.Supplier;

/** Says which part of a document is refused, by its path, and why. */
final class Refusal {

    private static final int LONGEST_PATH = 200;

    private Refusal() {}

    static InvalidValueException at(String path, String reason) {
        String place = path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "...";
        return path.isEmpty()
                ? new InvalidValueException("the value " + reason)
                : InvalidValueException.at(place, reason);
    }

    /** Makes a value; what it says against itself is said of the path. */
    static <T> T named(String path, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException | IllegalArgumentException e) {
            throw at(path, "is refused: " + e.getMessage());
        }
    }

    static String field(String path, String name) {
        // A path grows with the depth of the document; beyond what is shown it need not.
        String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH + 1) : path;
        return shown.isEmpty() ? shorten(name) : shown + "." + shorten(name);
    }

    static String item(String path, int position) {
        return path.length() > LONGEST_PATH ? path : path + "[" + position + "]";
    }

    private static String shorten(String name) {
        return name.length() > LONGEST_PATH ? name.substring(0, LONGEST_PATH + 1) : name;
    }
}
