package io.orgstead.application;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.port.SchemaValidator;
import java.util.List;

/** A schema is the name of a field that every document must have. */
final class RequiringValidator implements SchemaValidator {

    static DocumentSchema requiring(String field) {
        return new DocumentSchema(field);
    }

    @Override
    public void requireUsable(DocumentSchema schema) {
        if (schema.json().isEmpty()) {
            throw new InvalidValueException("must name a field");
        }
    }

    @Override
    public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
        return document.get(schema.json()).isPresent()
                ? List.of()
                : List.of(new SchemaViolation(schema.json(), "is required"));
    }
}
