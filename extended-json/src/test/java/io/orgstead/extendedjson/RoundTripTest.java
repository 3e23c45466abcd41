package io.orgstead.extendedjson;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Value.Null.INSTANCE, "null"),
                Arguments.of(new Value.Bool(true), "true"),
                Arguments.of(new Value.Bool(false), "false"),
                Arguments.of(new Value.Int32(0), "0"),
                Arguments.of(new Value.Int32(Integer.MAX_VALUE), "2147483647"),
                Arguments.of(new Value.Int32(Integer.MIN_VALUE), "-2147483648"),
                Arguments.of(new Value.Int64(2_147_483_648L), "2147483648"),
                Arguments.of(new Value.Int64(Long.MAX_VALUE), "9223372036854775807"),
                Arguments.of(new Value.Int64(Long.MIN_VALUE), "-9223372036854775808"),
                Arguments.of(new Value.Float64(1), "1.0"),
                Arguments.of(new Value.Float64(-0.0), "-0.0"),
                Arguments.of(new Value.Float64(0.1), "0.1"),
                Arguments.of(new Value.Float64(1e300), "1.0E300"),
                Arguments.of(new Value.Float64(Double.MIN_VALUE), "4.9E-324"),
                Arguments.of(new Value.Float64(Double.NaN), "{\"$numberDouble\":\"NaN\"}"),
                Arguments.of(new Value.Float64(Double.POSITIVE_INFINITY), "{\"$numberDouble\":\"Infinity\"}"),
                Arguments.of(new Value.Float64(Double.NEGATIVE_INFINITY), "{\"$numberDouble\":\"-Infinity\"}"),
                Arguments.of(new Value.Decimal(Decimal128.parse("1.10")), "{\"$numberDecimal\":\"1.10\"}"),
                Arguments.of(new Value.Decimal(Decimal128.parse("-0E+3")), "{\"$numberDecimal\":\"-0E+3\"}"),
                Arguments.of(new Value.Decimal(Decimal128.parse("NaN")), "{\"$numberDecimal\":\"NaN\"}"),
                Arguments.of(
                        new Value.Text("a\"b\\c\n\u0001\u00e9\ud83d\ude00"),
                        "\"a\\\"b\\\\c\\n\\u0001\u00e9\ud83d\ude00\""),
                Arguments.of(
                        new Value.Binary(0, Bytes.of(new byte[] {1, 2, -1})),
                        "{\"$binary\":{\"base64\":\"AQL/\",\"subType\":\"00\"}}"),
                Arguments.of(
                        new Value.Binary(255, Bytes.of(new byte[0])),
                        "{\"$binary\":{\"base64\":\"\",\"subType\":\"ff\"}}"),
                Arguments.of(new Value.ObjectId("507f1f77bcf86cd799439011"), "{\"$oid\":\"507f1f77bcf86cd799439011\"}"),
                Arguments.of(new Value.Date(0), "{\"$date\":\"1970-01-01T00:00:00Z\"}"),
                Arguments.of(new Value.Date(1_704_067_200_120L), "{\"$date\":\"2024-01-01T00:00:00.120Z\"}"),
                Arguments.of(new Value.Date(253_402_300_799_999L), "{\"$date\":\"9999-12-31T23:59:59.999Z\"}"),
                Arguments.of(new Value.Date(253_402_300_800_000L), "{\"$date\":{\"$numberLong\":\"253402300800000\"}}"),
                Arguments.of(new Value.Date(-1), "{\"$date\":{\"$numberLong\":\"-1\"}}"),
                Arguments.of(new Value.Timestamp(4_294_967_295L, 1), "{\"$timestamp\":{\"t\":4294967295,\"i\":1}}"),
                Arguments.of(
                        new Value.Regex("^a.b", "im"),
                        "{\"$regularExpression\":{\"pattern\":\"^a.b\",\"options\":\"im\"}}"),
                Arguments.of(new Value.MinKey(), "{\"$minKey\":1}"),
                Arguments.of(new Value.MaxKey(), "{\"$maxKey\":1}"),
                Arguments.of(new Value.Array(List.of()), "[]"),
                Arguments.of(
                        new Value.Array(List.of(Value.Null.INSTANCE, new Value.Array(List.of(new Value.Int32(1))))),
                        "[null,[1]]"),
                Arguments.of(new Value.Embedded(Document.empty()), "{}"),
                Arguments.of(new Value.Embedded(ordered()), "{\"b\":1,\"a\":{\"c\":2.0}}"));
    }

    private static Document ordered() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("b", new Value.Int32(1));
        fields.put("a", new Value.Embedded(Document.of(Map.of("c", new Value.Float64(2)))));
        return Document.of(fields);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("values")
    void bothFormsAreReadAsTheSame(Value value, String relaxed) throws Exception {
        assertThat(ExtendedJson.write(value)).isEqualTo(relaxed);
        assertThat(ExtendedJson.readValue(relaxed)).isEqualTo(value);
        assertThat(ExtendedJson.readValue(ExtendedJson.writeLossless(value))).isEqualTo(value);
    }

    /** The one thing that the relaxed form does not tell. */
    @Test
    void smallLongStaysALongInTheLosslessForm() throws Exception {
        Value small = new Value.Int64(5);

        assertThat(ExtendedJson.write(small)).isEqualTo("5");
        assertThat(ExtendedJson.writeLossless(small)).isEqualTo("{\"$numberLong\":\"5\"}");
        assertThat(ExtendedJson.readValue(ExtendedJson.writeLossless(small))).isEqualTo(small);
    }

    @Test
    void givenUpTypesSurviveInTheStore() throws Exception {
        String json =
                "{\"a\":{\"$code\":\"f()\",\"$scope\":{\"n\":{\"$numberLong\":\"1\"}}},\"b\":{\"$symbol\":\"s\"}}";

        Document document = ExtendedJson.readStored(json);

        assertThat(document.fields().values())
                .extracting(Value::type)
                .containsExactly(ValueType.JAVASCRIPT_WITH_SCOPE, ValueType.SYMBOL);
        assertThat(ExtendedJson.writeLossless(document)).isEqualTo(json);
        assertThat(ExtendedJson.readStored(ExtendedJson.writeLossless(document)))
                .isEqualTo(document);
    }
}
