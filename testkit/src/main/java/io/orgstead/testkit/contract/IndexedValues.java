package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.decimal;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.list;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Value;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Two documents each, and fields of a unique index that holds only one of them, or both. */
final class IndexedValues {

    private static final Value NOTHING = Value.Null.INSTANCE;

    private IndexedValues() {}

    static Stream<Arguments> colliding() {
        String huge = "x".repeat(5_000);
        return Stream.of(
                Arguments.of("a", document("a", 1), document("a", 1)),
                Arguments.of("a", document("a", 1), document("a", 1L)),
                Arguments.of("a", document("a", 1L), document("a", 1.0)),
                Arguments.of("a", document("a", 1), document("a", decimal("1.0"))),
                Arguments.of("a", document("a", decimal("1.0")), document("a", decimal("1.00"))),
                Arguments.of("a", document("a", 0.5), document("a", decimal("0.5"))),
                Arguments.of("a", document("a", 0.0), document("a", -0.0)),
                Arguments.of("a", document("a", 0), document("a", decimal("-0E+3"))),
                Arguments.of("a", document("a", Double.NaN), document("a", decimal("NaN"))),
                Arguments.of("a", document("a", Double.POSITIVE_INFINITY), document("a", decimal("Infinity"))),
                Arguments.of("a", document("a", Long.MAX_VALUE), document("a", decimal("9223372036854775807"))),
                Arguments.of("a", document("a", huge), document("a", huge)),
                Arguments.of("a", document(), document()),
                Arguments.of("a", document(), document("a", NOTHING)),
                Arguments.of("a", document("a", list(1, 2)), document("a", 2)),
                Arguments.of("a", document("a", list(1, 2)), document("a", list(3, 2.0))),
                Arguments.of("a", document("a", list(1, NOTHING)), document()),
                Arguments.of("a", document("a", list()), document("a", list())),
                Arguments.of("a", document("a", list(list(1, 2))), document("a", list(list(1, 2L), 3))),
                Arguments.of("a", document("a", document("x", 1)), document("a", document("x", 1.0))),
                Arguments.of("-a", document("a", "x"), document("a", "x")),
                Arguments.of("a.b", document("a", document("b", 1)), document("a", document("b", 1, "c", 2))),
                Arguments.of("a.b", document("a", document("b", 1)), document("a", list(document("b", 1)))),
                Arguments.of(
                        "a.b",
                        document("a", list(document("b", 1), document("b", 2))),
                        document("a", list(document("b", list(2, 3))))),
                Arguments.of("a.b", document("a", 5), document("a", document("c", 1))),
                Arguments.of("a.b", document("a", list(document("b", 1), document("c", 1))), document()),
                Arguments.of("a.0", document("a", list(1, 2)), document("a", list(1, 3))),
                Arguments.of("a,b", document("a", 1, "b", 2), document("b", 2, "a", 1)),
                Arguments.of("a,-b", document("a", 1), document("a", 1, "b", NOTHING)),
                Arguments.of("a,b", document("a", list(1, 2), "b", "x"), document("a", 2, "b", "x")),
                Arguments.of(
                        "a.x,a.y", document("a", document("x", 1, "y", 2)), document("a", document("y", 2, "x", 1))));
    }

    static Stream<Arguments> differing() {
        return Stream.of(
                Arguments.of("a", document("a", 1), document("a", "1")),
                Arguments.of("a", document("a", 1), document("a", true)),
                Arguments.of("a", document("a", 0), document("a", false)),
                Arguments.of("a", document("a", 0), document("a", new Value.Date(0))),
                Arguments.of("a", document("a", 0), document()),
                Arguments.of("a", document("a", ""), document()),
                Arguments.of("a", document("a", (1L << 53) + 1), document("a", (double) (1L << 53))),
                Arguments.of("a", document("a", 0.1), document("a", decimal("0.1"))),
                Arguments.of("a", document("a", Long.MAX_VALUE), document("a", 0x1p63)),
                Arguments.of("a", document("a", "x"), document("a", "X")),
                Arguments.of("a", document("a", "x"), document("a", "x ")),
                Arguments.of("a", document("a", "x"), document("a", "x\0")),
                Arguments.of("a", document("a", "\u00e9"), document("a", "e\u0301")),
                Arguments.of("a", document("a", "a".repeat(24)), document("a", new Value.ObjectId("a".repeat(24)))),
                Arguments.of("a", document("a", list()), document()),
                Arguments.of("a", document("a", list(1, 2)), document("a", list(3, list(1, 2)))),
                Arguments.of("a", document("a", document("x", 1, "y", 2)), document("a", document("y", 2, "x", 1))),
                Arguments.of("a", document("a", document("x", 1)), document("a", document("y", 1))),
                Arguments.of(
                        "a",
                        document("a", new Value.Binary(0, Bytes.of(new byte[] {1}))),
                        document("a", new Value.Binary(5, Bytes.of(new byte[] {1})))),
                Arguments.of("a", document("a", new Value.MinKey()), document("a", new Value.MaxKey())),
                Arguments.of("a", document("a", new Value.Regex("x", "")), document("a", "x")),
                Arguments.of("a", document("a", new Value.Regex("x", "")), document("a", new Value.Regex("x", "i"))),
                Arguments.of("a.b", document("a", document("b", 1)), document("b", 1)),
                Arguments.of("a,b", document("a", 1, "b", 2), document("a", 2, "b", 1)),
                Arguments.of("a,b", document("a", 1), document("b", 1)),
                Arguments.of("a,b", document("a", list(1, 2), "b", 1), document("a", list(1, 2), "b", 2)));
    }
}
