package io.orgstead.adapter.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string, decoded strictly: {@code %} needs two hexadecimal digits, the bytes have to be UTF-8,
 * {@code +} is a space (the URL standard's {@code application/x-www-form-urlencoded}). Parameters that nobody asks for
 * are ignored, as caches and trackers add some, unless a route says otherwise.
 */
final class QueryString {

    static final String MALFORMED = "must be percent-encoded UTF-8";

    private static final int FIRST_NON_ASCII = 0x80;

    private final List<String> pairs;

    private QueryString(List<String> pairs) {
        this.pairs = pairs;
    }

    static QueryString of(@Nullable String raw) {
        return new QueryString(raw == null ? List.of() : List.of(raw.split("&", -1)));
    }

    /** Reads a parameter that has to be there; empty only if something is wrong with it. */
    <T> Optional<T> required(String name, Violations violations, Function<String, T> parser) {
        List<String> values = valuesOf(name);
        if (values.isEmpty()) {
            violations.add(name, Violations.MISSING);
        }
        return only(values, name, violations, parser);
    }

    /** Reads a parameter that may be left out. */
    <T> Optional<T> optional(String name, Violations violations, Function<String, T> parser) {
        return only(valuesOf(name), name, violations, parser);
    }

    private static <T> Optional<T> only(
            List<String> values, String name, Violations violations, Function<String, T> parser) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            violations.add(name, "must not be given more than once");
            return Optional.empty();
        }
        Optional<String> decoded = decode(values.get(0));
        if (decoded.isEmpty()) {
            violations.add(name, MALFORMED);
            return Optional.empty();
        }
        return violations.parse(name, decoded.get(), parser);
    }

    /** Notes every parameter but these. */
    void rejectOthersThan(Set<String> names, Violations violations) {
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals)).orElse("?");
            if (!pair.isEmpty() && !names.contains(key)) {
                violations.add(key, Violations.UNKNOWN);
            }
        }
    }

    private List<String> valuesOf(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (decode(key).filter(name::equals).isPresent()) {
                values.add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return values;
    }

    /** Decodes a segment of a path, in which {@code +} is nothing special; empty if it is not as strict as above. */
    static Optional<String> decodeSegment(String encoded) {
        return decode(encoded.replace("+", "%2B"));
    }

    private static Optional<String> decode(String encoded) {
        return encoded.chars().allMatch(QueryString::standsForItself) ? Optional.of(encoded) : decodeOctets(encoded);
    }

    private static boolean standsForItself(int c) {
        return c < FIRST_NON_ASCII && c != '%' && c != '+';
    }

    private static Optional<String> decodeOctets(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (!isHexPair(encoded, i + 1)) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 3;
            } else {
                bytes.writeBytes((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
                i++;
            }
        }
        return decodeUtf8(bytes.toByteArray());
    }

    private static boolean isHexPair(String text, int start) {
        return start + 1 < text.length()
                && HexFormat.isHexDigit(text.charAt(start))
                && HexFormat.isHexDigit(text.charAt(start + 1));
    }

    private static Optional<String> decodeUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
