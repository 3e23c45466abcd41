package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.decimal;
import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static io.orgstead.domain.data.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueOrderTest {

    private static final String ID = "000000000000000000000001";

    private static Value binary(int subtype, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new Value.Binary(subtype, Bytes.of(content));
    }

    private static final List<Value> ASCENDING = List.of(
            new Value.MinKey(),
            new Value.Foreign(ValueType.UNDEFINED, "{\"$undefined\":true}"),
            value(null),
            value(Double.NaN),
            value(Double.NEGATIVE_INFINITY),
            decimal("-1E+6000"),
            value(Long.MIN_VALUE),
            value(-1),
            value(0),
            decimal("1E-6000"),
            decimal("0.1"),
            value(0.1),
            value(1),
            value(1.5),
            value(0x1p53),
            value(9007199254740993L),
            value(Long.MAX_VALUE),
            value(0x1p63),
            value(1e300),
            decimal("1E+6000"),
            decimal("Infinity"),
            value(""),
            value("A"),
            value("a"),
            value("a\0"),
            value("ab"),
            value("\uFFFD"),
            value("\uD83D\uDE00"),
            new Value.Foreign(ValueType.SYMBOL, "{\"$symbol\":\"a\"}"),
            value(doc()),
            value(doc("b", 1)),
            value(doc("b", 1, "a", 1)),
            value(doc("b", 2)),
            value(doc("c", 0)),
            value(doc("a", "")),
            list(),
            list(value(null)),
            list(1),
            list(1, 2),
            list(2),
            list(list()),
            binary(0),
            binary(0, 255),
            binary(5, 1),
            binary(0, 0, 0),
            binary(2, 9),
            new Value.ObjectId(ID),
            new Value.ObjectId("f" + ID.substring(1)),
            value(false),
            value(true),
            new Value.Date(-1),
            new Value.Date(0),
            new Value.Timestamp(0, 2),
            new Value.Timestamp(4294967295L, 1),
            new Value.Regex("a", "i"),
            new Value.Regex("b", ""),
            new Value.Foreign(ValueType.JAVASCRIPT, "{}"),
            new Value.MaxKey());

    @Test
    void sortsAsMongoDbDoes() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                assertThat(Integer.signum(ValueOrder.compare(ASCENDING.get(i), ASCENDING.get(j))))
                        .as("%s against %s", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void isAnOrderForSorting() {
        List<Value> shuffled = new ArrayList<>(ASCENDING);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(ValueOrder.COMPARATOR);
        assertThat(shuffled).isEqualTo(ASCENDING);
    }

    @Test
    void numbersOfAllTypesAreEqualByWhatTheyAreWorth() {
        List<Value> ones = List.of(value(1), value(1L), value(1.0), decimal("1"), decimal("1.00"));
        ones.forEach(one ->
                ones.forEach(other -> assertThat(ValueOrder.equal(one, other)).isTrue()));
        List<Value> zeros = List.of(value(0), value(-0.0), decimal("-0"), decimal("0E+10"));
        zeros.forEach(one ->
                zeros.forEach(other -> assertThat(ValueOrder.equal(one, other)).isTrue()));
        assertThat(ValueOrder.equal(value(Double.NaN), decimal("NaN"))).isTrue();
        assertThat(ValueOrder.equal(value(Double.NEGATIVE_INFINITY), decimal("-Infinity")))
                .isTrue();
        assertThat(ValueOrder.equal(value(0.1), decimal("0.1000000000000000055511151231257827")))
                .isFalse();
        assertThat(ValueOrder.equal(value(doc("a", list(1L))), value(doc("a", list(1.0)))))
                .isTrue();
    }

    @Test
    void typesOfAClassAreComparedWithOneAnother() {
        assertThat(ValueOrder.classOf(value(1))).isEqualTo(ValueOrder.classOf(decimal("NaN")));
        assertThat(ValueOrder.classOf(value("1"))).isGreaterThan(ValueOrder.classOf(value(1)));
        assertThat(ValueOrder.classOf(ValueType.SYMBOL)).isEqualTo(ValueOrder.classOf(ValueType.STRING));
        assertThat(ValueOrder.classOf(ValueType.NULL)).isGreaterThan(ValueOrder.classOf(ValueType.UNDEFINED));
    }
}
