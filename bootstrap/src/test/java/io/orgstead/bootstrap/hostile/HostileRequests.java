package io.orgstead.bootstrap.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.orgstead.bootstrap.hostile.ApiOperation.Body;
import io.orgstead.bootstrap.hostile.ApiOperation.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes requests from the operations of an API and a seed. Each follows from the seed and its number alone, but for the token. */
final class HostileRequests {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "get", "CONNECT");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/merge-patch+json",
            "application/x-ndjson",
            "application/xml",
            "*/*",
            "/",
            "application/json;");
    private static final List<String> TRICKS = List.of(
            "Content-Length: 0\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding:\u000bchunked",
            "Content-Length: +4",
            "Content-Length: 4, 4",
            "Content-Length: 4\r\nContent-Length: 5",
            "Content-Length: 99999999999999999999",
            "Content-Length: -1",
            "Content-Length: 0x4",
            "Host: y",
            "Host:",
            " Folded: yes",
            "Bad Name: x",
            ": x",
            "A: \0",
            "Expect: 100-continue",
            "Expect: miracles",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x",
            "X-Forwarded-For: 127.0.0.1, ::1, nonsense",
            "Forwarded: for=\"[::1",
            "X-HTTP-Method-Override: DELETE",
            "X-Original-URL: /org/export",
            "Cookie: " + "a=b; ".repeat(300),
            "Range: bytes=0-1,2-3,5-",
            "Accept: " + "text/html, ".repeat(100),
            "Accept-Encoding: gzip;q=1.0000000000000000000001, *;q=0",
            "Content-Encoding: gzip",
            "Content-Encoding: br, gzip",
            "traceparent: 00-00000000000000000000000000000000-0000000000000000-ff",
            "X-Request-Id: " + "r".repeat(4_000),
            "Origin: null",
            "Access-Control-Request-Method: DELETE",
            "If-None-Match: W/\"a\", \"b\"\"",
            "Idempotency-Key: " + "k".repeat(300),
            "Proxy-Connection: keep-alive",
            "Trailer: Content-Length",
            "X: " + "y".repeat(9_000));

    private final List<ApiOperation> operations;
    private final long seed;
    private final List<String> knownIds;

    /** @param knownIds of documents of somebody else, which are asked for */
    HostileRequests(List<ApiOperation> operations, long seed, List<String> knownIds) {
        this.operations = operations;
        this.seed = seed;
        this.knownIds = knownIds;
    }

    HostileRequest make(long number, String token) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt();
        ApiOperation operation = operations.get(random.nextInt(operations.size()));
        boolean spares = sparesTheAttacker(operation);
        String method =
                random.nextInt(40) == 0 && !spares ? METHODS.get(random.nextInt(METHODS.size())) : operation.method();
        List<String> head = new ArrayList<>();
        head.add(method + " " + target(operation, random) + " " + version(random));
        head.add("Host: localhost");
        if (operation.needsToken() && random.nextInt(15) != 0 && !spares) {
            head.add("Authorization: Bearer " + token);
        } else if (random.nextInt(6) == 0 || spares) {
            head.add("Authorization: " + credentials(token, random));
        }
        headerParameters(operation, random, head);
        boolean asked = true;
        byte[] body = {};
        if (!operation.bodies().isEmpty() || random.nextInt(25) == 0) {
            body = body(operation, random, head);
            // Whether content that an operation does not speak of is refused or left alone is nobody's business.
            asked = !operation.bodies().isEmpty() && method.equals(operation.method()) && body.length > 0;
        }
        if (random.nextInt(9) == 0) {
            head.add(TRICKS.get(random.nextInt(TRICKS.size())));
            asked = false;
        }
        if (random.nextInt(30) == 0) {
            head.add("X-" + raw(HostileText.any(random)) + ": " + raw(HostileText.any(random)));
            asked = false;
        }
        if (random.nextInt(60) == 0) {
            body = HostileJson.joined(body, latin1("GET /org/export HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            asked = false;
        }
        head.add("Connection: close");
        byte[] bytes = HostileJson.joined(latin1(String.join("\r\n", head) + "\r\n\r\n"), body);
        if (random.nextInt(80) == 0) {
            bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
            asked = false;
        }
        return new HostileRequest(number, operation.toString(), bytes, asked && version(bytes));
    }

    /** What would end the attacker's own token, and each time takes a password hash or two, is tried with bad ones only. */
    private static boolean sparesTheAttacker(ApiOperation operation) {
        return operation.path().equals("/org/delete") || operation.path().equals("/org/update");
    }

    private static boolean version(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 9_000), StandardCharsets.ISO_8859_1)
                .contains(" HTTP/1.1\r\n");
    }

    private static String version(Random random) {
        return random.nextInt(100) == 0
                ? List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1.1 ", "")
                        .get(random.nextInt(6))
                : "HTTP/1.1";
    }

    private String target(ApiOperation operation, Random random) {
        StringBuilder target = new StringBuilder(operation.path());
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                String id = random.nextInt(4) == 0
                        ? knownIds.get(random.nextInt(knownIds.size()))
                        : value(parameter, random);
                target = new StringBuilder(operation.path().replace("{" + parameter.name() + "}", encoded(id, random)));
            }
            if (parameter.in().equals("query") && random.nextInt(4) != 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.name())
                        .append('=')
                        .append(encoded(value(parameter, random), random));
                if (random.nextInt(20) == 0) {
                    query.append(query, query.lastIndexOf("&") + 1, query.length());
                }
            }
        }
        if (random.nextInt(30) == 0) {
            query.append(query.isEmpty() ? "?" : "&").append(encoded(HostileText.any(random), random));
        }
        if (random.nextInt(60) == 0) {
            target.append(List.of("/", "//", "/..", "/%2e%2e/", ";a=b", "#x", "%00", "\\", "/.")
                    .get(random.nextInt(9)));
        }
        return target.append(query).toString();
    }

    private static String value(Parameter parameter, Random random) {
        if (random.nextInt(3) == 0) {
            return parameter.example();
        }
        if (parameter.example().startsWith("{") && random.nextBoolean()) {
            return HostileJson.spoiled(json(parameter.example()), random).toString();
        }
        return HostileText.any(random);
    }

    private static JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text, Random random) {
        if (random.nextInt(40) == 0) {
            return raw(text).replace(" ", "+");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void headerParameters(ApiOperation operation, Random random, List<String> head) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header") && random.nextInt(3) == 0) {
                head.add(parameter.name() + ": " + oneLine(value(parameter, random)));
            }
        }
    }

    private String credentials(String token, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "Bearer";
            case 1 -> "Basic " + token;
            case 2 -> "Bearer " + token.substring(0, random.nextInt(token.length()));
            case 3 -> "Bearer eyJhbGciOiJub25lIn0." + token.split("\\.", -1)[1] + ".";
            case 4 -> "Bearer " + token + "A";
            case 5 -> "Bearer " + oneLine(HostileText.any(random));
            case 6 -> "Bearer x, Bearer y";
            default -> oneLine(HostileText.any(random));
        };
    }

    private static byte[] body(ApiOperation operation, Random random, List<String> head) {
        byte[] bytes;
        String mediaType;
        if (operation.bodies().isEmpty()) {
            bytes = latin1("{}");
            mediaType = "application/json";
        } else {
            Body chosen =
                    operation.bodies().get(random.nextInt(operation.bodies().size()));
            bytes = HostileJson.bytes(HostileJson.spoiled(chosen.example(), random), random);
            mediaType = chosen.mediaType();
        }
        if (random.nextInt(25) == 0) {
            mediaType = MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size()));
        }
        if (random.nextInt(50) != 0) {
            head.add("Content-Type: " + mediaType);
        }
        if (random.nextInt(12) == 0) {
            head.add("Transfer-Encoding: chunked");
            return chunked(bytes, random);
        }
        head.add("Content-Length: " + bytes.length);
        return bytes;
    }

    private static byte[] chunked(byte[] bytes, Random random) {
        byte[] size = latin1(Integer.toHexString(bytes.length) + (random.nextInt(4) == 0 ? ";a=\"b\"" : "") + "\r\n");
        byte[] end = latin1(
                random.nextInt(6) == 0
                        ? "\r\nzz\r\n\r\n"
                        : "\r\n0\r\n" + (random.nextInt(6) == 0 ? "Content-Length: 3\r\n" : "") + "\r\n");
        return bytes.length == 0 ? latin1("0\r\n\r\n") : HostileJson.joined(size, bytes, end);
    }

    private static String oneLine(String text) {
        return raw(text).replaceAll("[\\x00-\\x1f\\x7f]", " ");
    }

    /** As bytes that somebody may send, held in a text. */
    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
