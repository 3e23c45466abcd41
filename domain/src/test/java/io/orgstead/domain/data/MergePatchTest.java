package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MergePatchTest {

    static Stream<Arguments> patches() {
        return Stream.of(
                Arguments.of(doc("a", "b"), doc("a", "c"), doc("a", "c")),
                Arguments.of(doc("a", "b"), doc("b", "c"), doc("a", "b", "b", "c")),
                Arguments.of(doc("a", "b"), doc("a", null), doc()),
                Arguments.of(doc("a", "b", "b", "c"), doc("a", null), doc("b", "c")),
                Arguments.of(doc("a", list("b")), doc("a", "c"), doc("a", "c")),
                Arguments.of(doc("a", "c"), doc("a", list("b")), doc("a", list("b"))),
                Arguments.of(doc("a", doc("b", "c")), doc("a", doc("b", "d", "c", null)), doc("a", doc("b", "d"))),
                Arguments.of(doc("a", list(doc("b", "c"))), doc("a", list(1)), doc("a", list(1))),
                Arguments.of(doc("e", null), doc("a", 1), doc("e", null, "a", 1)),
                Arguments.of(doc(), doc("a", doc("bb", doc("ccc", null))), doc("a", doc("bb", doc()))),
                Arguments.of(doc("a", 1), doc("a", doc("b", 1, "c", null)), doc("a", doc("b", 1))),
                Arguments.of(doc("a", 1), doc("a", list((Object) null)), doc("a", list((Object) null))),
                Arguments.of(doc("a", 1), doc("b", null), doc("a", 1)),
                Arguments.of(doc("a", 1), doc(), doc("a", 1)));
    }

    @ParameterizedTest
    @MethodSource("patches")
    void changesWhatThePatchNames(Document target, Document patch, Document result) {
        assertThat(MergePatch.apply(target, patch)).isEqualTo(result);
    }

    @Test
    void keepsTheOrderOfFieldsThatStay() {
        Document result = MergePatch.apply(doc("x", 1, "y", 2, "z", 3), doc("n", 0, "y", 5, "x", null));
        assertThat(result).isEqualTo(doc("y", 5, "z", 3, "n", 0));
    }

    @Test
    void keepsTypesThatJsonDoesNotHave() {
        Value date = new Value.Date(1);
        assertThat(MergePatch.apply(doc("a", doc("b", 1)), doc("a", date))).isEqualTo(doc("a", date));
    }
}
