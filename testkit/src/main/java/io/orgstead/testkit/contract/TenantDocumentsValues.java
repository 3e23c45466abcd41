package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.decimal;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value comes out as it went in. */
abstract class TenantDocumentsValues extends TenantDocumentsInserts {

    static Stream<Value> plainValues() {
        return Stream.of(
                Value.Null.INSTANCE,
                value(true),
                value(false),
                value(0),
                value(Integer.MIN_VALUE),
                value(Integer.MAX_VALUE),
                value(0L),
                value(1L),
                value(Long.MIN_VALUE),
                value(Long.MAX_VALUE),
                value((1L << 53) + 1),
                value(""),
                value("text"),
                value("a\0b"),
                value("\0"),
                value("quotes \" ' ` and \\ and / and \b\f\n\r\t\u001f\u007f\u2028\u2029"),
                value(
                        "\u00dcber \u682a\u5f0f \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00 e\u0301 \ufeff \uffff \ufffd"),
                value("{\"$oid\":\"5a0000000000000000000001\"}"),
                new Value.ObjectId("0123456789abcdef01234567"),
                new Value.ObjectId("0".repeat(24)),
                new Value.Date(0),
                new Value.Date(-1),
                new Value.Date(253_402_300_800_000L),
                new Value.Date(Long.MIN_VALUE),
                new Value.Date(Long.MAX_VALUE),
                new Value.Timestamp(1, 2),
                new Value.Timestamp(0xffff_ffffL, 0xffff_ffffL),
                new Value.Regex("^a/b\"\\.[c]$", "im"),
                new Value.Regex("", ""),
                new Value.MinKey(),
                new Value.MaxKey());
    }

    static Stream<Value> floats() {
        return Stream.of(
                        0.0,
                        -0.0,
                        1.0,
                        0.1,
                        -1.5e300,
                        1e16,
                        0x1p53,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY)
                .map(Value.Float64::new);
    }

    static Stream<Value> decimals() {
        return Stream.of(
                        "0",
                        "-0",
                        "0.00",
                        "-0E+3",
                        "0E-6176",
                        "0E+6111",
                        "1",
                        "1.0",
                        "1.10",
                        "-1E+3",
                        "1000",
                        "0.1",
                        "1E-6176",
                        "9.999999999999999999999999999999999E+6144",
                        "1234567890123456789012345678901234",
                        "-1.234567890123456789012345678901234",
                        "NaN",
                        "Infinity",
                        "-Infinity")
                .map(text -> decimal(text));
    }

    static Stream<Value> binaries() {
        Bytes bytes = Bytes.of(new byte[] {0, 1, -1, 127, -128});
        Bytes uuid = Bytes.ofBase64("AAECAwQFBgcICQoLDA0ODw==");
        return Stream.of(
                new Value.Binary(0, Bytes.of(new byte[0])),
                new Value.Binary(0, bytes),
                new Value.Binary(1, bytes),
                new Value.Binary(2, bytes),
                new Value.Binary(2, Bytes.of(new byte[0])),
                new Value.Binary(3, uuid),
                new Value.Binary(4, uuid),
                new Value.Binary(5, uuid),
                new Value.Binary(8, bytes),
                new Value.Binary(128, bytes),
                new Value.Binary(255, bytes));
    }

    static Stream<Value> containers() {
        return Stream.of(
                list(),
                value(Document.empty()),
                list(list(), Document.empty(), Value.Null.INSTANCE),
                list(1, 1L, 1.0, decimal("1"), "1", true, list(1)),
                value(document("b", 1, "a", 2, "10", 3, "9", 4, "0", 5)),
                value(document("n", 1, "_id", 2, "_ID", 3)),
                value(document("a", document("b", list(document("c", list(document("d", 1))))))),
                list(document("a", 1), document("a", 1), document("a", 2)));
    }

    static Stream<Value> values() {
        return Stream.of(plainValues(), floats(), decimals(), binaries(), containers())
                .flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueComesOutAsItWentIn(Value value) {
        Document added = samples.document(
                "before", 1, "v", value, "list", list(value, value), "inside", document("v", value), "after", 2);

        insert(added);

        assertThat(documents.findById(scope, added.id())).contains(added);
        expectKept(added);
    }

    /** MongoDB puts the present in the place of such a value unless it is told not to. */
    @Test
    void emptyTimestampIsKept() {
        Value empty = new Value.Timestamp(0, 0);
        Document added = samples.document("t", empty, "inside", document("t", empty), "list", list(empty));
        Document next = document("u", empty, "t", empty).withId(added.id());

        insert(added);
        assertThat(documents.findById(scope, added.id())).contains(added);
        assertThat(documents.replace(scope, added, next, Quota.UNLIMITED)).isEqualTo(new ReplaceOutcome.Replaced());

        assertThat(documents.findById(scope, added.id())).contains(next);
    }

    @Test
    void valuesOfAllKindsKeepCompanyInOneDocument() {
        Map<String, Value> fields = new LinkedHashMap<>();
        values().forEach(value -> fields.put("f" + fields.size(), value));
        Document added = Document.of(fields).withId(samples.objectId());

        insert(added);

        expectKept(added);
        assertThat(documents.replace(scope, added, document("v", "new").withId(added.id()), Quota.UNLIMITED))
                .isEqualTo(new ReplaceOutcome.Replaced());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a b",
                "a$",
                "-",
                "0",
                "01",
                "[0]",
                "a'b",
                "a\"b",
                "a\\b",
                "\n\u0001",
                "__proto__",
                "constructor",
                "_id_",
                "initialized",
                "\u043a\u043b\u044e\u0447",
                "e\u0301",
                "\ud83d\ude00"
            })
    void nameOfAnyKindIsKept(String name) {
        Document added = samples.document(name, 1, "sub", document(name, list(document(name, 2))), name + "z", 3);

        insert(added);

        assertThat(documents.findById(scope, added.id())).contains(added);
    }

    @Test
    void orderOfFieldsIsKept() {
        Document added = samples.document("b", 1, "a", 2, "C", 3, "10", 4, "2", 5, "\u00e9", 6);
        Document reversed = samples.document("\u00e9", 6, "2", 5, "10", 4, "C", 3, "a", 2, "b", 1);

        insert(added, reversed);

        expectKept(added, reversed);
    }

    @Test
    void deepestDocumentIsKept() {
        Value inner = value(1);
        for (int level = 1; level < DocumentRules.MAX_DEPTH; level++) {
            inner = level % 2 == 0 ? value(document("d", inner)) : list(inner);
        }
        Document added = samples.document("d", inner);
        DocumentRules.check(added);

        insert(added);

        expectKept(added);
    }

    @Test
    void documentWithManyFieldsIsKept() {
        Map<String, Value> fields = new LinkedHashMap<>();
        IntStream.range(0, 3_000).forEach(i -> fields.put("field" + i, value(i)));
        Document added = Document.of(fields).withId(samples.objectId());

        insert(added);

        expectKept(added);
    }

    @Test
    void largeDocumentsAreKept() {
        List<Document> batch = IntStream.range(0, 20)
                .mapToObj(i ->
                        samples.document("n", i, "text", "\u00e9\"".repeat(70_000), "list", list("x".repeat(5_000))))
                .toList();

        insert(scope, batch);

        expectKept(scope, batch);
    }
}
