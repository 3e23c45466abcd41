package io.orgstead.adapter.http;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;

/** JSON as the value of a query parameter. */
final class JsonText {

    private JsonText() {}

    static Document document(String text) {
        return document(value(text));
    }

    static Document document(Value value) {
        if (value instanceof Value.Embedded embedded) {
            return embedded.document();
        }
        throw new InvalidValueException("must be a JSON object");
    }

    static Value value(String text) {
        try {
            return ExtendedJson.readValue(text);
        } catch (JsonSyntaxException e) {
            throw new InvalidValueException("must be JSON");
        }
    }
}
