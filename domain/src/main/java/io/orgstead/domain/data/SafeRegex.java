package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * A regular expression of the bounded, safe form that {@code $regex} takes. What it takes means the same in MongoDB (PCRE2) and here;
 * what might not is refused.
 *
 * <p>The form: characters; {@code .}; sets such as {@code [a-z_]} and {@code [^0-9]}; {@code \d \w \s} and {@code \D \W \S}, of ASCII;
 * {@code \n \r \t}; a backslash before a punctuation mark; {@code ^} and {@code $}; groups {@code (...)} and {@code (?:...)};
 * {@code |}; and {@code * + ? {n} {n,} {n,m}}, also lazy, with numbers up to {@value #MAX_REPEAT}. What is repeated more than once holds
 * neither {@code |} nor a repetition itself. Repetitions without an end may stand where nothing must follow them, and one before
 * something that must if the expression begins with {@code ^}: {@code ^a.*b}, but {@code a.{0,100}b}. The options are {@code i}
 * (regardless of case, but for letters of rare alphabets), {@code m} and {@code s}.
 *
 * <p>Immutable. Matching takes time in proportion to the text, whatever the expression.
 */
public final class SafeRegex {

    /** The longest expression, in characters. */
    public static final int MAX_LENGTH = 500;

    /** The largest number in a repetition. */
    public static final int MAX_REPEAT = 100;

    private final String pattern;
    private final String options;
    private final RegexProgram program;

    /**
     * Reads an expression.
     *
     * @param pattern the expression
     * @param options letters of {@code ims}, in any order
     * @throws InvalidValueException if it is not of the form; the message says why
     */
    public SafeRegex(String pattern, String options) {
        DocumentRules.requireCString(pattern);
        if (pattern.length() > MAX_LENGTH) {
            throw new InvalidValueException("a regular expression must not be longer than " + MAX_LENGTH);
        }
        RegexOptions letters = RegexOptions.parse(options);
        this.pattern = pattern;
        this.options = letters.toString();
        RegexNode node = new RegexParser(pattern, letters).parse();
        this.program = RegexProgram.of(node);
        RegexCost.require(node, program.atStartOnly());
    }

    /**
     * The expression.
     *
     * @return as it was given
     */
    public String pattern() {
        return pattern;
    }

    /**
     * The options.
     *
     * @return letters of {@code ims}, in alphabetical order
     */
    public String options() {
        return options;
    }

    /**
     * Says whether a text holds a part that is as the expression says.
     *
     * @param text well-formed Unicode of any length
     * @return true if there is one
     */
    public boolean find(String text) {
        return program.find(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeRegex regex && pattern.equals(regex.pattern) && options.equals(regex.options);
    }

    @Override
    public int hashCode() {
        return 31 * pattern.hashCode() + options.hashCode();
    }

    /** Does not show the expression, which may tell of what is stored. */
    @Override
    public String toString() {
        return "a regular expression of " + pattern.length() + " characters";
    }
}
