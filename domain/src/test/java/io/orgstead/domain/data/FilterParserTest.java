package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static io.orgstead.domain.data.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.Condition.Compare;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QueryRefusedException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

    private static Filter match(String path, Condition condition) {
        return new Filter.Match(new FieldPath(path), condition);
    }

    private static Condition compare(Operator operator, Object value) {
        return new Compare(operator, value(value));
    }

    static Stream<Arguments> filters() {
        Condition equalsOne = compare(Operator.EQ, 1);
        return Stream.of(
                Arguments.of(doc(), Filter.all()),
                Arguments.of(doc("a", 1), match("a", equalsOne)),
                Arguments.of(doc("a.b", doc("c", 1)), match("a.b", compare(Operator.EQ, doc("c", 1)))),
                Arguments.of(doc("a", doc()), match("a", compare(Operator.EQ, doc()))),
                Arguments.of(
                        doc("a", 1, "b", doc("$ne", 2)),
                        new Filter.And(List.of(match("a", equalsOne), match("b", compare(Operator.NE, 2))))),
                Arguments.of(
                        doc("a", doc("$gt", 1, "$lt", 5)),
                        new Filter.And(
                                List.of(match("a", compare(Operator.GT, 1)), match("a", compare(Operator.LT, 5))))),
                Arguments.of(
                        doc("$or", list(doc("a", 1), doc())),
                        new Filter.Or(List.of(match("a", equalsOne), Filter.all()))),
                Arguments.of(doc("$nor", list(doc("a", 1))), new Filter.Nor(List.of(match("a", equalsOne)))),
                Arguments.of(
                        doc("a", doc("$in", list(1, null))),
                        match("a", new Condition.In(List.of(value(1), value(null))))),
                Arguments.of(doc("a", doc("$nin", list())), match("a", new Condition.NotIn(List.of()))),
                Arguments.of(doc("a", doc("$exists", 0)), match("a", new Condition.Exists(false))),
                Arguments.of(doc("a", doc("$exists", false)), match("a", new Condition.Exists(false))),
                Arguments.of(doc("a", doc("$exists", 1)), match("a", new Condition.Exists(true))),
                Arguments.of(doc("a", doc("$exists", Double.NaN)), match("a", new Condition.Exists(true))),
                Arguments.of(doc("a", doc("$exists", true)), match("a", new Condition.Exists(true))),
                Arguments.of(
                        doc("a", doc("$type", list("string", 16.0))),
                        match("a", new Condition.OfType(Set.of(ValueType.STRING, ValueType.INT)))),
                Arguments.of(
                        doc("a", doc("$type", "number")),
                        match(
                                "a",
                                new Condition.OfType(
                                        Set.of(ValueType.INT, ValueType.LONG, ValueType.DOUBLE, ValueType.DECIMAL)))),
                Arguments.of(doc("a", doc("$size", 2L)), match("a", new Condition.Size(2))),
                Arguments.of(
                        doc("a", doc("$not", doc("$eq", 1, "$size", 0))),
                        match("a", new Condition.Not(List.of(equalsOne, new Condition.Size(0))))),
                Arguments.of(doc("a", doc("$all", list(1))), match("a", new Condition.All(List.of(value(1))))),
                Arguments.of(
                        doc("a", doc("$all", list(doc("$elemMatch", doc("$eq", 1)), doc("$elemMatch", doc("b", 1))))),
                        new Filter.And(List.of(
                                match("a", new Condition.ElemMatchConditions(List.of(equalsOne))),
                                match("a", new Condition.ElemMatchFilter(match("b", equalsOne)))))),
                Arguments.of(
                        doc("a", doc("$elemMatch", doc("$or", list(doc("b", 1))))),
                        match("a", new Condition.ElemMatchFilter(new Filter.Or(List.of(match("b", equalsOne)))))),
                Arguments.of(
                        doc("a", doc("$elemMatch", doc())), match("a", new Condition.ElemMatchFilter(Filter.all()))),
                Arguments.of(
                        doc("a", doc("$options", "mi", "$regex", "^b")),
                        match("a", new Condition.MatchesRegex(new SafeRegex("^b", "im")))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void readsTheNotation(Document document, Filter filter) {
        assertThat(FilterParser.parse(document)).isEqualTo(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$where",
                "$expr",
                "$function",
                "$lookup",
                "$text",
                "$jsonSchema",
                "$comment",
                "$mod",
                "$near",
                "$geoWithin",
                "$bitsAllSet",
                "$rand",
                "$sampleRate",
                "$EQ",
                "$",
                "$$ROOT",
                "$ref",
                "$and",
                "$or",
                "$nor",
            })
    void namesOperatorsThatItDoesNotTake(String operator) {
        assertThatThrownBy(() -> FilterParser.parse(doc("a.b", doc(operator, 1))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(operator)
                .hasMessageContaining("a.b");
        assertThatThrownBy(() -> FilterParser.parse(doc("a", doc("$elemMatch", doc("b", doc(operator, 1))))))
                .hasMessageContaining(operator)
                .hasMessageContaining("a.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "$expr", "$text", "$jsonSchema", "$comment", "$alwaysTrue", "$eq", "$not"})
    void namesOperatorsThatItDoesNotTakeInPlaceOfAField(String operator) {
        assertThatThrownBy(() -> FilterParser.parse(doc(operator, "x")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(operator);
        assertThatThrownBy(() -> FilterParser.parse(doc("$or", list(doc(operator, "x")))))
                .hasMessageContaining(operator);
    }

    static Stream<Document> malformed() {
        Value regex = new Value.Regex("a", "");
        return Stream.of(
                doc("$and", list()),
                doc("$or", doc("a", 1)),
                doc("$nor", list(1)),
                doc("a", doc("$gt", 1, "b", 2)),
                doc("a", doc("b", 2, "$gt", 1)),
                doc("a", doc("b", doc("$gt", 1))),
                doc("a", list(doc("$gt", 1))),
                doc("a", doc("$eq", doc("$gt", 1))),
                doc("a", doc("$in", list(doc("$gt", 1)))),
                doc("a", regex),
                doc("a", doc("$eq", regex)),
                doc("a", doc("$ne", regex)),
                doc("a", doc("$gt", regex)),
                doc("a", doc("$in", list(regex))),
                doc("a", doc("$nin", list(regex))),
                doc("a", doc("$all", list(regex))),
                doc("a", doc("$not", regex)),
                doc("a", doc("$regex", regex)),
                doc("a", doc("$regex", 1)),
                doc("a", doc("$regex", "a", "$options", 1)),
                doc("a", doc("$regex", "(?=a)")),
                doc("a", doc("$options", "i")),
                doc("a", doc("$in", 1)),
                doc("a", doc("$nin", doc())),
                doc("a", doc("$all", 1)),
                doc("a", doc("$all", list(doc("$elemMatch", doc("b", 1)), 1))),
                doc("a", doc("$all", list(doc("$gt", 1)))),
                doc("a", doc("$exists", "yes")),
                doc("a", doc("$exists", null)),
                doc("a", doc("$type", "text")),
                doc("a", doc("$type", 99)),
                doc("a", doc("$type", 1.5)),
                doc("a", doc("$type", list())),
                doc("a", doc("$type", null)),
                doc("a", doc("$size", -1)),
                doc("a", doc("$size", 1.5)),
                doc("a", doc("$size", "1")),
                doc("a", doc("$size", Double.NaN)),
                doc("a", doc("$size", 1L << 40)),
                doc("a", doc("$not", doc())),
                doc("a", doc("$not", 1)),
                doc("a", doc("$not", doc("b", 1))),
                doc("a", doc("$elemMatch", 1)),
                doc("a", doc("$elemMatch", doc("$eq", 1, "b", 1))),
                doc("a", doc("$elemMatch", doc("b", 1, "$eq", 1))),
                doc("", 1),
                doc("a..b", 1),
                doc("a.$", 1),
                doc("a", new Value.Foreign(ValueType.UNDEFINED, "{}")),
                doc("a.0.b", null),
                doc("a.0", doc("$ne", null)),
                doc("a.1", doc("$in", list(1, null))),
                doc("a.1", doc("$nin", list(1, null))),
                doc("a.1", doc("$all", list(1, null))),
                doc("a.1", doc("$gt", new Value.MinKey())),
                doc("a.1", doc("$not", doc("$gte", null))),
                doc("a.1", doc("$lt", new Value.MaxKey())));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoFilter(Document document) {
        assertThatThrownBy(() -> FilterParser.parse(document)).isInstanceOf(InvalidValueException.class);
    }

    private static Document nested(int levels) {
        Document document = doc("a", 1);
        for (int i = 1; i < levels; i++) {
            document = doc("$and", list(document));
        }
        return document;
    }

    @Test
    void refusesDeepOnes() {
        assertThat(FilterParser.parse(nested(FilterParser.MAX_DEPTH))).isNotNull();
        assertThatThrownBy(() -> FilterParser.parse(nested(FilterParser.MAX_DEPTH + 1)))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("20");
        Value deepNot = value(1);
        Value deepArray = value(1);
        for (int i = 0; i < 10_000; i++) {
            deepNot = value(doc(i % 2 == 0 ? "$not" : "$elemMatch", deepNot));
            deepArray = list(deepArray);
        }
        Document ofNot = doc("a", deepNot);
        Document ofArrays = doc("a", deepArray);
        assertThatThrownBy(() -> FilterParser.parse(ofNot)).isInstanceOf(QueryRefusedException.class);
        assertThatThrownBy(() -> FilterParser.parse(ofArrays)).isInstanceOf(InvalidValueException.class);
    }

    /** Conditions within each other, each of one kind. */
    static Stream<Arguments> deepKinds() {
        UnaryOperator<Document> not = inner -> doc("$not", inner);
        UnaryOperator<Document> elemMatch = inner -> doc("$elemMatch", inner);
        UnaryOperator<Document> all = inner -> doc("$all", list(doc("$elemMatch", inner)));
        return Stream.of(Arguments.of("$not", not), Arguments.of("$elemMatch", elemMatch), Arguments.of("$all", all));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deepKinds")
    void refusesDeepConditionsOfEachKind(String kind, UnaryOperator<Document> within) {
        Document condition = doc("$gt", 1);
        for (int level = 1; level < FilterParser.MAX_DEPTH; level++) {
            condition = within.apply(condition);
        }
        Document deepest = doc("a", condition);
        Document deeper = doc("a", within.apply(condition));

        assertThat(FilterParser.parse(deepest)).as(kind).isNotNull();
        assertThatThrownBy(() -> FilterParser.parse(deeper)).isInstanceOf(QueryRefusedException.class);
    }

    @Test
    void refusesDeepValues() {
        Value deep = value(1);
        for (int level = 1; level < DocumentRules.MAX_DEPTH; level++) {
            deep = level % 2 == 0 ? list(deep) : value(doc("b", deep));
        }
        Document deepest = doc("a", doc("$eq", deep));
        Document deeper = doc("a", doc("$eq", list(deep)));

        assertThat(FilterParser.parse(deepest)).isNotNull();
        assertThatThrownBy(() -> FilterParser.parse(deeper))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("levels");
    }

    @Test
    void refusesLongOnes() {
        List<Document> parts = Collections.nCopies(FilterParser.MAX_CONDITIONS, doc("a", 1));
        assertThat(FilterParser.parse(doc("$or", parts))).isNotNull();
        assertThatThrownBy(() -> FilterParser.parse(doc("b", 1, "$or", parts)))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("200 conditions");
        List<Document> empty = Collections.nCopies(FilterParser.MAX_CONDITIONS + 1, doc());
        assertThatThrownBy(() -> FilterParser.parse(doc("$or", empty))).isInstanceOf(QueryRefusedException.class);
    }

    @Test
    void refusesLongLists() {
        List<Integer> values =
                IntStream.range(0, FilterParser.MAX_LISTED_VALUES).boxed().toList();
        assertThat(FilterParser.parse(doc("a", doc("$in", values)))).isNotNull();
        assertThatThrownBy(() -> FilterParser.parse(doc("a", doc("$in", values, "$all", list(1)))))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("1000 values");
    }

    @Test
    void messagesStayShortAndOnOneLine() {
        assertThatThrownBy(() -> FilterParser.parse(doc("a", doc("$x\n" + "y".repeat(10_000), 1))))
                .hasMessageContaining("$x?y")
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void ofDottedNumbersOnlyNullIsRefused() {
        assertThat(FilterParser.parse(doc("a.0", 1, "scores.2024", doc("$exists", false), "0", null, "a.b", null)))
                .isNotNull();
        for (Document unaffected : List.of(
                doc("$ne", 1),
                doc("$in", list(1)),
                doc("$nin", list(1)),
                doc("$type", "null"),
                doc("$not", doc("$gt", 1)),
                doc("$all", list(1)),
                doc("$size", 1),
                doc("$elemMatch", doc("b", null)),
                doc("$elemMatch", doc("$eq", null)),
                doc("$regex", "a"))) {
            assertThat(FilterParser.parse(doc("a.0", unaffected))).isNotNull();
        }
    }
}
