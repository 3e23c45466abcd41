package io.orgstead.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.orgstead.domain.data.SafeRegex;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.List;
import java.util.Locale;

/**
 * JSON Schema draft 2020-12 as it is taken here: whole in itself, and with the patterns of {@code $regex}, which take linear
 * time.
 */
final class SchemaDialect {

    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final String OWN_FILES = "classpath:";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)
                            .block(iri -> !iri.toString().startsWith(OWN_FILES)
                                    && !iri.toString().startsWith("https://json-schema.org/draft/2020-12/")))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .locale(Locale.ROOT)
                            .regularExpressionFactory(pattern -> {
                                SafeRegex regex = new SafeRegex(pattern, "");
                                return regex::find;
                            })
                            .build()));

    private static final Schema META = REGISTRY.getSchema(SchemaLocation.of(META_SCHEMA));

    private SchemaDialect() {}

    /**
     * Looks whether it is a schema.
     *
     * @throws InvalidValueException if it is not, naming the place
     */
    static void require(JsonNode schema) {
        JsonNode dialect = schema.path("$schema");
        if (!dialect.isMissingNode() && !dialect.asText().equals(META_SCHEMA)) {
            throw InvalidValueException.at("$schema", "must be " + META_SCHEMA + ", or missing");
        }
        List<Error> errors = META.validate(schema);
        if (!errors.isEmpty()) {
            String place = Places.of(errors.get(0));
            String reason =
                    "is not as JSON Schema 2020-12 says: " + errors.get(0).getKeyword();
            throw place.isEmpty() ? new InvalidValueException(reason) : InvalidValueException.at(place, reason);
        }
    }

    static Schema compile(JsonNode schema) {
        Schema compiled = REGISTRY.getSchema(schema);
        compiled.initializeValidators();
        return compiled;
    }

    static List<Error> errors(Schema schema, JsonNode document) {
        return schema.validate(document);
    }
}
