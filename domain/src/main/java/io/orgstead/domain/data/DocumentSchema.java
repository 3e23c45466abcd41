package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * What an organization wants its documents to be like: a JSON Schema of draft 2020-12, about a document as relaxed Extended JSON
 * shows it.
 *
 * @param json the schema, as it was written
 */
public record DocumentSchema(String json) {

    /** The longest, in characters. */
    public static final int MAX_LENGTH = 65_536;

    /** @throws InvalidValueException if it is too long */
    public DocumentSchema {
        if (json.length() > MAX_LENGTH) {
            throw new InvalidValueException("must not be longer than " + MAX_LENGTH + " characters");
        }
    }
}
