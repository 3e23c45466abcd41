package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static io.orgstead.domain.data.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRulesTest {

    private static Document nested(int depth) {
        Document document = doc("a", 1);
        for (int level = 1; level < depth; level++) {
            document = doc("a", document);
        }
        return document.withId(new Value.Text("x"));
    }

    private static Document nestedInLists(int depth) {
        Value value = Sample.value(1);
        for (int level = 1; level < depth; level++) {
            value = list(value);
        }
        return doc("_id", "x", "a", value);
    }

    @Test
    void takesWhatIsAsDeepAsMayBe() {
        assertThatCode(() -> DocumentRules.check(nested(DocumentRules.MAX_DEPTH)))
                .doesNotThrowAnyException();
        assertThatCode(() -> DocumentRules.check(nestedInLists(DocumentRules.MAX_DEPTH)))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(nested(DocumentRules.MAX_DEPTH + 1), "a" + ".a".repeat(DocumentRules.MAX_DEPTH - 1)),
                Arguments.of(nestedInLists(DocumentRules.MAX_DEPTH + 1), "a"),
                Arguments.of(doc("_id", 1), "_id"),
                Arguments.of(doc("_id", ""), "_id"),
                Arguments.of(doc("_id", "a\0"), "_id"),
                Arguments.of(doc("_id", "\0a"), "_id"),
                Arguments.of(doc("_id", "x", ".a", 1), ".a"),
                Arguments.of(doc("_id", "x", "\0a", 1), " a"),
                Arguments.of(doc("_id", "i".repeat(DocumentRules.MAX_ID_LENGTH + 1)), "_id"),
                Arguments.of(doc("_id", "x", "$a", 1), "$a"),
                Arguments.of(doc("_id", "x", "a", doc("", 1)), "a."),
                Arguments.of(doc("_id", "x", "a.b", 1), "a.b"),
                Arguments.of(doc("_id", "x", "a\0b", 1), "a b"),
                Arguments.of(doc("_id", "x", "a", doc("b", doc("$c", 1))), "a.b.$c"),
                Arguments.of(doc("_id", "x", "a", list(1, list(doc("$c", 1)))), "a.$c"),
                Arguments.of(doc("_id", "x", "a", list(new Value.Foreign(ValueType.UNDEFINED, "{}"))), "a"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Document document, String field) {
        assertThatThrownBy(() -> DocumentRules.check(document))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refusal -> assertThat(refusal.field()).contains(field));
    }

    @Test
    void takesIdsOfBothKinds() {
        DocumentRules.requireId(new Value.ObjectId("65f0c0ffee65f0c0ffee0003"));
        DocumentRules.requireId(new Value.Text("i".repeat(DocumentRules.MAX_ID_LENGTH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\udc00\ud800", "\ud800a", "\ud83d\ude00\ud83d"})
    void noTextHoldsLoneSurrogates(String text) {
        assertThatThrownBy(() -> new Value.Text(text)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DocumentRules.check(doc("_id", "x", text, 1)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void textHoldsPairs() {
        assertThat(new Value.Text("\ud83d\ude00\ud83d\ude00a").value()).hasSize(5);
    }

    @Test
    void regularExpressionsHoldNoNul() {
        assertThatThrownBy(() -> new Value.Regex("a\0", "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Value.Regex("a", "\0")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Value.Regex("\ud800", "")).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"65f0c0ffee65f0c0ffee000", "65f0c0ffee65f0c0ffee00033", "65F0C0FFEE65F0C0FFEE0003", ""})
    void otherDigitsAreNoObjectId(String text) {
        assertThat(DocumentRules.isObjectId(text)).isFalse();
        assertThatThrownBy(() -> new Value.ObjectId(text)).isInstanceOf(InvalidValueException.class);
    }
}
