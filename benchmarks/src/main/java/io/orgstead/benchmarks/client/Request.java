package io.orgstead.benchmarks.client;

import java.nio.charset.StandardCharsets;

/** Requests as the bytes that are sent. */
public final class Request {

    private static final String VERSION = " HTTP/1.1\r\nHost: localhost\r\n";

    private Request() {}

    /** A request without token and body. */
    public static byte[] get(String path) {
        return bytes("GET " + path + VERSION + "\r\n");
    }

    /** A request with a token and no body. */
    public static byte[] authorized(String method, String path, String token) {
        return bytes(method + ' ' + path + VERSION + authorization(token) + "\r\n");
    }

    /** A request with a JSON body, without token. */
    public static byte[] json(String method, String path, String body) {
        return withBody(method, path, "", body);
    }

    /** A request with a token and a JSON body. */
    public static byte[] authorizedJson(String method, String path, String token, String body) {
        return withBody(method, path, authorization(token), body);
    }

    private static byte[] withBody(String method, String path, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return bytes(method + ' ' + path + VERSION + headers + "Content-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n" + body);
    }

    private static String authorization(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
