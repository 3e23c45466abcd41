package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets and escapes against those of the JDK, character by character, where both mean the same. */
class RegexSetMeaningTest {

    private static final int LAST = 0x180;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d",
                "\\D",
                "\\w",
                "\\W",
                "\\s",
                "\\S",
                "[a-z]",
                "[^a-z]",
                "[\\d_]",
                "[^\\d_]",
                "[\\D]",
                "[^\\W]",
                "[?-@]",
                "[^?-@]",
                "[~-\u0081]",
                "[^~-\u0081]",
                "[\u0080]",
                "[\u00e0-\u0100]",
                "[^\u00e0-\u0100]",
                "\u007f",
                "\u0080"
            })
    void setsHaveTheSameCharacters(String set) {
        SafeRegex regex = new SafeRegex(set, "");
        Pattern reference = Pattern.compile(set);
        for (int character = 0; character <= LAST; character++) {
            String text = Character.toString(character);
            assertThat(regex.find(text))
                    .as("U+%04X", character)
                    .isEqualTo(reference.matcher(text).matches());
        }
    }

    static IntStream escapes() {
        return IntStream.rangeClosed(1, LAST);
    }

    @ParameterizedTest
    @MethodSource
    void escapes(int character) {
        String escape = "\\" + Character.toString(character);
        boolean punctuation = character >= ' '
                && character <= '~'
                && !Character.toString(character).matches("[a-zA-Z0-9]");
        if (punctuation) {
            assertThat(new SafeRegex("^" + escape + "$", "").find(Character.toString(character)))
                    .isTrue();
        } else if ("dDwWsSnrt".indexOf(character) < 0) {
            assertThatThrownBy(() -> new SafeRegex(escape, "")).isInstanceOf(InvalidValueException.class);
        }
    }
}
