package io.orgstead.adapter.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document keeps its own rules. */
class DocumentTest {

    private final OpenApiDocument document = OpenApiDocument.parse(ApiContract.document());

    @Test
    void everyExampleIsOne() {
        List<String> violations = new ArrayList<>();
        int count = checkExamples(document.part(""), violations);

        assertThat(violations).isEmpty();
        assertThat(count).isGreaterThan(50);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverythingIsReferredTo() {
        Set<String> references = new HashSet<>();
        document.part("").node().findValuesAsText("$ref").forEach(reference -> references.add(reference.substring(1)));
        List<String> components = new ArrayList<>();
        for (String kind : List.of("parameters", "headers", "responses", "schemas")) {
            document.part("/components/" + kind)
                    .names()
                    .forEachRemaining(name -> components.add("/components/" + kind + "/" + name));
        }

        assertThat(references).containsExactlyInAnyOrderElementsOf(components);
    }

    @Test
    void everyOperationIsNamedDescribedAndTagged() {
        List<String> ids = new ArrayList<>();
        List<String> tags = document.part("/tags").node().findValuesAsText("name");
        for (JsonNode path : document.paths().node()) {
            for (JsonNode operation : path) {
                ids.add(operation.path("operationId").asText());
                assertThat(operation.path("summary").asText()).isNotEmpty();
                assertThat(tags).contains(operation.path("tags").path(0).asText("none"));
            }
        }
        assertThat(ids).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
    }

    /** The examples of schemas, and of whatever has a schema. */
    private int checkExamples(Part part, List<String> violations) {
        int count = 0;
        JsonNode examples = part.node().path("examples");
        if (examples.isArray()) {
            count += check(part, examples, violations);
        } else if (examples.isObject() && part.node().has("schema")) {
            for (JsonNode example : examples) {
                count += check(part.get("schema").orElseThrow(), List.of(example.get("value")), violations);
            }
        }
        if (part.node().has("example")) {
            count += check(part.get("schema").orElseThrow(), List.of(part.node().get("example")), violations);
        }
        List<String> names = new ArrayList<>();
        part.names().forEachRemaining(names::add);
        for (String name : names) {
            if (!name.equals("examples")) {
                count += checkExamples(part.get(name).orElseThrow(), violations);
            }
        }
        return count;
    }

    private int check(Part schema, Iterable<JsonNode> examples, List<String> violations) {
        int count = 0;
        for (JsonNode example : examples) {
            document.violations(schema, example).forEach(violation -> violations.add(schema.pointer() + violation));
            count++;
        }
        return count;
    }
}
