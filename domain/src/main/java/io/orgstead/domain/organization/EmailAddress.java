package io.orgstead.domain.organization;

import io.orgstead.domain.failure.InvalidValueException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An admin's email address, in lower case and normalization form C. Unique across admins.
 *
 * <p>Accepts dot-atoms of RFC 5322 before the {@code @} and host names of at least two labels after it (RFC 1035),
 * both with the letters of other scripts (RFC 6531); neither quoted local parts nor address literals.
 */
public final class EmailAddress {

    /** The most characters an address may have (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final String value;

    private EmailAddress(String value) {
        this.value = value;
    }

    /**
     * Reads an address as somebody typed it, and lower-cases it.
     *
     * @param raw the text
     * @return the address
     * @throws InvalidValueException if it is no email address, or longer than {@value #MAX_LENGTH} characters
     */
    public static EmailAddress parse(String raw) {
        if (raw.length() > MAX_LENGTH) {
            throw new InvalidValueException("must have at most " + MAX_LENGTH + " characters");
        }
        String address = lowerCase(raw);
        int at = address.indexOf('@');
        if (at < 1
                || at > MAX_LOCAL_LENGTH
                || address.length() > MAX_LENGTH
                || !LOCAL.matcher(address.substring(0, at)).matches()
                || !isHostName(address.substring(at + 1))) {
            throw new InvalidValueException("must be an email address, such as admin@example.com");
        }
        return new EmailAddress(address);
    }

    /**
     * Takes an address from a store. Stores filled by other implementations may hold ones that today's rule refuses.
     *
     * @param stored the text as stored
     * @return the address, in lower case
     */
    public static EmailAddress restore(String stored) {
        return new EmailAddress(lowerCase(stored));
    }

    /**
     * The address.
     *
     * @return lower-case text
     */
    public String value() {
        return value;
    }

    private static String lowerCase(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static boolean isHostName(String host) {
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length >= 2 && !DIGITS.matcher(labels[labels.length - 1]).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
