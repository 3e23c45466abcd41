package io.orgstead.domain.data;

import static io.orgstead.domain.data.Sample.doc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are what is in them, and say no more than they may. */
class ValuesTest {

    @Test
    void documentsAreTheirFieldsInTheirOrder() {
        assertThat(doc("a", 1, "b", 2))
                .isEqualTo(doc("a", 1, "b", 2))
                .hasSameHashCodeAs(doc("a", 1, "b", 2))
                .isNotEqualTo(doc("b", 2, "a", 1))
                .isNotEqualTo(doc("a", 1));
        assertThat(doc("a", 1).hashCode()).isNotEqualTo(doc("a", 2).hashCode());
        assertThat(doc("s3cret", "s3cret").toString()).isNotEmpty().doesNotContain("s3cret");
    }

    @Test
    void aDocumentWithoutIdSaysSo() {
        assertThat(doc("_id", "x").id()).isEqualTo(new Value.Text("x"));
        assertThatThrownBy(() -> doc("a", 1).id())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("_id");
    }

    @Test
    void regularExpressionsAreTheirPatternAndOptions() {
        SafeRegex regex = new SafeRegex("^a", "i");
        assertThat(regex.pattern()).isEqualTo("^a");
        assertThat(regex)
                .isEqualTo(new SafeRegex("^a", "i"))
                .hasSameHashCodeAs(new SafeRegex("^a", "i"))
                .isNotEqualTo(new SafeRegex("^b", "i"))
                .isNotEqualTo(new SafeRegex("^a", ""))
                .isNotEqualTo("^a");
        assertThat(regex.hashCode()).isNotEqualTo(new SafeRegex("^b", "i").hashCode());
        assertThat(regex.hashCode()).isNotEqualTo(new SafeRegex("^a", "").hashCode());
        assertThat(regex).hasToString("a regular expression of 2 characters");
    }

    @Test
    void decimalsAreTheirText() {
        assertThat(Decimal128.parse("1").hashCode())
                .isNotEqualTo(Decimal128.parse("2").hashCode());
    }

    @Test
    void typesHaveMongoDbsNumbersAndNames() {
        assertThat(ValueType.INT.number()).isEqualTo(16);
        assertThat(ValueType.INT.alias()).isEqualTo("int");
        assertThat(ValueType.ofNumber(ValueType.STRING.number())).contains(ValueType.STRING);
        assertThat(ValueType.ofAlias(ValueType.STRING.alias())).contains(ValueType.STRING);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "9,9", "10,10", "19,19", "00,-1", "01,-1", "'',-1", "1a,-1", "1/,-1", "1:,-1", "-1,-1"})
    void placesInArraysAreNumbersAsUsuallyWritten(String name, int place) {
        assertThat(ArrayPlace.of(name)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0a", "a\0", "a\ud800", "a..b", ".a", "a.", "$a", "a.$b"})
    void pathsAreOfNamesThatAFieldMayHave(String path) {
        assertThatThrownBy(() -> new FieldPath(path)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void pathsHaveALimit() {
        String longest = "p".repeat(FieldPath.MAX_LENGTH);
        String deepest = String.join(".", Collections.nCopies(FieldPath.MAX_NAMES, "n"));

        assertThat(new FieldPath(longest).names()).containsExactly(longest);
        assertThat(new FieldPath(deepest).names()).hasSize(FieldPath.MAX_NAMES);
        assertThatThrownBy(() -> new FieldPath(longest + "p")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new FieldPath(deepest + ".n")).isInstanceOf(InvalidValueException.class);
    }
}
