package io.orgstead.extendedjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @Test
    void canonicalFormIsReadToo() throws Exception {
        assertThat(ExtendedJson.readValue("{\"$numberInt\":\"-7\"}")).isEqualTo(new Value.Int32(-7));
        assertThat(ExtendedJson.readValue("{\"$numberDouble\":\"1.5e3\"}")).isEqualTo(new Value.Float64(1500));
        assertThat(ExtendedJson.readValue("{\"$numberDouble\":\"-0.0\"}")).isEqualTo(new Value.Float64(-0.0));
        assertThat(ExtendedJson.readValue("{\"$date\":{\"$numberLong\":\"1\"}}"))
                .isEqualTo(new Value.Date(1));
        assertThat(ExtendedJson.readValue("{\"$date\":\"2024-01-01T01:00:00+01:00\"}"))
                .isEqualTo(new Value.Date(1_704_067_200_000L));
        assertThat(ExtendedJson.readValue("{\"$oid\":\"507F1F77BCF86CD799439011\"}"))
                .isEqualTo(new Value.ObjectId("507f1f77bcf86cd799439011"));
        assertThat(ExtendedJson.readValue("{\"$uuid\":\"00112233-4455-6677-8899-aabbccddeeff\"}"))
                .isEqualTo(new Value.Binary(4, Bytes.ofBase64("ABEiM0RVZneImaq7zN3u/w==")));
        assertThat(ExtendedJson.readValue("{\"$regularExpression\":{\"options\":\"mi\",\"pattern\":\"a\"}}"))
                .isEqualTo(new Value.Regex("a", "im"));
    }

    @Test
    void wholeNumbersBecomeTheSmallestTypeThatHoldsThem() throws Exception {
        assertThat(ExtendedJson.readValue("[-0, 2147483648, 9223372036854775808, 1e2, 1E0]"))
                .isEqualTo(new Value.Array(List.of(
                        new Value.Int32(0),
                        new Value.Int64(2_147_483_648L),
                        new Value.Float64(9.223372036854776E18),
                        new Value.Float64(100),
                        new Value.Float64(1))));
    }

    @Test
    void otherNamesWithADollarAreKept() throws Exception {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("$gt", new Value.Int32(1));
        fields.put("$regex", new Value.Text("a"));
        fields.put("$options", new Value.Text("i"));
        fields.put("$type", new Value.Int32(2));

        assertThat(ExtendedJson.readValue("{\"$gt\":1,\"$regex\":\"a\",\"$options\":\"i\",\"$type\":2}"))
                .isEqualTo(new Value.Embedded(Document.of(fields)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"$oid\":\"secret\"}} | a $oid must be 24 hexadecimal digits",
                "{\"a\":{\"$oid\":5}} | a must hold text",
                "{\"a\":[0,{\"$date\":\"secret\"}]} | a[1] $date must be ISO 8601 text",
                "{\"a\":{\"$date\":5}} | a $date must be ISO 8601 text or a $numberLong",
                "{\"a\":{\"$date\":\"2024-01-01T00:00:00.1234Z\"}} | a $date must not be finer",
                "{\"a\":{\"$date\":\"+999999999-01-01T00:00:00Z\"}} | a $date must be ISO",
                "{\"a\":{\"$numberInt\":\"2147483648\"}} | a $numberInt must be a whole number of 32 bits",
                "{\"a\":{\"$numberInt\":1}} | a must hold text",
                "{\"a\":{\"$numberLong\":\"9223372036854775808\"}} | a $numberLong must be",
                "{\"a\":{\"$numberLong\":\"+1\"}} | a $numberLong must be",
                "{\"a\":{\"$numberDouble\":\"secret\"}} | a $numberDouble must be",
                "{\"a\":{\"$numberDouble\":\"1e999\"}} | a $numberDouble must be",
                "{\"a\":{\"$numberDecimal\":\"secret\"}} | a is refused: must be a decimal number",
                "{\"a\":{\"$binary\":\"secret\"}} | a $binary must have exactly [base64, subType]",
                "{\"a\":{\"$binary\":{\"base64\":\"AA\",\"subType\":\"00\"}}} | a base64 must be base64",
                "{\"a\":{\"$binary\":{\"base64\":\"AB==\",\"subType\":\"00\"}}} | a base64 must be base64",
                "{\"a\":{\"$binary\":{\"base64\":\"\",\"subType\":\"100\"}}} | a subType must be",
                "{\"a\":{\"$uuid\":\"secret\"}} | a $uuid must be",
                "{\"a\":{\"$timestamp\":{\"t\":-1,\"i\":0}}} | a t and i must be whole numbers",
                "{\"a\":{\"$timestamp\":{\"t\":1}}} | a $timestamp must have exactly [i, t]",
                "{\"a\":{\"$regularExpression\":{\"pattern\":\"a\\u0000\",\"options\":\"\"}}} | a is refused",
                "{\"a\":{\"$minKey\":2}} | a $minKey and $maxKey must be 1",
                "{\"a\":{\"$oid\":\"507f1f77bcf86cd799439011\",\"b\":1}} | a must have nothing beside $oid",
                "{\"a\":{\"b\":1,\"$oid\":\"507f1f77bcf86cd799439011\"}} | a must have nothing beside $oid",
                "{\"a\":{\"$code\":\"secret\"}} | a is of a type that is not accepted: $code",
                "{\"a\":{\"$symbol\":\"secret\"}} | a is of a type that is not accepted: $symbol",
                "{\"a\":{\"$undefined\":true}} | a is of a type that is not accepted: $undefined",
                "{\"a\":{\"$dbPointer\":{}}} | a is of a type that is not accepted: $dbPointer",
                "{\"a\":1,\"a\":2} | a must not be there twice",
                "{\"a\":\"\\ud800secret\"} | a is refused: text must be well-formed",
                "{\"a\":1e999} | a must be in the range of a double",
                "[] | the value must be a document",
                "{\"$oid\":\"507f1f77bcf86cd799439011\"} | the value must be a document",
            })
    void whatBreaksARuleIsRefusedByItsPath(String json, String message) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument(json))
                .withMessageStartingWith(message)
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":\"secret",
                "{\"a\":secret}",
                "{\"a\":1} {\"b\":2}",
                "{} secret",
                "// secret\n{}",
                "{\"a\":\"\u0001\"}",
                "[1",
                "[1,]",
                "{\"a\":1]"
            })
    void whatIsNotJsonIsRefusedAsSuch(String json) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> ExtendedJson.readDocument(json))
                .withMessageStartingWith("not well-formed JSON")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void hundredLevelsAreEnough() throws Exception {
        String deepest = "{\"a\":".repeat(99) + "{\"$binary\":{\"base64\":\"\",\"subType\":\"00\"}}" + "}".repeat(99);
        assertThat(ExtendedJson.write(ExtendedJson.readDocument("{\"a\":" + deepest + "}")))
                .contains("$binary");

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument("{\"a\":".repeat(101) + "1" + "}".repeat(101)))
                .withMessageContaining("100 levels");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void hugeNumbersAndTextsAreRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument("{\"a\":" + "1".repeat(2_000) + "}"));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument("{\"a\":" + "1".repeat(500) + "}"))
                .withMessage("a must be in the range of a double");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() ->
                        ExtendedJson.readDocument("{\"a\":\"" + "x".repeat(ExtendedJson.MAX_TEXT + 70_000) + "\"}"));
    }

    @Test
    void longPathsAreCutShort() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument("{\"" + "x".repeat(5_000) + "\":{\"$oid\":1}}"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
}
