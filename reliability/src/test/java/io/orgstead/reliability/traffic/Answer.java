package io.orgstead.reliability.traffic;

import com.fasterxml.jackson.databind.JsonNode;

/** What a server said to a request. */
public record Answer(int status, JsonNode body) {

    /** The stable name of a refusal; empty if it is none. */
    public String code() {
        return body.path("code").asText();
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
