package io.orgstead.reliability.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A server, as its clients see it. An {@link IOException} of any call means that nothing was heard. Thread-safe. */
public final class Api {

    /** Nothing may take longer to answer, whatever happens to the store. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI server;

    /** The server at an address. */
    public Api(URI server) {
        this.server = server;
    }

    /** Creates an organization. */
    public Answer create(String name, String email, String password) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("organization_name", name).put("email", email).put("password", password);
        return send("POST", "/org/create", Optional.empty(), body.toString());
    }

    /** Looks an organization up. */
    public Answer find(String name) throws IOException {
        return send("GET", "/org/get?organization_name=" + encoded(name), Optional.empty(), "");
    }

    /** Logs an admin in. */
    public Answer logIn(String email, String password) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("email", email).put("password", password);
        return send("POST", "/admin/login", Optional.empty(), body.toString());
    }

    /** Sends any request. */
    public Answer send(String method, String path, Optional<String> token, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type", path.startsWith("/org/import") ? "application/x-ndjson" : "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("an answer that is no JSON: " + body, e);
        }
    }
}
