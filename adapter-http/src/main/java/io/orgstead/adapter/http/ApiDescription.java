package io.orgstead.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document of the interface, written by hand. It says everything that clients may rely on, and the tests
 * hold every exchange against it.
 */
final class ApiDescription {

    private ApiDescription() {}

    /**
     * The document in JSON.
     *
     * @param version the version of the server, which is the document's as well
     */
    static byte[] of(String version) {
        ObjectNode document = Json.readObject(Resources.read(ApiDescription.class, "openapi.json"));
        document.withObject("/info").put("version", version);
        return Json.write(document);
    }
}
