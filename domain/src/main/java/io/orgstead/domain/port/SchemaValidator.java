package io.orgstead.domain.port;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.SchemaViolation;
import java.util.List;

/**
 * Holds documents against JSON Schemas of draft 2020-12. The work for a document is bounded by its size, whatever the schema.
 * Nothing is fetched from anywhere. Safe for use by any number of threads.
 */
public interface SchemaValidator {

    /**
     * Looks whether a text is a schema that can be used.
     *
     * @param schema a text
     * @throws io.orgstead.domain.failure.InvalidValueException if it is no JSON, no JSON Schema of draft 2020-12, refers to
     *     anything outside itself, has a pattern other than those that {@code $regex} takes, or would be too much work
     */
    void requireUsable(DocumentSchema schema);

    /**
     * Holds a document against a schema.
     *
     * @param schema a usable one
     * @param document a document
     * @return what is wrong, in a stable order, at most
     *     {@value io.orgstead.domain.failure.SchemaViolatedException#MAX_TOLD}; empty if it is as the schema says
     * @throws io.orgstead.domain.failure.InvalidValueException if the schema is not usable
     * @throws io.orgstead.domain.failure.QueryRefusedException if the schema is too much work for a document of this size
     */
    List<SchemaViolation> violations(DocumentSchema schema, Document document);
}
