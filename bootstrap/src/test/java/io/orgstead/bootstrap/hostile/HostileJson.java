package io.orgstead.bootstrap.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils JSON: first as a tree, then as text, then as bytes. */
final class HostileJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> OPERATORS = List.of(
            "$gt",
            "$in",
            "$nin",
            "$regex",
            "$exists",
            "$and",
            "$or",
            "$not",
            "$nor",
            "$elemMatch",
            "$size",
            "$all",
            "$type",
            "$where",
            "$expr",
            "$oid",
            "$date",
            "$numberLong",
            "$numberDecimal",
            "$binary",
            "$ref",
            "$set");
    private static final int DEEPEST = 3_000;
    private static final int WIDEST = 20_000;

    private HostileJson() {}

    static JsonNode spoiled(JsonNode tree, Random random) {
        JsonNode spoiled = tree.deepCopy();
        for (int left = random.nextInt(3); left > 0; left--) {
            spoiled = spoilOnce(spoiled, random);
        }
        return spoiled;
    }

    private static JsonNode spoilOnce(JsonNode tree, Random random) {
        if (!tree.isContainerNode() || tree.isEmpty() || random.nextInt(12) == 0) {
            return value(random);
        }
        if (tree instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(HostileText.any(random), value(random));
                case 2 -> object.set(OPERATORS.get(random.nextInt(OPERATORS.size())), value(random));
                case 3 -> object.set(name, spoilOnce(object.get(name), random));
                default -> object.set(name, value(random));
            }
        } else if (tree instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            array.set(index, spoilOnce(array.get(index), random));
        }
        return tree;
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(Double.longBitsToDouble((random.nextLong() & ~(0x7ffL << 52)) | (0x3ffL << 52)));
            case 4 -> NODES.numberNode(new BigDecimal("1e" + (random.nextInt(8000) - 4000)));
            case 5 -> NODES.arrayNode().add(HostileText.any(random));
            case 6 -> NODES.objectNode();
            case 7 -> NODES.arrayNode();
            case 8 ->
                NODES.objectNode()
                        .set(OPERATORS.get(random.nextInt(OPERATORS.size())), NODES.textNode(HostileText.any(random)));
            case 9 ->
                NODES.objectNode()
                        .set(
                                OPERATORS.get(random.nextInt(OPERATORS.size())),
                                NODES.arrayNode().add(random.nextInt()).add(HostileText.any(random)));
            default -> NODES.textNode(HostileText.any(random));
        };
    }

    /** The tree as bytes that may be no JSON any more. */
    static byte[] bytes(JsonNode tree, Random random) {
        String text = tree.toString();
        return switch (random.nextInt(24)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 ->
                text.replaceFirst("\\{", "{\"" + "a".repeat(random.nextInt(3)) + "\":1,")
                        .getBytes(StandardCharsets.UTF_8);
            case 2 -> duplicated(text).getBytes(StandardCharsets.UTF_8);
            case 3 -> ("[".repeat(random.nextInt(DEEPEST)) + text).getBytes(StandardCharsets.UTF_8);
            case 4 -> {
                int depth = random.nextInt(DEEPEST);
                yield ("{\"a\":".repeat(depth) + text + "}".repeat(depth)).getBytes(StandardCharsets.UTF_8);
            }
            case 5 ->
                ("[" + (text + ",").repeat(random.nextInt(WIDEST / (1 + text.length()) + 2)) + text + "]")
                        .getBytes(StandardCharsets.UTF_8);
            case 6 ->
                text.getBytes(List.of(
                                StandardCharsets.UTF_16,
                                StandardCharsets.UTF_16LE,
                                Charset.forName("UTF-32"),
                                StandardCharsets.ISO_8859_1)
                        .get(random.nextInt(4)));
            case 7 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 8 -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                for (int left = 1 + random.nextInt(3); left > 0 && bytes.length > 0; left--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                yield bytes;
            }
            case 9 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 10 -> (text + " // comment").getBytes(StandardCharsets.UTF_8);
            case 11 -> {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 12 -> ("\"" + "x".repeat(random.nextInt(70_000)) + "\"").getBytes(StandardCharsets.UTF_8);
            case 13 -> text.replace("\"", "'").getBytes(StandardCharsets.UTF_8);
            case 14 -> new byte[0];
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String duplicated(String text) {
        int end = text.indexOf(',');
        return text.startsWith("{") && end > 0 ? text.substring(0, end + 1) + text.substring(1) : text;
    }

    static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
