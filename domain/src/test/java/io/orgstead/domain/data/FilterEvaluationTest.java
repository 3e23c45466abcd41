package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The outlines of it; the cases that MongoDB's engine answered are in the kit. */
class FilterEvaluationTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(doc(), doc("a", 1), true),
                Arguments.of(doc("a", 1.0), doc("a", 1L), true),
                Arguments.of(doc("a", 1), doc("a", list(0, 1)), true),
                Arguments.of(doc("a.b", 1), doc("a", list(doc("b", 2), doc("b", 1))), true),
                Arguments.of(doc("a.1", 5), doc("a", list(4, 5)), true),
                Arguments.of(doc("a", null), doc(), true),
                Arguments.of(doc("a", doc("$ne", null)), doc(), false),
                Arguments.of(doc("a", doc("$ne", 1)), doc("a", list(1, 2)), false),
                Arguments.of(doc("a", doc("$gt", 1)), doc("a", "2"), false),
                Arguments.of(doc("a", doc("$gt", 2, "$lt", 4)), doc("a", list(1, 5)), true),
                Arguments.of(doc("a", doc("$elemMatch", doc("$gt", 2, "$lt", 4))), doc("a", list(1, 5)), false),
                Arguments.of(doc("a", doc("b", 1, "c", 2)), doc("a", doc("c", 2, "b", 1)), false),
                Arguments.of(doc("a", doc("$not", doc("$gt", 1))), doc(), true),
                Arguments.of(doc("a", doc("$size", 0)), doc("a", list()), true),
                Arguments.of(doc("a", doc("$all", list())), doc("a", list()), false),
                Arguments.of(doc("a", 1, "b", 1), doc("a", 1, "b", 1), true),
                Arguments.of(doc("a", 1, "b", 1), doc("a", 1, "b", 2), false),
                Arguments.of(doc("$or", list(doc("a", 1), doc("b", 1))), doc("a", 2), false),
                Arguments.of(doc("$nor", list(doc("a", 1), doc("b", 1))), doc("b", 1), false),
                Arguments.of(doc("$nor", list(doc("a", 1), doc("b", 1))), doc("a", 2), true),
                Arguments.of(doc("$or", list(doc("a", 1), doc("b", 1))), doc("b", 1), true),
                Arguments.of(doc("a", doc("$regex", "^x")), doc("a", list("y", "xy")), true));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsOrNot(Document filter, Document document, boolean expected) {
        assertThat(FilterEvaluation.matches(FilterParser.parse(filter), document))
                .isEqualTo(expected);
    }

    @Test
    void doesNotTakeAnUndefinedForNull() {
        Document foreign = doc("a", new Value.Foreign(ValueType.UNDEFINED, "{\"$undefined\":true}"));
        assertThat(FilterEvaluation.matches(FilterParser.parse(doc("a", null)), foreign))
                .isFalse();
        assertThat(FilterEvaluation.matches(FilterParser.parse(doc("a", doc("$type", 6))), foreign))
                .isTrue();
    }
}
