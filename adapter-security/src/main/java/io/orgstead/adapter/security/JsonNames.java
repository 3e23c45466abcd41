package io.orgstead.adapter.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Base64;

/**
 * Tells whether an object repeats a name. RFC 7519, section 4, leaves a choice: refuse such claims, or take the last. Whoever
 * else reads the token may take the first, so they are refused.
 */
final class JsonNames {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonNames() {}

    /** Whether every object in a part of a token has each name once. */
    static boolean areUnique(String base64url) {
        try (JsonParser parser = STRICT.createParser(Base64.getUrlDecoder().decode(base64url))) {
            while (parser.nextToken() != null) {
                // The parser itself refuses a name that its object has already.
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
