package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents as text, in the kit's own notation: that of JSON, where names need no quotes if they are of letters, digits, {@code _} and
 * {@code $}; {@code 1} is an int, {@code 1L} a long and {@code 1.0} a double; and other types are written as {@code dec("1.0")},
 * {@code oid("...")}, {@code bin(0, "base64")}, {@code date(0)}, {@code ts(1, 2)}, {@code regex("a", "i")}, {@code min} and {@code max}.
 */
final class Notation {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_$][A-Za-z0-9_$]*|-?[0-9][0-9.eE+-]*L?|-Infinity|.)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|.)");

    private final Matcher tokens;
    private String token = "";

    private Notation(String text) {
        tokens = TOKEN.matcher(text);
        advance();
    }

    /** Reads a document. */
    static Document document(String text) {
        Notation notation = new Notation(text);
        Document document = notation.fields();
        if (!notation.token.isEmpty()) {
            throw notation.unexpected();
        }
        return document;
    }

    private void advance() {
        token = tokens.find() ? tokens.group(1) : "";
    }

    private String take() {
        String taken = token;
        advance();
        return taken;
    }

    private void take(String expected) {
        if (!token.equals(expected)) {
            throw unexpected();
        }
        advance();
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("unexpected '" + token + "'");
    }

    private Document fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        take("{");
        while (!token.equals("}")) {
            String name = token.startsWith("\"") ? text() : take();
            take(":");
            fields.put(name, value());
            if (!token.equals("}")) {
                take(",");
            }
        }
        take("}");
        return Document.of(fields);
    }

    private Value array() {
        List<Value> items = new ArrayList<>();
        take("[");
        while (!token.equals("]")) {
            items.add(value());
            if (!token.equals("]")) {
                take(",");
            }
        }
        take("]");
        return new Value.Array(items);
    }

    private Value value() {
        if (token.equals("{")) {
            return new Value.Embedded(fields());
        }
        if (token.equals("[")) {
            return array();
        }
        if (token.startsWith("\"")) {
            return new Value.Text(text());
        }
        return word(take());
    }

    private Value word(String word) {
        return switch (word) {
            case "null" -> Value.Null.INSTANCE;
            case "true", "false" -> new Value.Bool(Boolean.parseBoolean(word));
            case "min" -> new Value.MinKey();
            case "max" -> new Value.MaxKey();
            case "NaN", "Infinity", "-Infinity" -> new Value.Float64(Double.parseDouble(word));
            case "dec", "oid", "bin", "date", "ts", "regex" -> typed(word);
            default -> number(word);
        };
    }

    private Value typed(String word) {
        take("(");
        List<String> parts = new ArrayList<>();
        do {
            parts.add(token.startsWith("\"") ? text() : take());
        } while (take().equals(","));
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        return switch (word) {
            case "dec" -> new Value.Decimal(Decimal128.parse(first));
            case "oid" -> new Value.ObjectId(first);
            case "bin" -> new Value.Binary(Integer.parseInt(first), Bytes.ofBase64(last));
            case "date" -> new Value.Date(Long.parseLong(first));
            case "ts" -> new Value.Timestamp(Long.parseLong(first), Long.parseLong(last));
            default -> new Value.Regex(first, last);
        };
    }

    private static Value number(String word) {
        if (word.endsWith("L")) {
            return new Value.Int64(Long.parseLong(word.substring(0, word.length() - 1)));
        }
        boolean whole = word.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        return whole ? new Value.Int32(Integer.parseInt(word)) : new Value.Float64(Double.parseDouble(word));
    }

    private String text() {
        String quoted = take();
        return ESCAPE.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(0)) {
            case 'u' -> Character.toString((char) Integer.parseInt(escape.substring(1), 16));
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> escape;
        };
    }
}
