package io.orgstead.adapter.http.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param method as it was sent
 * @param target path and query as they were sent
 * @param sent the request's headers
 * @param requestBody empty if it is not known
 * @param status of the answer
 * @param received the answer's headers
 * @param responseBody empty if it was not read
 */
record Exchange(
        String method,
        String target,
        Headers sent,
        Optional<String> requestBody,
        int status,
        Headers received,
        Optional<String> responseBody) {

    static Exchange of(HttpResponse<String> response) {
        HttpRequest request = response.request();
        String query = request.uri().getRawQuery();
        return new Exchange(
                request.method(),
                request.uri().getRawPath() + (query == null ? "" : "?" + query),
                Headers.of(request.headers()),
                Optional.of(request.bodyPublisher().map(PublishedBody::read).orElse("")),
                response.statusCode(),
                Headers.of(response.headers()),
                Optional.of(response.body()));
    }

    /**
     * What went over a wire as text.
     *
     * @param request the bytes of the request, or of what was sent instead of one
     * @param status of the answer
     * @param head the answer's head
     * @param body the answer's content; empty if it was not read
     */
    static Exchange ofText(String request, int status, String head, Optional<String> body) {
        int end = request.indexOf("\r\n\r\n");
        String requestHead = end < 0 ? request : request.substring(0, end);
        List<String> line = List.of(requestHead.split("\r\n", 2)[0].split(" ", -1));
        Headers sent = Headers.ofHead(requestHead);
        boolean http = line.size() == 3 && line.get(2).startsWith("HTTP/");
        return new Exchange(
                http ? line.get(0) : "",
                http ? line.get(1) : "",
                sent,
                end < 0 || sent.contains("transfer-encoding")
                        ? Optional.empty()
                        : Optional.of(utf8(request.substring(end + 4))),
                status,
                Headers.ofHead(head),
                body.filter(text -> !Headers.ofHead(head).contains("transfer-encoding")));
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    Optional<String> query() {
        int query = target.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether the server did what it was asked, so that the request has to be one that it documents. */
    boolean succeeded() {
        return status / 100 == 2 || status == 304;
    }

    static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
