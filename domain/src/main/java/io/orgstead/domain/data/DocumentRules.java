package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.regex.Pattern;

/** The rules that every document of an organization keeps, whoever sent it and wherever it is stored. */
public final class DocumentRules {

    /** The most levels of documents and arrays within one another: MongoDB's own limit. */
    public static final int MAX_DEPTH = 100;

    /** The most documents that are inserted together. */
    public static final int MAX_BATCH = 1_000;

    /** The longest id that is text, in characters. */
    public static final int MAX_ID_LENGTH = 512;

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{24}");

    private DocumentRules() {}

    /**
     * Refuses what no store may be given: a name of a field that is empty, begins with {@code $}, or holds a dot or NUL; an
     * {@code _id} that is neither an ObjectId nor text of 1 to {@value #MAX_ID_LENGTH} characters; more than {@value #MAX_DEPTH} levels; a
     * {@link Value.Foreign} value.
     *
     * @param document a document with its {@code _id}
     * @throws InvalidValueException if a rule is broken; the message names the field
     */
    public static void check(Document document) {
        requireId(document.id());
        checkFields(document, "", 1);
    }

    /**
     * Refuses an id that no document may have.
     *
     * @param id a value
     * @throws InvalidValueException if it is neither an ObjectId nor text of 1 to {@value #MAX_ID_LENGTH} characters
     */
    public static void requireId(Value id) {
        boolean fits = id instanceof Value.ObjectId
                || (id instanceof Value.Text text
                        && !text.value().isEmpty()
                        && text.value().length() <= MAX_ID_LENGTH
                        && text.value().indexOf('\0') < 0);
        if (!fits) {
            throw InvalidValueException.at(
                    Document.ID,
                    "must be an ObjectId or a string of 1 to " + MAX_ID_LENGTH + " characters without NUL");
        }
    }

    private static void checkFields(Document document, String path, int depth) {
        requireDepth(path, depth);
        document.fields().forEach((name, value) -> {
            String here = path.isEmpty() ? name : path + "." + name;
            checkName(name, here);
            checkValue(value, here, depth);
        });
    }

    private static void checkValue(Value value, String path, int depth) {
        if (value instanceof Value.Embedded embedded) {
            checkFields(embedded.document(), path, depth + 1);
        } else if (value instanceof Value.Array array) {
            requireDepth(path, depth + 1);
            array.items().forEach(item -> checkValue(item, path, depth + 1));
        } else if (value instanceof Value.Foreign) {
            throw InvalidValueException.at(path, "is of type " + value.type().alias() + ", which is not accepted");
        }
    }

    private static void checkName(String name, String path) {
        requireWellFormed(name);
        if (name.isEmpty() || name.startsWith("$") || name.indexOf('.') >= 0 || name.indexOf('\0') >= 0) {
            throw InvalidValueException.at(
                    path.replace('\0', ' '), "has a name that is empty, begins with $, or holds a dot or NUL");
        }
    }

    private static void requireDepth(String path, int depth) {
        if (depth > MAX_DEPTH) {
            throw InvalidValueException.at(path, "is more than " + MAX_DEPTH + " levels deep");
        }
    }

    static void requireWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new InvalidValueException("text must be well-formed Unicode, without lone surrogates");
                }
                i++;
            }
        }
    }

    static void requireCString(String text) {
        requireWellFormed(text);
        if (text.indexOf('\0') >= 0) {
            throw new InvalidValueException("a regular expression must not hold NUL");
        }
    }

    /**
     * Whether a text is that of an ObjectId.
     *
     * @param text any
     * @return true for 24 lower-case hexadecimal digits
     */
    public static boolean isObjectId(String text) {
        return OBJECT_ID.matcher(text).matches();
    }

    static void requireObjectId(String hex) {
        if (!isObjectId(hex)) {
            throw new InvalidValueException("an ObjectId must be 24 lower-case hexadecimal digits");
        }
    }
}
