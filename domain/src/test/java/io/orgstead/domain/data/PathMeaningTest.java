package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a path leads to: through documents, through arrays and past them. */
class PathMeaningTest {

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("a.b", 1, doc("a", doc("b", 1)), true),
                Arguments.of("a.b", 1, doc("a", doc("b", 2)), false),
                Arguments.of("a.b", 1, doc("a", 1), false),
                Arguments.of("a.b", null, doc("a", 1), true),
                Arguments.of("a.b", null, doc("a", list()), true),
                Arguments.of("a.b", null, doc("a", list(doc("b", 1))), false),
                Arguments.of("a.b", null, doc("a", list(1, doc("b", 1))), true),
                Arguments.of("a.b", null, doc("a", list(list(1), doc("b", 1))), false),
                Arguments.of("a.b", 1, doc("a", list(2)), false),
                Arguments.of("a.b", 1, doc("a", list(doc("b", 2))), false),
                Arguments.of("a.b.c", 1, doc("a", list(doc("b", list(doc("c", 1))))), true),
                Arguments.of("a.0", 5, doc("a", list(5)), true),
                Arguments.of("a.0", 4, doc("a", list(5)), false),
                Arguments.of("a.1", 5, doc("a", list(4)), false),
                Arguments.of("a.1", 5, doc("a", list(5, 4)), false),
                Arguments.of("a.1", doc("$exists", true), doc("a", list(5)), false),
                Arguments.of("a.1", doc("$exists", true), doc("a", list(5, 6)), true),
                Arguments.of("a.0", 1, doc("a", doc("0", 1)), true),
                Arguments.of("a.0", 1, doc("a", list(doc("0", 1))), true),
                Arguments.of("a.0", 5, doc("a", list(list(5))), false),
                Arguments.of("a.0.b", 1, doc("a", list(doc("b", 1))), true),
                Arguments.of("a.0.b", 1, doc("a", list(doc("b", 2))), false),
                Arguments.of("a.0.b", 1, doc("a", list(5)), false),
                Arguments.of("a.0.1", 7, doc("a", list(list(6, 7))), true),
                Arguments.of("a.0.1", 7, doc("a", list(list(7, 6))), false),
                Arguments.of("a.0.b", 1, doc("a", list(list(doc("b", 1)))), true),
                Arguments.of("a.0.b", 1, doc("a", list(list(doc("b", 2)))), false),
                Arguments.of("a", 1, doc("a", list(2, 1)), true),
                Arguments.of("a", 1, doc("a", list(list(1))), false),
                Arguments.of("a", list(1), doc("a", list(1)), true),
                Arguments.of("a", list(1), doc("a", list(list(1))), true));
    }

    @ParameterizedTest
    @MethodSource
    void paths(String path, Object condition, Document document, boolean expected) {
        assertThat(FilterEvaluation.matches(FilterParser.parse(doc(path, condition)), document))
                .isEqualTo(expected);
    }
}
