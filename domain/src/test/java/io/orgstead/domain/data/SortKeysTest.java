package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static io.orgstead.domain.data.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QueryRefusedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SortKeysTest {

    private static final Value NOTHING = new Value.Foreign(ValueType.UNDEFINED, "{\"$undefined\":true}");

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of(doc("a", 1), doc("a", 5), List.of(value(5))),
                Arguments.of(doc("a", 1), doc(), List.of(value(null))),
                Arguments.of(doc("a.b", 1), doc("a", 5), List.of(value(null))),
                Arguments.of(doc("a", 1), doc("a", list(3, 1, 2)), List.of(value(1))),
                Arguments.of(doc("a", -1), doc("a", list(3, 1, 2)), List.of(value(3))),
                Arguments.of(doc("a", 1), doc("a", list()), List.of(NOTHING)),
                Arguments.of(doc("a.b", 1), doc("a", list()), List.of(value(null))),
                Arguments.of(doc("a.b", 1), doc("a", list(doc("b", 2), 1)), List.of(value(null))),
                Arguments.of(doc("a.b", -1), doc("a", list(doc("b", 2), doc("b", list(7, 1)))), List.of(value(7))),
                Arguments.of(
                        doc("a.b", 1, "a.c", 1),
                        doc("a", list(doc("b", 1, "c", 5), doc("b", 2, "c", 1))),
                        List.of(value(1), value(5))),
                Arguments.of(doc("a.0", 1), doc("a", list(9, 1)), List.of(value(9))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void arePlacesInAnOrder(Document sort, Document document, List<Value> keys) {
        Document stored = document.withId(value("id"));
        assertThat(SortKeys.of(SortOrder.parse(sort), stored).keys())
                .startsWith(keys.toArray(Value[]::new))
                .endsWith(value("id"))
                .hasSize(keys.size() + 1);
    }

    @Test
    void refusesDocumentsThatHaveNoPlace() {
        Document twoArrays = doc("_id", 1, "a", list(1, 2), "b", list(3));
        assertThatThrownBy(() -> SortKeys.of(SortOrder.parse(doc("a", 1, "b", 1)), twoArrays))
                .isInstanceOf(QueryRefusedException.class);
        Document twoMeanings = doc("_id", 1, "a", list(doc("0", 1), 2));
        assertThatThrownBy(() -> SortKeys.of(SortOrder.parse(doc("a.0", 1)), twoMeanings))
                .isInstanceOf(QueryRefusedException.class);
    }

    /** The same object in two places is no reason to take them for one array. */
    @Test
    void refusesTwoEqualArrays() {
        Value array = list(1, 2);
        Document document = doc("_id", 1, "a", array, "b", array);
        assertThatThrownBy(() -> SortKeys.of(SortOrder.parse(doc("a", 1, "b", 1)), document))
                .isInstanceOf(QueryRefusedException.class);
    }

    @Test
    void placesCompareKeyByKeyEachInItsDirection() {
        SortOrder order = SortOrder.parse(doc("a", -1, "b", 1));
        SortPosition first = SortKeys.of(order, doc("_id", 3, "a", 2, "b", 1));
        SortPosition second = SortKeys.of(order, doc("_id", 1, "a", 2L, "b", 2));
        SortPosition third = SortKeys.of(order, doc("_id", 2, "a", 1));
        SortPosition fourth = SortKeys.of(order, doc("_id", 4, "a", 1));
        assertThat(Stream.of(fourth, second, third, first).sorted(SortKeys.comparator(order)))
                .containsExactly(first, second, third, fourth);
    }

    static Stream<Document> refused() {
        return Stream.of(
                doc("a", 0),
                doc("a", 2),
                doc("a", 1.5),
                doc("a", "asc"),
                doc("a", true),
                doc("a", null),
                doc("a", doc("$meta", "textScore")),
                doc("$natural", 1),
                doc("a..b", 1),
                doc("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1, "g", 1, "h", 1, "i", 1, "j", 1));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNoOrder(Document sort) {
        assertThatThrownBy(() -> SortOrder.parse(sort)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void readsDirectionsInNumbersOfAnyType() {
        assertThat(SortOrder.parse(doc("a", 1L, "b", -1.0, "c", Sample.decimal("1")))
                        .keys())
                .extracting(SortOrder.Key::ascending)
                .containsExactly(true, false, true, true);
        assertThat(SortOrder.parse(doc())).isEqualTo(SortOrder.BY_ID);
        assertThat(SortOrder.parse(doc("_id", -1)).keys()).hasSize(1);
    }

    @Test
    void ordersHaveALimit() {
        assertThat(SortOrder.parse(doc("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1, "g", 1, "h", 1, "_id", 1))
                        .keys())
                .hasSize(SortOrder.MAX_KEYS + 1);
    }
}
