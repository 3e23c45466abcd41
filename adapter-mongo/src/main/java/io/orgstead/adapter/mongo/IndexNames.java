package io.orgstead.adapter.mongo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of an organization's indexes as the server has them. They begin with a word of Orgstead's own, so that indexes of
 * other programs on the same collection are neither listed nor touched.
 *
 * <p>An index has up to two in the server: one that finds and sorts, over the fields and the {@code _id}, and, if it is to be
 * unique or to remove documents, one that guards. The guard leaves the marker out, so that it neither takes a value nor
 * expires; for that very reason the server could not use it to find anything.
 */
final class IndexNames {

    private static final String ID = "_id_";

    private static final String PREFIX = "orgstead.";
    private static final String FINDS = ".find";
    private static final String FINDS_AS_IS = ".exact";
    private static final String GUARDS = ".guard";
    private static final Pattern OWN = Pattern.compile("orgstead\\.([A-Za-z0-9_-]{1,64})\\.(?:find|exact|guard)");
    private static final Pattern DUPLICATE = Pattern.compile("index: (\\S+) dup key");

    private IndexNames() {}

    /** The one that finds, with the {@code _id} added to its fields, or with these as they are. */
    static String finding(String name, boolean withId) {
        return PREFIX + name + (withId ? FINDS : FINDS_AS_IS);
    }

    /** Whether it is the one that keeps ids apart. */
    static boolean isOfIds(String stored) {
        return stored.equals(ID) || stored.equals(SharedSchema.ID_INDEX);
    }

    static boolean hasIdAdded(String stored) {
        return stored.endsWith(FINDS);
    }

    static String guarding(String name) {
        return PREFIX + name + GUARDS;
    }

    static boolean isGuard(String stored) {
        return stored.endsWith(GUARDS);
    }

    /** The organization's name for it; empty for an index of another program. */
    static Optional<String> shown(String stored) {
        Matcher own = OWN.matcher(stored);
        return own.matches() ? Optional.of(own.group(1)) : Optional.empty();
    }

    /** The name in the server's text about a duplicate, of which nothing else is read. */
    static String inDuplicateError(String text) {
        Matcher duplicate = DUPLICATE.matcher(text);
        return duplicate.find() ? duplicate.group(1) : "";
    }
}
