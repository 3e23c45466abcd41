package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionTest {

    static Stream<Arguments> views() {
        Document person = doc("name", "Ada", "_id", 1, "address", doc("city", "London", "zip", 1));
        Document order = doc(
                "_id", 2, "lines", list(doc("n", 1, "p", 5), 7, list(doc("n", 2, "p", 6), 8), doc("p", 1)), "n", null);
        return Stream.of(
                Arguments.of(doc(), person, person),
                Arguments.of(doc("name", 1), person, doc("name", "Ada", "_id", 1)),
                Arguments.of(doc("name", true, "_id", 1), person, doc("name", "Ada", "_id", 1)),
                Arguments.of(doc("_id", 1), person, doc("_id", 1)),
                Arguments.of(doc("address.city", 1L), person, doc("_id", 1, "address", doc("city", "London"))),
                Arguments.of(doc("address.none", 1.0), person, doc("_id", 1, "address", doc())),
                Arguments.of(doc("name.first", 1), person, doc("_id", 1)),
                Arguments.of(doc("name", 0), person, doc("_id", 1, "address", doc("city", "London", "zip", 1))),
                Arguments.of(
                        doc("address.zip", false, "_id", 1),
                        person,
                        doc("name", "Ada", "_id", 1, "address", doc("city", "London"))),
                Arguments.of(
                        doc("lines.n", 1), order, doc("_id", 2, "lines", list(doc("n", 1), list(doc("n", 2)), doc()))),
                Arguments.of(
                        doc("lines.n", 0),
                        order,
                        doc("_id", 2, "lines", list(doc("p", 5), 7, list(doc("p", 6), 8), doc("p", 1)), "n", null)),
                Arguments.of(doc("lines.0", 1), order, doc("_id", 2, "lines", list(doc(), list(doc()), doc()))),
                Arguments.of(doc("n", 1, "none", 1), order, doc("_id", 2, "n", null)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsWhatItNames(Document projection, Document whole, Document shown) {
        assertThat(Projection.parse(projection).applyTo(whole)).isEqualTo(shown);
    }

    @Test
    void ofNamesShowsThemOnly() {
        Document whole = doc("_id", 1, "a", doc("b", 1, "c", 2), "d", 3);
        assertThat(Projection.only(List.of("a.b", "d")).applyTo(whole))
                .isEqualTo(doc("_id", 1, "a", doc("b", 1), "d", 3));
        assertThat(Projection.only(List.of("_id")).applyTo(whole)).isEqualTo(doc("_id", 1));
        assertThat(Projection.only(List.of("_id", "d")).applyTo(whole)).isEqualTo(doc("_id", 1, "d", 3));
        assertThat(Projection.only(List.of())).isEqualTo(Projection.ALL);
    }

    static Stream<Document> refused() {
        return Stream.of(
                doc("a", 1, "b", 0),
                doc("_id", 0),
                doc("_id", 0, "a", 1),
                doc("_id.x", 1),
                doc("a", 2),
                doc("a", -1),
                doc("a", "1"),
                doc("a", doc("$slice", 1)),
                doc("a", null),
                doc("a.$", 1),
                doc("", 1),
                doc("a", 1, "a.b", 1),
                doc("a.b.c", 0, "a", 0));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesTheRest(Document projection) {
        assertThatThrownBy(() -> Projection.parse(projection)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesNamesThatStandTwiceAndTooMany() {
        assertThatThrownBy(() -> Projection.only(List.of("a", "a"))).isInstanceOf(InvalidValueException.class);
        List<FieldPath> many = Stream.iterate(0, i -> i + 1)
                .limit(Projection.MAX_PATHS + 1)
                .map(i -> new FieldPath("f" + i))
                .toList();
        assertThatThrownBy(() -> new Projection(Projection.Kind.ONLY, many)).hasMessageContaining("100");
        assertThatThrownBy(() -> new Projection(Projection.Kind.WITHOUT, Collections.emptyList()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void namesAsManyAsItMay() {
        List<String> most = Stream.iterate(0, i -> i + 1)
                .limit(Projection.MAX_PATHS)
                .map(i -> "f" + i)
                .toList();
        assertThat(Projection.only(most).paths()).hasSize(Projection.MAX_PATHS);
    }
}
