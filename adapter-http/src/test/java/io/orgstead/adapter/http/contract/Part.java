package io.orgstead.adapter.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;

/**
 * A part of an OpenAPI document, and where it is.
 *
 * @param pointer from the document's root (RFC 6901)
 * @param node what is there
 */
record Part(String pointer, JsonNode node) {

    /** A member of an object; empty if it is not there. References are not followed. */
    Optional<Part> get(String name) {
        JsonNode member = node.get(name);
        return member == null ? Optional.empty() : Optional.of(new Part(pointer + "/" + escaped(name), member));
    }

    Iterator<String> names() {
        return node.fieldNames();
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean(false);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
