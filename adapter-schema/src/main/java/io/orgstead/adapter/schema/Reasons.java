package io.orgstead.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;

/** What a schema says, in the words of its keywords: never what the document holds, which belongs in no message. */
final class Reasons {

    private static final int LONGEST = 100;

    private Reasons() {}

    static String of(Error error) {
        String keyword = error.getKeyword();
        if (keyword == null) {
            return "is not allowed by the schema";
        }
        return switch (keyword) {
            case "required" -> "is required";
            case "additionalProperties", "unevaluatedProperties", "unevaluatedItems" -> "is not allowed by the schema";
            default -> "must be as the schema says: " + keyword + rule(error);
        };
    }

    /** The rule itself where it is short. */
    private static String rule(Error error) {
        JsonNode rule = error.getSchemaNode();
        if (rule == null || rule.isMissingNode()) {
            return "";
        }
        String text = rule.toString();
        return text.length() > LONGEST ? "" : " " + text;
    }
}
