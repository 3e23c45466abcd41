package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeRegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "abc~''~xabcx",
                "''~''~''",
                "^abc~''~abcd",
                "c$~''~abc",
                "a.c~''~abc",
                "[a-c]x~''~bx",
                "[^a-c]x~''~dx",
                "[]a]~''~refused",
                "[\\]a]~''~]",
                "[a-]~''~-",
                "[-a]~''~-",
                "[-a]~''~a",
                "[a-]~''~a",
                "[a-c-]~''~-",
                "[a-c-]~''~b",
                "[a-a]~''~a",
                "[\\d-]~''~-",
                "[--]~''~-",
                "[+-\\-]~''~','",
                "[:]~''~:",
                "[:a][b:]~''~ab",
                "[^:a:]~''~b",
                "(?:a|b|c)d~''~ad",
                "(?:a|b|c)d~''~bd",
                "(?:a|b|c)d~''~cd",
                "(?:^a|^b)c*d~''~bccd",
                "x{40,50}y{0,50}z~''~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxyyz",
                "a*b?~''~ab",
                "a*(?:b?c?)~''~a",
                "a*(?:b|c?)~''~a",
                "a*b{0,3}~''~ab",
                "[.a]~''~.",
                "\\d\\D~''~1a",
                "\\w\\W~''~_-",
                "\\s\\S~''~' a'",
                "\\.\\*\\\\~''~.*\\",
                "a|b~''~b",
                "(ab|cd)e~''~cde",
                "^(?:ab)+$~''~abab",
                "ab{0,9}c?d~''~ad",
                "^a.*b$~''~a to b",
                "a.{0,100}b~''~a to b",
                "x{2}~''~axxa",
                "x{2,}~''~axxxa",
                "^x{1,2}$~''~xx",
                "x{0}y~''~y",
                "^a+?b{1,3}?c??~''~ab",
                "ÄÖ~i~äö",
                "[a-z]~i~Z",
                "[k]~i~K",
                "\uD83D\uDE00~''~a\uD83D\uDE00b",
                "^.$~''~\uD83D\uDE00",
                "[\uD83D\uDE00-\uD83D\uDE02]~''~\uD83D\uDE01",
                "日本~i~日本語",
            })
    void findsWhatItMeans(String pattern, String options, String text) {
        if (text.equals("refused")) {
            assertThatThrownBy(() -> new SafeRegex(pattern, options)).isInstanceOf(InvalidValueException.class);
            return;
        }
        assertThat(new SafeRegex(pattern, options).find(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "abc~''~ab",
                "^b~''~ab",
                "a$~''~ab",
                "A~''~a",
                "[a-c]~''~d",
                "[^a]~''~a",
                "\\d~''~٣",
                "\\w~''~é",
                "x{2}~''~x",
                "^x{1,2}$~''~xxx",
                "^(?:ab)+$~''~aba",
                "(ab|cd)e~''~abd",
                "(ab|cd)e~''~abxe",
                "a|b~''~c",
                "^(?:a|b|c)$~''~ab",
                "(?:a|b|c)d~''~xd",
                "(?:^a|^b)c*d~''~xbcd",
                "[a-]~''~b",
                "[-a]~''~b",
                "[a-c-]~''~d",
                "[\\d-]~''~a",
                "i~i~İ",
                "ß~i~ss",
            })
    void doesNotFindTheRest(String pattern, String options, String text) {
        assertThat(new SafeRegex(pattern, options).find(text)).isFalse();
    }

    @Test
    void anchorsAndDotsKnowLines() {
        assertThat(new SafeRegex("a$", "").find("a\n")).isTrue();
        assertThat(new SafeRegex("a$", "").find("a\n\n")).isFalse();
        assertThat(new SafeRegex("a$", "").find("a\nb")).isFalse();
        assertThat(new SafeRegex("a$", "m").find("a\nb")).isTrue();
        assertThat(new SafeRegex("^b", "").find("a\nb")).isFalse();
        assertThat(new SafeRegex("^b", "m").find("a\nb")).isTrue();
        assertThat(new SafeRegex("a\\n^", "m").find("a\n")).isFalse();
        assertThat(new SafeRegex("a.b", "").find("a\nb")).isFalse();
        assertThat(new SafeRegex("a.b", "").find("a\rb")).isTrue();
        assertThat(new SafeRegex("a.b", "s").find("a\nb")).isTrue();
        assertThat(new SafeRegex("a[^x]b", "").find("a\nb")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)",
                "(?!a)",
                "(?<=a)",
                "(?<n>a)",
                "(?P<n>a)",
                "(?i)a",
                "(?>a)",
                "(?#c)",
                "(*UTF)a",
                "(a)\\1",
                "\\bx",
                "\\Ax",
                "\\p{L}",
                "\\x41",
                "\\Qa\\E",
                "\\R",
                "\\K",
                "\\é",
                "\\",
                "a++",
                "a*+",
                "a**",
                "a{2}{3}",
                "a{,3}",
                "a{101}",
                "a{3,2}",
                "a{",
                "a}",
                "]",
                "*a",
                "+",
                "?",
                "(",
                ")",
                "(a",
                "a)",
                "[",
                "[a",
                "[]",
                "[^]",
                "[[:digit:]]",
                "[:digit:]",
                "[.x.]",
                "[a-\\d]",
                "[\\d-z]",
                "[z-a]",
                "[a-c-e]",
                "[--a]",
                "[:\\]:]",
                "a*(?:b|c)",
                "a*(?:bc?)",
                "a*(?:b?c)",
                "a*b{1,3}",
                "a{0,100}b{0,100}c{0,100}d",
                "[a[b]",
                "[\\b]",
                "^*",
                "$+",
                "(?:a|b)*",
                "(?:a+)+",
                "(?:a?){3}",
                "a*b",
                "a.*b",
                "^a.*b.*c",
                "(?:a|^b).*c",
                "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)c",
                "a{0,100}a{0,100}b",
                "(?:abcdefghijklmnopqrst){100}",
            })
    void refusesWhatMayMeanSomethingElseElsewhereOrCostTooMuch(String pattern) {
        assertThatThrownBy(() -> new SafeRegex(pattern, ""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("regular expression");
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        assertThatThrownBy(() -> new SafeRegex("a", "x")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new SafeRegex("a", "g")).isInstanceOf(InvalidValueException.class);
        assertThat(new SafeRegex("a", "smi").options()).isEqualTo("ims");
        assertThat(new SafeRegex("a", "sm")).isEqualTo(new SafeRegex("a", "ms"));
    }

    @Test
    void refusesRegardlessOfCaseWhatIsNotSettled() {
        assertThatThrownBy(() -> new SafeRegex("\u10D0", "i")).hasMessageContaining("option i");
        assertThatThrownBy(() -> new SafeRegex("[à-ö]", "i")).hasMessageContaining("ASCII");
        assertThat(new SafeRegex("\u10D0", "").find("\u10D0")).isTrue();
    }

    @Test
    void refusesLongOnes() {
        String longest = "a".repeat(SafeRegex.MAX_LENGTH);
        assertThat(new SafeRegex(longest, "").find("b" + longest)).isTrue();
        assertThatThrownBy(() -> new SafeRegex(longest + "a", "")).hasMessageContaining("500");
        assertThatThrownBy(() -> new SafeRegex("a\0", "")).isInstanceOf(InvalidValueException.class);
    }

    /** A machine that tried one way after another would be at it for years, or at the end of its stack. */
    @Test
    void readsAnyTextOnce() {
        String text = "a".repeat(200_000);
        assertThat(new SafeRegex("^a*[bc]", "").find(text)).isFalse();
        assertThat(new SafeRegex("a?a?a?a?a?a?a?a?a?[bc]", "").find(text)).isFalse();
    }

    @Test
    void doesNotShowWhatItLooksFor() {
        assertThat(new SafeRegex("secret", "").toString()).doesNotContain("secret");
    }
}
