package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.port.SchemaValidator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link SchemaValidator} must do. An implementation's test extends this class and says how to make the port.
 */
public abstract class SchemaValidatorContract {

    private static final Document DOCUMENT = document(Map.of(
            "sku", new Value.Text("A-1"),
            "price", new Value.Decimal(Decimal128.parse("1.50")),
            "added", new Value.Date(0),
            "lines", new Value.Array(List.of(new Value.Int32(1), new Value.Text("two")))));

    private SchemaValidator validator;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port
     */
    protected abstract SchemaValidator schemaValidator();

    @BeforeEach
    void make() {
        validator = schemaValidator();
    }

    private static Document document(Map<String, Value> fields) {
        return Document.of(new LinkedHashMap<>(fields)).withId(new Value.ObjectId("65f0c0ffee65f0c0ffee0003"));
    }

    private List<SchemaViolation> violations(String schema) {
        return validator.violations(new DocumentSchema(schema), DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "true",
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\"}",
                "{\"required\": [\"_id\", \"sku\"], \"properties\": {\"sku\": {\"pattern\": \"^[A-Z]-[0-9]+$\"}}}",
                "{\"properties\": {\"price\": {\"properties\": {\"$numberDecimal\": {\"const\": \"1.50\"}}}}}",
                "{\"properties\": {\"added\": {\"required\": [\"$date\"]}, \"_id\": {\"required\": [\"$oid\"]}}}",
                "{\"properties\": {\"lines\": {\"items\": {\"$ref\": \"#/$defs/line\"}}},"
                        + " \"$defs\": {\"line\": {\"type\": [\"integer\", \"string\"]}}}",
                "{\"type\": [\"object\", \"array\", \"integer\", \"string\"], \"additionalProperties\": {\"$ref\": \"#\"}}",
                "{\"oneOf\": [{\"required\": [\"none\"]}, {\"required\": [\"sku\"]}]}",
            })
    void whatKeepsToTheSchemaIsFound(String schema) {
        validator.requireUsable(new DocumentSchema(schema));
        assertThat(violations(schema)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "{\"required\": [\"none\"]}",
                "{\"properties\": {\"sku\": {\"type\": \"integer\"}}}",
                "{\"properties\": {\"sku\": {\"maxLength\": 2}}}",
                "{\"properties\": {\"sku\": {\"pattern\": \"^[0-9]+$\"}}}",
                "{\"properties\": {\"lines\": {\"items\": {\"type\": \"integer\"}}}}",
                "{\"properties\": {\"lines\": {\"contains\": {\"const\": 2}}}}",
                "{\"properties\": {\"_id\": true, \"sku\": true}, \"additionalProperties\": false}",
                "{\"unevaluatedProperties\": false}",
                "{\"not\": {\"required\": [\"sku\"]}}",
                "{\"maxProperties\": 2}",
            })
    void whatDoesNotIsToldWithoutWhatItHolds(String schema) {
        assertThat(violations(schema)).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.reason()).isNotBlank().doesNotContain("A-1", "two", "1.50");
            assertThat(violation.place()).doesNotContain("A-1", "two", "1.50", "/");
        });
    }

    @Test
    void thePlaceIsNamed() {
        assertThat(violations("{\"required\": [\"none\"]}"))
                .extracting(SchemaViolation::place)
                .containsExactly("none");
        assertThat(violations("{\"properties\": {\"lines\": {\"items\": {\"type\": \"integer\"}}}}"))
                .extracting(SchemaViolation::place)
                .containsExactly("lines.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "7",
                "[]",
                "\"object\"",
                "{\"type\": \"objekt\"}",
                "{\"required\": \"sku\"}",
                "{\"properties\": []}",
                "{\"minLength\": -1}",
                "{\"multipleOf\": 0}",
                "{\"type\": \"object\", \"type\": \"array\"}",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}",
                "{\"$ref\": \"https://example.com/schema.json\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$ref\": \"other.json\"}",
                "{\"$ref\": \"#/$defs/none\"}",
                "{\"$id\": \"https://example.com/a\", \"$ref\": \"b\"}",
                "{\"$dynamicRef\": \"#x\"}",
                "{\"$ref\": \"#\"}",
                "{\"allOf\": [{\"$ref\": \"#/allOf/0\"}]}",
                "{\"properties\": {\"sku\": {\"pattern\": \"(a+)\\\\1\"}}}",
                "{\"patternProperties\": {\"(?=a)\": true}}",
                // As many ways through it as there are levels, and twice as many on each.
                "{\"additionalProperties\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}",
                "{\"allOf\": [{\"$ref\": \"#/$defs/a\"}, {\"$ref\": \"#/$defs/a\"}], \"$defs\": {"
                        + "\"a\": {\"allOf\": [{\"$ref\": \"#/$defs/b\"}, {\"$ref\": \"#/$defs/b\"}, {\"$ref\": \"#/$defs/b\"}]},"
                        + "\"b\": {\"allOf\": [{\"$ref\": \"#/$defs/c\"}, {\"$ref\": \"#/$defs/c\"}, {\"$ref\": \"#/$defs/c\"}]},"
                        + "\"c\": {\"allOf\": [{\"$ref\": \"#/$defs/d\"}, {\"$ref\": \"#/$defs/d\"}, {\"$ref\": \"#/$defs/d\"}]},"
                        + "\"d\": {\"allOf\": [{\"$ref\": \"#/$defs/e\"}, {\"$ref\": \"#/$defs/e\"}, {\"$ref\": \"#/$defs/e\"}]},"
                        + "\"e\": {\"allOf\": [{\"$ref\": \"#/$defs/f\"}, {\"$ref\": \"#/$defs/f\"}, {\"$ref\": \"#/$defs/f\"}]},"
                        + "\"f\": {\"allOf\": [{\"$ref\": \"#/$defs/g\"}, {\"$ref\": \"#/$defs/g\"}, {\"$ref\": \"#/$defs/g\"}]},"
                        + "\"g\": {\"allOf\": [{\"$ref\": \"#/$defs/h\"}, {\"$ref\": \"#/$defs/h\"}, {\"$ref\": \"#/$defs/h\"}]},"
                        + "\"h\": {\"allOf\": [{\"$ref\": \"#/$defs/i\"}, {\"$ref\": \"#/$defs/i\"}, {\"$ref\": \"#/$defs/i\"}]},"
                        + "\"i\": true}}",
            })
    void whatIsNoUsableSchemaIsRefused(String schema) {
        Refusal.expect(FailureCode.INVALID_VALUE, () -> validator.requireUsable(new DocumentSchema(schema)));
        Refusal.expect(FailureCode.INVALID_VALUE, () -> violations(schema));
    }

    @Test
    void aDocumentIsNotTooMuchWork() {
        String subschemas = String.join(",", Collections.nCopies(2_000, "{\"type\": \"integer\"}"));
        DocumentSchema heavy =
                new DocumentSchema("{\"additionalProperties\": {\"items\": {\"allOf\": [" + subschemas + "]}}}");
        List<Value> many = Collections.nCopies(20_000, new Value.Int32(1));
        Refusal.expect(
                FailureCode.QUERY_REFUSED,
                () -> validator.violations(heavy, document(Map.of("lines", new Value.Array(many)))));
    }

    @Test
    void onlySoManyAreTold() {
        List<Value> many = Collections.nCopies(1_000, new Value.Text("x"));
        assertThat(validator.violations(
                        new DocumentSchema("{\"properties\": {\"lines\": {\"items\": {\"type\": \"integer\"}}}}"),
                        document(Map.of("lines", new Value.Array(many)))))
                .hasSize(SchemaViolatedException.MAX_TOLD);
    }
}
