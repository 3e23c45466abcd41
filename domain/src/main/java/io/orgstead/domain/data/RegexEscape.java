package io.orgstead.domain.data;

import io.orgstead.domain.data.CharacterSet.Range;
import java.util.List;
import java.util.Queue;

/**
 * What follows a backslash.
 *
 * @param ranges the characters that it means
 * @param isOne whether that is a single one, which may begin or end a range
 */
record RegexEscape(List<Range> ranges, boolean isOne) {

    /** Takes it from the front of the rest of an expression. */
    static RegexEscape read(Queue<Integer> rest) {
        if (rest.isEmpty()) {
            throw RegexParser.refused("ends with a backslash");
        }
        int character = rest.remove();
        return switch (character) {
            case 'd' -> new RegexEscape(CharacterSet.DIGITS, false);
            case 'D' -> new RegexEscape(CharacterSet.complement(CharacterSet.DIGITS), false);
            case 'w' -> new RegexEscape(CharacterSet.WORD, false);
            case 'W' -> new RegexEscape(CharacterSet.complement(CharacterSet.WORD), false);
            case 's' -> new RegexEscape(CharacterSet.SPACE, false);
            case 'S' -> new RegexEscape(CharacterSet.complement(CharacterSet.SPACE), false);
            case 'n' -> one('\n');
            case 'r' -> one('\r');
            case 't' -> one('\t');
            default -> punctuation(character);
        };
    }

    private static RegexEscape punctuation(int character) {
        boolean letterOrDigit = (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
        if (letterOrDigit || character < ' ' || character > '~') {
            throw RegexParser.refused("may have a backslash before d D w W s S n r t and punctuation of ASCII only");
        }
        return one(character);
    }

    private static RegexEscape one(int character) {
        return new RegexEscape(List.of(Range.of(character)), true);
    }
}
