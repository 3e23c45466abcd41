package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.Queue;

/** Reads a set such as {@code [^a-z_]}, from behind its first bracket. */
final class RegexSetParser {

    private static final int NONE = -1;

    private final Queue<Integer> rest;
    private final RegexSet set;

    RegexSetParser(Queue<Integer> rest, RegexOptions options) {
        this.rest = rest;
        this.set = new RegexSet(options.anyCase());
    }

    CharacterSet parse() {
        boolean negated = peek() == '^';
        if (negated) {
            rest.remove();
        }
        if (peek() == ']') {
            throw RegexParser.refused("has a set [ ] of nothing; a ] in it needs a backslash");
        }
        requireNoClassName(negated);
        for (boolean first = true; peek() != ']'; first = false) {
            item(first);
        }
        rest.remove();
        CharacterSet built = set.build();
        return negated ? built.negated() : built;
    }

    /** What looks like a named class, as {@code [:digit:]} and {@code [.x.]} do, is an error elsewhere. */
    private void requireNoClassName(boolean negated) {
        int mark = peek();
        if (negated || (mark != ':' && mark != '.' && mark != '=')) {
            return;
        }
        int before = NONE;
        int length = 0;
        for (int character : rest) {
            if (character == ']' && before == mark && length > 1) {
                throw RegexParser.refused("has a set that begins and ends with the same of : . =");
            }
            if (character == ']' && before != '\\') {
                return;
            }
            before = character;
            length++;
        }
    }

    private int peek() {
        return rest.isEmpty() ? NONE : rest.element();
    }

    private void item(boolean first) {
        if (peek() == '\\') {
            rest.remove();
            RegexEscape escape = RegexEscape.read(rest);
            if (escape.isOne()) {
                oneOrRange(escape.ranges().get(0).from());
            } else {
                set.addAll(escape.ranges());
                requireNoRange();
            }
            return;
        }
        int character = next();
        if (character == '-' && !first && peek() != ']') {
            throw hyphen();
        }
        if (character == '-') {
            set.add('-');
            requireNoRange();
        } else {
            oneOrRange(character);
        }
    }

    private int next() {
        if (rest.isEmpty()) {
            throw RegexParser.refused("has a [ without a ]");
        }
        int character = rest.remove();
        if (character == '[') {
            throw RegexParser.refused("must have a backslash before a [ in a set");
        }
        return character;
    }

    private void oneOrRange(int from) {
        if (peek() != '-') {
            set.add(from);
            return;
        }
        rest.remove();
        if (peek() == ']') {
            set.add(from).add('-');
            return;
        }
        int to = next();
        if (to == '\\') {
            RegexEscape escape = RegexEscape.read(rest);
            if (!escape.isOne()) {
                throw hyphen();
            }
            to = escape.ranges().get(0).from();
        }
        if (to < from) {
            throw RegexParser.refused("has a range in a set that ends before it begins");
        }
        set.addRange(from, to);
        if (peek() == '-') {
            requireNoRange();
        }
    }

    /** A hyphen is one only at the end here; elsewhere engines differ. */
    private void requireNoRange() {
        if (peek() == '-') {
            rest.remove();
            if (peek() != ']') {
                throw hyphen();
            }
            set.add('-');
        }
    }

    private static InvalidValueException hyphen() {
        return RegexParser.refused(
                "must have a - at the begin or end of a set, between two characters, or behind a backslash");
    }
}
