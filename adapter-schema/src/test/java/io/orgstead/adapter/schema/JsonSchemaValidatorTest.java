package io.orgstead.adapter.schema;

import io.orgstead.domain.port.SchemaValidator;
import io.orgstead.testkit.contract.SchemaValidatorContract;

class JsonSchemaValidatorTest extends SchemaValidatorContract {

    @Override
    protected SchemaValidator schemaValidator() {
        return SchemaAdapters.schemaValidator();
    }
}
