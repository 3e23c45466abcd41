package io.orgstead.extendedjson;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/**
 * A text is not JSON (RFC 8259), or ends too early. The message says where, and quotes nothing. What is JSON but breaks a
 * rule of Extended JSON is an {@link io.orgstead.domain.failure.InvalidValueException} instead.
 */
public final class JsonSyntaxException extends IOException {

    private static final long serialVersionUID = 1L;

    private JsonSyntaxException(String message) {
        super(message);
    }

    /** The parser's own message quotes the text, so it is neither repeated nor kept. */
    static JsonSyntaxException of(JsonProcessingException failure) {
        return at(failure.getLocation());
    }

    static JsonSyntaxException at(JsonLocation place) {
        return new JsonSyntaxException(
                place == null || place.getLineNr() < 1
                        ? "not well-formed JSON"
                        : "not well-formed JSON at line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    static JsonSyntaxException notUnicode() {
        return new JsonSyntaxException("not well-formed JSON: the text is not UTF-8");
    }
}
