package io.orgstead.indexkeys;

import static io.orgstead.testkit.Documents.decimal;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.data.ValueType;
import io.orgstead.testkit.Documents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

    private static List<Value> values() {
        List<Value> values = new ArrayList<>(Stream.of(
                        0,
                        1,
                        -1,
                        9,
                        10,
                        99,
                        100,
                        101,
                        1_000,
                        Integer.MIN_VALUE,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        0.0,
                        -0.0,
                        0.1,
                        0.5,
                        -0.1,
                        1.0,
                        1e300,
                        -1e300,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        (1L << 53) + 1,
                        (double) (1L << 53),
                        decimal("0.1"),
                        decimal("1.00"),
                        decimal("-0E+3"),
                        decimal("NaN"),
                        decimal("Infinity"),
                        decimal("-Infinity"),
                        decimal("9E+6111"),
                        decimal("1E-6176"),
                        decimal("-1E-6176"),
                        "",
                        "a",
                        "ab",
                        "b",
                        "a\0",
                        "a\0b",
                        "a\u0001",
                        "\u00e9",
                        "\uffff",
                        "\ud83d\ude00",
                        true,
                        false,
                        Value.Null.INSTANCE,
                        new Value.MinKey(),
                        new Value.MaxKey(),
                        new Value.Date(0),
                        new Value.Date(-1),
                        new Value.Date(Long.MAX_VALUE),
                        new Value.Timestamp(1, 2),
                        new Value.Timestamp(4_294_967_295L, 0),
                        new Value.ObjectId("0".repeat(24)),
                        new Value.ObjectId("f".repeat(24)),
                        new Value.Regex("a", ""),
                        new Value.Regex("a", "i"),
                        new Value.Regex("ab", ""),
                        new Value.Binary(0, Bytes.of(new byte[0])),
                        new Value.Binary(0, Bytes.of(new byte[] {-1})),
                        new Value.Binary(2, Bytes.of(new byte[] {1})),
                        new Value.Binary(5, Bytes.of(new byte[] {0, 0})),
                        List.of(),
                        List.of(1),
                        List.of(1, 2),
                        List.of(2),
                        List.of("a"),
                        List.of(List.of()),
                        document(),
                        document("a", 1),
                        document("a", 1.0),
                        document("b", 1),
                        document("a", "x"),
                        document("a", 1, "b", 2),
                        document("a", document()),
                        new Value.Foreign(ValueType.UNDEFINED, "{\"$undefined\":true}"),
                        new Value.Foreign(ValueType.SYMBOL, "{\"$symbol\":\"a\"}"),
                        new Value.Foreign(ValueType.JAVASCRIPT, "{\"$code\":\"a\"}"))
                .map(Documents::value)
                .toList());
        Random random = new Random(42);
        for (int i = 0; i < 60; i++) {
            values.add(value(Double.longBitsToDouble(random.nextLong())));
            values.add(value(random.nextLong()));
            values.add(value(random.nextInt(1_000) / 8.0 - 60));
        }
        return values;
    }

    /** Pairs for which the bytes of rows that end in these numbers do not compare as expected. */
    private static List<String> mistakes(int leftEnd, int rightEnd) {
        List<Value> values = values();
        List<String> mistakes = new ArrayList<>();
        for (Value left : values) {
            for (Value right : values) {
                int first = ValueOrder.compare(left, right);
                int expected = first == 0 ? Integer.compare(leftEnd, rightEnd) : Integer.signum(first);
                byte[] one = KeyBytes.of(List.of(left, value(leftEnd)));
                byte[] other = KeyBytes.of(List.of(right, value(rightEnd)));
                if (Integer.signum(Arrays.compareUnsigned(one, other)) != expected) {
                    mistakes.add(left + " and " + right);
                }
            }
        }
        return mistakes;
    }

    @Test
    void bytesCompareAsTheValuesDo() {
        assertThat(mistakes(1, 1)).isEmpty();
    }

    @Test
    void rowsCompareValueByValue() {
        assertThat(mistakes(2, 1)).isEmpty();
        assertThat(mistakes(-1, 1)).isEmpty();
    }

    @Test
    void longTextsAreCutAndStillDiffer() {
        Value one = value("x".repeat(5_000) + "a");
        Value other = value("x".repeat(5_000) + "b");

        assertThat(KeyBytes.of(one)).hasSizeLessThan(600).isNotEqualTo(KeyBytes.of(other));
        assertThat(KeyBytes.of(one)).isEqualTo(KeyBytes.of(value("x".repeat(5_000) + "a")));
        assertThat(KeyBytes.of(one)).startsWith(KeyBytes.beginning(other));
        assertThat(Arrays.compareUnsigned(KeyBytes.of(one), KeyBytes.behind(KeyBytes.beginning(one))))
                .isNegative();
    }

    @Test
    void whatIsBehindABeginningIsGreaterThanAllThatBeginSo() {
        assertThat(KeyBytes.behind(new byte[] {1, 2})).containsExactly(1, 3);
        assertThat(KeyBytes.behind(new byte[] {1, -1, -1})).containsExactly(2);
    }
}
