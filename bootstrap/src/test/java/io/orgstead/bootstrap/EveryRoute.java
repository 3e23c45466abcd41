package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for everything that the server does, and for what it refuses, with names that are found wherever they leak. */
final class EveryRoute {

    static final String PASSWORD = "Zq7-distinctive-password";
    static final String NEXT_PASSWORD = "Xw8-another-password";

    /** What must be nowhere: passwords, what was sent for tokens, what a client made up. */
    static final List<String> SECRETS = List.of(
            PASSWORD,
            NEXT_PASSWORD,
            "Yx9-wrong-password",
            "forged-token-vbnm",
            "made-up-path",
            "made-up-query",
            "thud-document",
            "thud-value",
            "thud-field",
            "thud-index",
            "thud-key");

    /** What must be in no label: names and addresses, whoever's. */
    static final List<String> NAMES =
            List.of("Quuxworth", "quuxworth", "Garplyford", "garplyford", "waldo", "fredkin", "@", "127.0.0.1");

    private final PlainClient client;
    private String token = "";
    private String firstToken = "";
    private String organization = "";
    private String admin = "";

    EveryRoute(URI server) {
        client = new PlainClient(server);
    }

    List<String> tokens() {
        return List.of(firstToken, token);
    }

    String organization() {
        return organization;
    }

    String admin() {
        return admin;
    }

    void drive() {
        creations();
        logins();
        updates();
        documents();
        is(401, "DELETE", "/org/delete", "", "Authorization", "Bearer " + firstToken);
        is(403, "DELETE", "/org/delete?organization_name=Other", "", "Authorization", "Bearer " + token);
        is(200, "DELETE", "/org/delete", "", "Authorization", "Bearer " + token);
        is(405, "BREW", "/org/create", "");
        is(404, "GET", "/made-up-path", "");
        is(200, "GET", "/health", "");
        is(200, "GET", "/", "");
    }

    private void creations() {
        String create = """
                {"organization_name": "Quuxworth", "email": "waldo@quuxworth.com", "password": "%s"}""".formatted(PASSWORD);
        String created = is(201, "POST", "/org/create", create);
        organization = field(created, "organization_id");
        admin = field(created, "admin_id");
        is(409, "POST", "/org/create", create);
        is(422, "POST", "/org/create", "{\"%s\": \"%s\"}".formatted(PASSWORD, PASSWORD));
        is(400, "POST", "/org/create", "{\"password\": \"" + PASSWORD + "\"");
        is(200, "GET", "/org/get?organization_name=quuxworth", "");
        is(404, "GET", "/org/get?organization_name=Garplyford", "");
        is(422, "GET", "/org/get?made-up-query=1", "");
    }

    private void logins() {
        firstToken = field(is(200, "POST", "/admin/login", login("waldo@quuxworth.com", PASSWORD)), "access_token");
        is(401, "POST", "/admin/login", login("waldo@quuxworth.com", "Yx9-wrong-password"));
        is(401, "POST", "/admin/login", login("fredkin@quuxworth.com", "Yx9-wrong-password"));
        is(422, "POST", "/admin/login", login(PASSWORD, PASSWORD));
    }

    private void updates() {
        is(401, "PUT", "/org/update", "{}");
        is(401, "PUT", "/org/update", "{}", "Authorization", "Bearer forged-token-vbnm");
        is(422, "PUT", "/org/update", "{}", "Authorization", "Bearer " + firstToken);
        String update = """
                {"new_organization_name": "Garplyford", "email": "fredkin@garplyford.com", "password": "%s"}""".formatted(NEXT_PASSWORD);
        is(200, "PUT", "/org/update", update, "Authorization", "Bearer " + firstToken);
        token = field(is(200, "POST", "/admin/login", login("fredkin@garplyford.com", NEXT_PASSWORD)), "access_token");
    }

    private void documents() {
        String document = "{\"_id\": \"thud-document\", \"thud-field\": \"thud-value\"}";
        own(201, "POST", "/org/data", document, "Idempotency-Key", "thud-key");
        own(201, "POST", "/org/data", document, "Idempotency-Key", "thud-key");
        own(422, "POST", "/org/data", "{}", "Idempotency-Key", "thud-key");
        own(409, "POST", "/org/data", document);
        own(422, "POST", "/org/data", "{\"$thud-field\": \"thud-value\"}");
        own(400, "POST", "/org/data", "{\"thud-field\": thud-value");
        own(200, "GET", "/org/data?filter=%7B%22thud-field%22:%22thud-value%22%7D&fields=thud-field", "");
        own(422, "GET", "/org/data?filter=%7B%22$thud-field%22:%22thud-value%22%7D", "");
        own(422, "GET", "/org/data?cursor=thud-value", "");
        own(200, "POST", "/org/data/query", "{\"filter\": {\"thud-field\": \"thud-value\"}}");
        own(200, "GET", "/org/data/count", "");
        own(200, "GET", "/org/data/thud-document", "");
        own(404, "GET", "/org/data/thud-document-2", "");
        own(200, "PUT", "/org/data/thud-document", document);
        own(412, "PUT", "/org/data/thud-document", document, "If-None-Match", "*");
        own(200, "PATCH", "/org/data/thud-document", "{\"thud-field\": null}");
        own(200, "DELETE", "/org/data/thud-document", "");
        own(200, "POST", "/org/import", document, "Content-Type", "application/x-ndjson");
        own(409, "POST", "/org/import", document, "Content-Type", "application/x-ndjson");
        own(422, "POST", "/org/import?on_conflict=thud-value", document, "Content-Type", "application/x-ndjson");
        own(422, "POST", "/org/import", "{\"thud-field\": thud-value", "Content-Type", "application/x-ndjson");
        own(200, "GET", "/org/export", "");
        own(200, "DELETE", "/org/data?filter=%7B%7D", "");
        own(201, "PUT", "/org/indexes", "{\"name\": \"thud-index\", \"keys\": {\"thud-field\": 1}}");
        own(200, "GET", "/org/indexes", "");
        own(200, "DELETE", "/org/indexes?name=thud-index", "");
        own(200, "GET", "/org/usage", "");
    }

    private void own(int status, String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Authorization");
        all.add("Bearer " + token);
        is(status, method, path, body, all.toArray(String[]::new));
    }

    private String is(int status, String method, String path, String body, String... headers) {
        HttpResponse<String> answer = client.send(method, path, body, headers);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(status);
        return answer.body();
    }

    private static String login(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }

    private static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(field.find()).as(json).isTrue();
        return field.group(1);
    }
}
