package io.orgstead.extendedjson;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Objects that stand for a value of a type that JSON does not have. Each has one name, and exactly one form of content. */
final class Wrapper {

    private static final Map<String, Reading> READINGS = Map.ofEntries(
            Map.entry("$oid", Wrapper::objectId),
            Map.entry("$date", Wrapper::date),
            Map.entry("$numberInt", (value, path) -> new Value.Int32(Numbers.toInt(text(value, path), path))),
            Map.entry("$numberLong", (value, path) -> new Value.Int64(Numbers.toLong(text(value, path), path))),
            Map.entry("$numberDouble", (value, path) -> new Value.Float64(Numbers.toDouble(text(value, path), path))),
            Map.entry("$numberDecimal", Wrapper::decimal),
            Map.entry("$binary", Wrapper::binary),
            Map.entry("$uuid", Wrapper::uuid),
            Map.entry("$timestamp", Wrapper::timestamp),
            Map.entry("$regularExpression", Wrapper::regex),
            Map.entry("$minKey", (value, path) -> one(value, path, new Value.MinKey())),
            Map.entry("$maxKey", (value, path) -> one(value, path, new Value.MaxKey())));

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{24}");
    private static final Pattern SUBTYPE = Pattern.compile("[0-9a-fA-F]{1,2}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int SUBTYPE_UUID = 4;
    private static final long MOST_SECONDS = (1L << 32) - 1;

    private Wrapper() {}

    /** Makes a value of what stands in a wrapper. */
    @FunctionalInterface
    private interface Reading {
        Value read(Value content, String path);
    }

    static boolean isName(String name) {
        return READINGS.containsKey(name);
    }

    /** @param fields with a wrapper's name among them */
    static Value unwrap(Map<String, Value> fields, String path) {
        String name =
                fields.keySet().stream().filter(Wrapper::isName).findFirst().orElseThrow();
        Reading reading = READINGS.get(name);
        if (reading == null || fields.size() != 1) {
            throw Refusal.at(path, "must have nothing beside " + name);
        }
        return reading.read(fields.values().iterator().next(), path);
    }

    private static Value objectId(Value content, String path) {
        String hex = text(content, path);
        if (!OBJECT_ID.matcher(hex).matches()) {
            throw Refusal.at(path, "$oid must be 24 hexadecimal digits");
        }
        return new Value.ObjectId(hex.toLowerCase(Locale.ROOT));
    }

    private static Value date(Value content, String path) {
        if (content instanceof Value.Int64 millis) {
            return new Value.Date(millis.value());
        }
        if (content instanceof Value.Text text) {
            return new Value.Date(Dates.parse(text.value(), path));
        }
        throw Refusal.at(path, "$date must be ISO 8601 text or a $numberLong");
    }

    private static Value decimal(Value content, String path) {
        String text = text(content, path);
        return new Value.Decimal(Refusal.named(path, () -> Decimal128.parse(text)));
    }

    private static Value binary(Value content, String path) {
        Document parts = parts(content, path, Set.of("base64", "subType"), "$binary");
        String subtype = text(part(parts, "subType"), path);
        if (!SUBTYPE.matcher(subtype).matches()) {
            throw Refusal.at(path, "subType must be 1 or 2 hexadecimal digits");
        }
        String base64 = text(part(parts, "base64"), path);
        return new Value.Binary(Integer.parseInt(subtype, 16), bytes(base64, path));
    }

    private static Bytes bytes(String base64, String path) {
        try {
            Bytes bytes = Bytes.ofBase64(base64);
            if (bytes.toBase64().equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below: the JDK's message quotes the text.
        }
        throw Refusal.at(path, "base64 must be base64 with padding");
    }

    private static Value uuid(Value content, String path) {
        String text = text(content, path);
        if (!UUID.matcher(text).matches()) {
            throw Refusal.at(path, "$uuid must be 32 hexadecimal digits with hyphens");
        }
        return new Value.Binary(SUBTYPE_UUID, Bytes.of(HexFormat.of().parseHex(text.replace("-", ""))));
    }

    private static Value timestamp(Value content, String path) {
        Document parts = parts(content, path, Set.of("t", "i"), "$timestamp");
        return new Value.Timestamp(unsigned(part(parts, "t"), path), unsigned(part(parts, "i"), path));
    }

    private static long unsigned(Value value, String path) {
        long number = value instanceof Value.Int32 small
                ? small.value()
                : value instanceof Value.Int64 large ? large.value() : -1;
        if (number < 0 || number > MOST_SECONDS) {
            throw Refusal.at(path, "t and i must be whole numbers from 0 to " + MOST_SECONDS);
        }
        return number;
    }

    private static Value regex(Value content, String path) {
        Document parts = parts(content, path, Set.of("pattern", "options"), "$regularExpression");
        String pattern = text(part(parts, "pattern"), path);
        String options = text(part(parts, "options"), path);
        StringBuilder sorted = new StringBuilder();
        options.chars().sorted().forEach(sorted::appendCodePoint);
        return Refusal.named(path, () -> new Value.Regex(pattern, sorted.toString()));
    }

    private static Document parts(Value content, String path, Set<String> names, String wrapper) {
        if (content instanceof Value.Embedded embedded
                && embedded.document().fields().keySet().equals(names)) {
            return embedded.document();
        }
        throw Refusal.at(
                path, wrapper + " must have exactly " + names.stream().sorted().toList());
    }

    private static Value part(Document parts, String name) {
        return parts.get(name).orElseThrow();
    }

    private static Value one(Value content, String path, Value key) {
        if (content.equals(new Value.Int32(1))) {
            return key;
        }
        throw Refusal.at(path, "$minKey and $maxKey must be 1");
    }

    private static String text(Value value, String path) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        throw Refusal.at(path, "must hold text");
    }
}
