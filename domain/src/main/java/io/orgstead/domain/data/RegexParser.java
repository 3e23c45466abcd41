package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a regular expression of the safe form. */
final class RegexParser {

    private static final int MAX_GROUP_DEPTH = 20;
    private static final int NONE = -1;

    private final Deque<Integer> rest = new ArrayDeque<>();
    private final RegexOptions options;

    RegexParser(String pattern, RegexOptions options) {
        pattern.codePoints().forEach(rest::add);
        this.options = options;
    }

    RegexNode parse() {
        RegexNode node = choice(0);
        if (!rest.isEmpty()) {
            throw refused("has a ) without a (");
        }
        return node;
    }

    private int peek() {
        return rest.isEmpty() ? NONE : rest.element();
    }

    private boolean skip(int character) {
        boolean there = peek() == character;
        if (there) {
            rest.remove();
        }
        return there;
    }

    private RegexNode choice(int depth) {
        List<RegexNode> parts = new ArrayList<>();
        do {
            parts.add(sequence(depth));
        } while (skip('|'));
        return parts.size() == 1 ? parts.get(0) : new RegexNode.Choice(parts);
    }

    private RegexNode sequence(int depth) {
        List<RegexNode> parts = new ArrayList<>();
        while (!rest.isEmpty() && peek() != '|' && peek() != ')') {
            parts.add(repeated(atom(depth)));
        }
        return parts.size() == 1 ? parts.get(0) : new RegexNode.Sequence(parts);
    }

    private RegexNode atom(int depth) {
        int character = rest.remove();
        return switch (character) {
            case '(' -> group(depth + 1);
            case '[' -> new RegexNode.One(new RegexSetParser(rest, options).parse());
            case '.' -> new RegexNode.One(anyCharacter());
            case '^' -> new RegexNode.At(options.lines() ? RegexNode.Place.LINE_START : RegexNode.Place.START);
            case '$' -> new RegexNode.At(options.lines() ? RegexNode.Place.LINE_END : RegexNode.Place.END);
            case '\\' ->
                new RegexNode.One(CharacterSet.of(RegexEscape.read(rest).ranges()));
            case '*', '+', '?' ->
                throw refused("repeats nothing, or a repetition; a backslash makes a character of it");
            case '{', '}', ']' -> throw refused("must have a backslash before { } and ] that are characters");
            default ->
                new RegexNode.One(new RegexSet(options.anyCase()).add(character).build());
        };
    }

    private CharacterSet anyCharacter() {
        CharacterSet none = CharacterSet.of(List.of());
        CharacterSet lineFeed = CharacterSet.of(List.of(CharacterSet.Range.of('\n')));
        return (options.dotAll() ? none : lineFeed).negated();
    }

    private RegexNode group(int depth) {
        if (depth > MAX_GROUP_DEPTH) {
            throw refused("has more than " + MAX_GROUP_DEPTH + " groups within one another");
        }
        if (skip('?') && !skip(':')) {
            throw refused("may have groups ( ) and (?: ) only: no options, names or look-around in them");
        }
        RegexNode inner = choice(depth);
        if (!skip(')')) {
            throw refused("has a ( without a )");
        }
        return inner;
    }

    private RegexNode repeated(RegexNode atom) {
        RegexNode.Repeat repeat = repetition(atom);
        if (repeat == null) {
            return atom;
        }
        skip('?');
        if (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{') {
            throw refused("repeats a repetition");
        }
        if (atom instanceof RegexNode.At) {
            throw refused("repeats ^ or $");
        }
        if (repeat.most() != 0 && repeat.most() != 1 && !isSimple(atom)) {
            throw refused("repeats a group that has | or a repetition in it");
        }
        return repeat;
    }

    private RegexNode.@Nullable Repeat repetition(RegexNode atom) {
        if (skip('*')) {
            return new RegexNode.Repeat(atom, 0, RegexNode.ENDLESS);
        }
        if (skip('+')) {
            return new RegexNode.Repeat(atom, 1, RegexNode.ENDLESS);
        }
        if (skip('?')) {
            return new RegexNode.Repeat(atom, 0, 1);
        }
        return skip('{') ? counted(atom) : null;
    }

    private RegexNode.Repeat counted(RegexNode atom) {
        int least = number();
        int most = least;
        if (skip(',')) {
            most = peek() == '}' ? RegexNode.ENDLESS : number();
        }
        if (!skip('}') || (most != RegexNode.ENDLESS && most < least)) {
            throw refused("must have {n}, {n,} or {n,m} for a repetition, or a backslash before the {");
        }
        return new RegexNode.Repeat(atom, least, most);
    }

    private int number() {
        StringBuilder digits = new StringBuilder();
        while (peek() >= '0' && peek() <= '9') {
            digits.appendCodePoint(rest.remove());
        }
        if (digits.isEmpty() || digits.length() > 3 || Integer.parseInt(digits.toString()) > SafeRegex.MAX_REPEAT) {
            throw refused("must repeat by numbers from 0 to " + SafeRegex.MAX_REPEAT);
        }
        return Integer.parseInt(digits.toString());
    }

    /** What takes the same number of characters in one way only: an engine that tries all ways has no more than one to try. */
    private static boolean isSimple(RegexNode node) {
        return node instanceof RegexNode.One
                || node instanceof RegexNode.At
                || (node instanceof RegexNode.Sequence sequence
                        && sequence.parts().stream().allMatch(RegexParser::isSimple));
    }

    static InvalidValueException refused(String what) {
        return new InvalidValueException("the regular expression " + what);
    }
}
