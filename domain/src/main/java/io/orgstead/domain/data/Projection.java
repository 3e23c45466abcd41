package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which fields of a document are shown: all, only these, or all but these. The {@code _id} is always shown. Paths go through
 * arrays, to the fields of each item.
 *
 * @param kind which of the three
 * @param paths the fields, none of them within another; none for {@link Kind#ALL}, at least one else. The {@code _id} is among them
 *     only if it is all that is shown
 */
public record Projection(Kind kind, List<FieldPath> paths) {

    /** Everything. */
    public static final Projection ALL = new Projection(Kind.ALL, List.of());

    /** The most fields to name. */
    public static final int MAX_PATHS = 100;

    /** The kinds. */
    public enum Kind {
        /** Everything. */
        ALL,
        /** Only the fields named. */
        ONLY,
        /** All but the fields named. */
        WITHOUT
    }

    /**
     * Checks it.
     *
     * @throws InvalidValueException if there are too many fields, one stands twice or lies within another, or the {@code _id} is left out
     */
    public Projection {
        paths = List.copyOf(paths);
        if (paths.size() > MAX_PATHS) {
            throw new InvalidValueException("fields must not name more than " + MAX_PATHS + " fields");
        }
        if ((kind == Kind.ALL) != paths.isEmpty()) {
            throw new InvalidValueException("fields must name at least one field");
        }
        if (hasOverlap(paths)) {
            throw new InvalidValueException("fields must not name a field twice, or one within another");
        }
        boolean ofId = paths.stream().anyMatch(path -> path.names().get(0).equals(Document.ID));
        if (ofId && !(kind == Kind.ONLY && paths.equals(List.of(FieldPath.ID)))) {
            throw new InvalidValueException("fields must not leave out _id, which is always shown");
        }
    }

    private static boolean hasOverlap(List<FieldPath> paths) {
        Set<String> named = new HashSet<>();
        paths.forEach(path -> named.add(path.dotted()));
        if (named.size() < paths.size()) {
            return true;
        }
        return paths.stream().anyMatch(path -> {
            String dotted = path.dotted();
            for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', dot + 1)) {
                if (named.contains(dotted.substring(0, dot))) {
                    return true;
                }
            }
            return false;
        });
    }

    /**
     * Reads a projection in MongoDB's notation.
     *
     * @param document such as {@code {name: 1, "address.city": 1}} or {@code {photo: 0}}; {@code true} and {@code false} do as well.
     *     An empty one means everything; {@code _id: 1} may stand with either kind
     * @return the projection
     * @throws InvalidValueException if it is not written that way, or breaks a rule
     */
    public static Projection parse(Document document) {
        List<FieldPath> paths = new ArrayList<>();
        Set<Boolean> kinds = new HashSet<>();
        document.fields().forEach((name, value) -> {
            boolean shown = isShown(value);
            if (name.equals(Document.ID) && shown) {
                return;
            }
            kinds.add(shown);
            paths.add(new FieldPath(name));
        });
        if (kinds.size() > 1) {
            throw new InvalidValueException("fields must all be 1 or all be 0");
        }
        if (paths.isEmpty()) {
            return document.fields().isEmpty() ? ALL : new Projection(Kind.ONLY, List.of(FieldPath.ID));
        }
        return new Projection(kinds.contains(true) ? Kind.ONLY : Kind.WITHOUT, paths);
    }

    /**
     * The projection that shows only some fields.
     *
     * @param names their paths; {@code _id} may be among them; none means everything
     * @return the projection
     * @throws InvalidValueException if one is no path, or a rule is broken
     */
    public static Projection only(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        List<FieldPath> paths = names.stream()
                .filter(name -> !name.equals(Document.ID))
                .map(FieldPath::new)
                .toList();
        return new Projection(Kind.ONLY, paths.isEmpty() ? List.of(FieldPath.ID) : paths);
    }

    private static boolean isShown(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        OptionalInt number = Numbers.whole(value);
        if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > 1) {
            throw new InvalidValueException("fields must say 1 or 0 for each field");
        }
        return number.getAsInt() == 1;
    }

    /**
     * Shows a document.
     *
     * @param document the whole
     * @return what is shown of it, in the order of the whole
     */
    public Document applyTo(Document document) {
        return switch (kind) {
            case ALL -> document;
            case ONLY -> ProjectionTree.of(paths, true).only(document);
            case WITHOUT -> ProjectionTree.of(paths, false).without(document);
        };
    }
}
