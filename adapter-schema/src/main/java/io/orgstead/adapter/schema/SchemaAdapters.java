package io.orgstead.adapter.schema;

import io.orgstead.domain.port.SchemaValidator;

/** Makes the port. */
public final class SchemaAdapters {

    private SchemaAdapters() {}

    /**
     * Validates by JSON Schema, draft 2020-12. Keeps the schemas used last, up to a few hundred.
     *
     * @return the port; owns nothing that would have to be closed
     */
    public static SchemaValidator schemaValidator() {
        return new JsonSchemaValidator();
    }
}
