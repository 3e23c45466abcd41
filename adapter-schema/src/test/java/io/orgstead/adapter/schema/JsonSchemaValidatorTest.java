package io.orgstead.adapter.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.port.SchemaValidator;
import io.orgstead.testkit.contract.SchemaValidatorContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaValidatorTest extends SchemaValidatorContract {

    @Override
    protected SchemaValidator schemaValidator() {
        return SchemaAdapters.schemaValidator();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\": 1E+1643}", "{\"minimum\": -1e999}"})
    void refusesNumbersBeyondEveryDouble(String schema) {
        assertThatThrownBy(() -> schemaValidator().requireUsable(new DocumentSchema(schema)))
                .isInstanceOf(InvalidValueException.class);
    }
}
