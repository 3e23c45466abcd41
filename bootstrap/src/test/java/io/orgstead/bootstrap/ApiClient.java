package io.orgstead.bootstrap;

import io.orgstead.adapter.http.contract.ApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks to a server as any client would. */
final class ApiClient {

    /** Nothing here may take longer, whatever the store does. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    static final String PASSWORD = "correct horse";

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;

    ApiClient(URI server) {
        this.server = server;
    }

    HttpResponse<String> create(String name, String email) {
        return send(json("POST", "/org/create", """
                {"organization_name": "%s", "email": "%s", "password": "%s"}""".formatted(name, email, PASSWORD)));
    }

    HttpResponse<String> find(String name) {
        return send(request("/org/get?organization_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    HttpResponse<String> logIn(String email, String password) {
        return send(json("POST", "/admin/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password)));
    }

    String token(String email, String password) {
        HttpResponse<String> login = logIn(email, password);
        Matcher token = TOKEN.matcher(login.body());
        if (!token.find()) {
            throw new AssertionError(login.statusCode() + " " + login.body());
        }
        return token.group(1);
    }

    HttpResponse<String> update(String token, String body) {
        return send(json("PUT", "/org/update", body).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> delete(String token) {
        return send(request("/org/delete").DELETE().header("Authorization", "Bearer " + token));
    }

    /** Any request with a token. */
    HttpResponse<String> send(String token, String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Authorization", "Bearer " + token).method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder json(String method, String path, String body) {
        return request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return ApiContract.check(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
