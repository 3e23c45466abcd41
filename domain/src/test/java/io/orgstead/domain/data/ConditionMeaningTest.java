package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operator, of a field and of the items of an array: where it holds, and next to that where it does not. */
class ConditionMeaningTest {

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(doc("$gt", 2), doc("a", 1), false),
                Arguments.of(doc("$gt", 2), doc("a", 2), false),
                Arguments.of(doc("$gt", 2), doc("a", 3), true),
                Arguments.of(doc("$gte", 2), doc("a", 1), false),
                Arguments.of(doc("$gte", 2), doc("a", 2), true),
                Arguments.of(doc("$gte", 2), doc("a", 3), true),
                Arguments.of(doc("$lt", 2), doc("a", 1), true),
                Arguments.of(doc("$lt", 2), doc("a", 2), false),
                Arguments.of(doc("$lt", 2), doc("a", 3), false),
                Arguments.of(doc("$lte", 2), doc("a", 1), true),
                Arguments.of(doc("$lte", 2), doc("a", 2), true),
                Arguments.of(doc("$lte", 2), doc("a", 3), false),
                Arguments.of(doc("$gt", new Value.MinKey()), doc("a", "x"), true),
                Arguments.of(doc("$lt", new Value.MinKey()), doc("a", "x"), false),
                Arguments.of(doc("$gt", new Value.MaxKey()), doc("a", "x"), false),
                Arguments.of(doc("$lt", new Value.MaxKey()), doc("a", "x"), true),
                Arguments.of(doc("$gt", new Value.MinKey()), doc("a", new Value.MinKey()), false),
                Arguments.of(doc("$gte", new Value.MinKey()), doc("a", new Value.MinKey()), true),
                Arguments.of(doc("$lte", new Value.MaxKey()), doc("a", new Value.MaxKey()), true),
                Arguments.of(doc("$lt", new Value.MaxKey()), doc("a", new Value.MaxKey()), false),
                Arguments.of(doc("$lt", 1), doc("a", "0"), false),
                Arguments.of(doc("$gt", 1), doc(), false),
                Arguments.of(doc("$lt", 1), doc(), false),
                Arguments.of(doc("$gte", null), doc(), true),
                Arguments.of(doc("$gt", null), doc(), false),
                Arguments.of(doc("$gt", Double.NaN), doc("a", 1), false),
                Arguments.of(doc("$lt", Double.NaN), doc("a", 1), false),
                Arguments.of(doc("$gte", Double.NaN), doc("a", Double.NaN), true),
                Arguments.of(doc("$gt", 1), doc("a", Double.NaN), false),
                Arguments.of(doc("$lt", 1), doc("a", Double.NaN), false),
                Arguments.of(doc("$in", list(1, null)), doc("a", 1), true),
                Arguments.of(doc("$in", list(1, null)), doc(), true),
                Arguments.of(doc("$in", list(1, null)), doc("a", 2), false),
                Arguments.of(doc("$nin", list(1)), doc("a", 1), false),
                Arguments.of(doc("$nin", list(1)), doc("a", list(2, 3)), true),
                Arguments.of(doc("$exists", true), doc(), false),
                Arguments.of(doc("$exists", true), doc("a", null), true),
                Arguments.of(doc("$exists", false), doc(), true),
                Arguments.of(doc("$exists", false), doc("a", 1), false),
                Arguments.of(doc("$type", "string"), doc("a", "x"), true),
                Arguments.of(doc("$type", "string"), doc("a", 1), false),
                Arguments.of(doc("$type", "string"), doc(), false),
                Arguments.of(doc("$not", doc("$gt", 1)), doc("a", 2), false),
                Arguments.of(doc("$not", doc("$gt", 1)), doc("a", 1), true),
                Arguments.of(doc("$not", doc("$gt", 1, "$lt", 3)), doc("a", 3), true),
                Arguments.of(doc("$all", list(1, 2)), doc("a", list(1, 2, 3)), true),
                Arguments.of(doc("$all", list(1, 2)), doc("a", list(1)), false),
                Arguments.of(doc("$all", list(1)), doc("a", 1), true),
                Arguments.of(doc("$all", list()), doc(), false),
                Arguments.of(doc("$size", 1), doc("a", list(5)), true),
                Arguments.of(doc("$size", 1), doc("a", list()), false),
                Arguments.of(doc("$size", 1), doc("a", "x"), false),
                Arguments.of(doc("$size", 1), doc("a", list(list(1), list(2))), false),
                Arguments.of(doc("$elemMatch", doc("$gt", 2)), doc("a", list(3)), true),
                Arguments.of(doc("$elemMatch", doc("$gt", 2)), doc("a", list(2)), false),
                Arguments.of(doc("$elemMatch", doc("$gt", 2)), doc("a", 3), false),
                Arguments.of(doc("$elemMatch", doc("$eq", null)), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("$eq", null)), doc("a", list((Object) null)), true),
                Arguments.of(doc("$elemMatch", doc("$ne", 1)), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("$ne", 1)), doc("a", list(1, 2)), true),
                Arguments.of(doc("$elemMatch", doc("$in", list(1, 2))), doc("a", list(3)), false),
                Arguments.of(doc("$elemMatch", doc("$nin", list(1))), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("$nin", list(1))), doc("a", list(1, 2)), true),
                Arguments.of(doc("$elemMatch", doc("$exists", true)), doc("a", list(1)), true),
                Arguments.of(doc("$elemMatch", doc("$exists", true)), doc("a", list()), false),
                Arguments.of(doc("$elemMatch", doc("$exists", false)), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("$type", "int")), doc("a", list(1)), true),
                Arguments.of(doc("$elemMatch", doc("$type", "int")), doc("a", list("x")), false),
                Arguments.of(doc("$elemMatch", doc("$not", doc("$gt", 2))), doc("a", list(1, 5)), true),
                Arguments.of(doc("$elemMatch", doc("$not", doc("$gt", 2))), doc("a", list(3, 5)), false),
                Arguments.of(doc("$elemMatch", doc("$all", list(1))), doc("a", list(1)), true),
                Arguments.of(doc("$elemMatch", doc("$all", list(1))), doc("a", list(2)), false),
                Arguments.of(doc("$elemMatch", doc("$all", list())), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("$size", 1)), doc("a", list(list(1))), true),
                Arguments.of(doc("$elemMatch", doc("$size", 1)), doc("a", list(list())), false),
                Arguments.of(doc("$elemMatch", doc("$regex", "^x")), doc("a", list("xy")), true),
                Arguments.of(doc("$elemMatch", doc("$regex", "^x")), doc("a", list("yx")), false),
                Arguments.of(doc("$elemMatch", doc("$elemMatch", doc("$gt", 2))), doc("a", list(list(1, 3))), true),
                Arguments.of(doc("$elemMatch", doc("$elemMatch", doc("$gt", 2))), doc("a", list(list(1), 3)), false),
                Arguments.of(
                        doc("$elemMatch", doc("$elemMatch", doc("b", 1))), doc("a", list(list(doc("b", 1)))), true),
                Arguments.of(doc("$elemMatch", doc("$elemMatch", doc("b", 1))), doc("a", list(doc("b", 1))), false),
                Arguments.of(doc("$elemMatch", doc("b", 1)), doc("a", list(doc("b", 1))), true),
                Arguments.of(doc("$elemMatch", doc("b", 1)), doc("a", list(doc("b", 2))), false),
                Arguments.of(doc("$elemMatch", doc("b", 1)), doc("a", doc("b", 1)), false),
                Arguments.of(doc("$elemMatch", doc("b", 1)), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("0", 5)), doc("a", list(list(5))), true),
                Arguments.of(doc("$elemMatch", doc("0", 4)), doc("a", list(list(5))), false),
                Arguments.of(doc("$elemMatch", doc("1", 6)), doc("a", list(list(5, 6))), true),
                Arguments.of(doc("$elemMatch", doc("b", null)), doc("a", list(1)), false),
                Arguments.of(doc("$elemMatch", doc("b", 1)), doc(), false),
                Arguments.of(doc("$elemMatch", doc("$gt", 1)), doc(), false),
                Arguments.of(doc("$regex", "^x", "$options", "i"), doc("a", new Value.Regex("^x", "i")), true),
                Arguments.of(doc("$regex", "^y", "$options", "i"), doc("a", new Value.Regex("^x", "i")), false),
                Arguments.of(doc("$regex", "^x", "$options", ""), doc("a", new Value.Regex("^x", "i")), false),
                Arguments.of(doc("$regex", "^x", "$options", "i"), doc("a", "Xy"), true),
                Arguments.of(doc("$regex", "^x", "$options", "i"), doc("a", "yx"), false),
                Arguments.of(doc("$regex", "^x", "$options", "i"), doc("a", 1), false));
    }

    @ParameterizedTest
    @MethodSource
    void conditions(Document condition, Document document, boolean expected) {
        assertThat(FilterEvaluation.matches(FilterParser.parse(doc("a", condition)), document))
                .isEqualTo(expected);
    }
}
