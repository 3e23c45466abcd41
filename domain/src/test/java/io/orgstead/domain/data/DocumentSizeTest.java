package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sizes that BSON's specification gives (bsonspec.org): a document of one field {@code a} takes eight bytes and its value. */
class DocumentSizeTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, 0),
                Arguments.of(true, 1),
                Arguments.of(7, 4),
                Arguments.of(7L, 8),
                Arguments.of(7.5, 8),
                Arguments.of(Sample.decimal("7.5"), 16),
                Arguments.of("", 5),
                Arguments.of("a\u00e9\u20ac", 11),
                Arguments.of(new Value.Binary(0, Bytes.of(new byte[3])), 8),
                Arguments.of(new Value.Binary(2, Bytes.of(new byte[3])), 12),
                Arguments.of(new Value.ObjectId("65f0c0ffee65f0c0ffee0003"), 12),
                Arguments.of(new Value.Date(1), 8),
                Arguments.of(new Value.Timestamp(1, 2), 8),
                Arguments.of(new Value.Regex("ab", "i"), 5),
                Arguments.of(new Value.MinKey(), 0),
                Arguments.of(new Value.MaxKey(), 0),
                Arguments.of(new Value.Foreign(ValueType.UNDEFINED, "{}"), 2),
                Arguments.of(list(), 5),
                Arguments.of(list(1, 2), 5 + 2 * (3 + 4)),
                Arguments.of(list(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 5 + 10 * (3 + 4) + 4 + 4),
                Arguments.of(doc(), 5),
                Arguments.of(doc("b\u00e9", 1), 5 + 5 + 4));
    }

    @ParameterizedTest
    @MethodSource
    void values(Object value, long size) {
        assertThat(DocumentSize.of(doc("a", value))).isEqualTo(8 + size);
    }
}
