package io.orgstead.adapter.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal or failure as the client sees it: a problem document (RFC 9457) and the headers that go with it.
 *
 * @param status the HTTP status
 * @param code the stable reason, for programs
 * @param title the same for every problem of this code
 * @param detail a sentence for a person
 * @param errors what is wrong with which field; empty where it is not about fields
 * @param headers further response headers
 * @param members what the document says beyond that
 */
record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<FieldError> errors,
        Map<String, String> headers,
        Map<String, Object> members) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:orgstead:problem:";

    Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
        members = Map.copyOf(members);
    }

    static Problem of(EdgeFailure failure) {
        return new Problem(
                failure.status(), failure.id(), failure.title(), failure.detail(), List.of(), Map.of(), Map.of());
    }

    Problem withErrors(List<FieldError> fieldErrors) {
        return new Problem(status, code, title, detail, fieldErrors, headers, members);
    }

    Problem withDetail(String sentence) {
        return new Problem(status, code, title, sentence, errors, headers, members);
    }

    Problem withMember(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, code, title, detail, errors, headers, more);
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, title, detail, errors, more, members);
    }

    /** Adds {@code Retry-After} in whole seconds, at least 1. */
    Problem withRetryAfter(Duration duration) {
        return withHeader("Retry-After", Long.toString(Math.max(1, Seconds.roundedUp(duration))));
    }

    /** Tells client and server that the connection ends here, because the rest of the request stays unread. */
    Problem closingConnection() {
        return withHeader("Connection", "close");
    }

    ProblemException asException() {
        return new ProblemException(this);
    }

    /** The document in UTF-8. */
    byte[] toJson(String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE_PREFIX + code);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.put("code", code);
        document.put("request_id", requestId);
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        document.putAll(members);
        return Json.write(document);
    }
}
