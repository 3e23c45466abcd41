package io.orgstead.bootstrap;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.testkit.Race;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organizations' own documents over HTTP, on every store; and what others try to get at them. */
abstract class DataContract {

    private Server server;
    private ApiClient client;
    private String acme = "";
    private String beta = "";

    /** What chooses the store; the same for every start within a test. */
    abstract Map<String, String> storeSettings();

    @BeforeEach
    void start() throws InvalidSettingsException {
        restart(Map.of());
        client.create("acme", "a@acme.com");
        client.create("beta", "b@beta.com");
        acme = client.token("a@acme.com", ApiClient.PASSWORD);
        beta = client.token("b@beta.com", ApiClient.PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(Map<String, String> settings) throws InvalidSettingsException {
        if (server != null) {
            stop();
        }
        Map<String, String> environment = new HashMap<>(storeSettings());
        environment.put("ORGSTEAD_HTTP_PORT", "0");
        environment.put("ORGSTEAD_BCRYPT_COST", "10");
        environment.put("ORGSTEAD_RATE_LIMIT", "off");
        environment.putAll(settings);
        server = Server.start(SettingsReader.read(environment));
        client = new ApiClient(server.url(), Duration.ofSeconds(60));
    }

    @Test
    void typesBeyondJsonSurvive() {
        String document = """
                {"_id":"types","null":null,"bool":true,"int":1,"long":5000000000,"double":1.5,\
                "decimal":{"$numberDecimal":"0.350"},"text":"\u00e4\ud83d\ude00","date":{"$date":"2024-02-29T12:00:00.123Z"},\
                "early":{"$date":{"$numberLong":"-62135596800001"}},"id":{"$oid":"65f0c0ffee65f0c0ffee0003"},\
                "bytes":{"$binary":{"base64":"AAEC/w==","subType":"00"}},"nan":{"$numberDouble":"NaN"},\
                "min":{"$minKey":1},"max":{"$maxKey":1},"time":{"$timestamp":{"t":1,"i":2}},\
                "pattern":{"$regularExpression":{"pattern":"^a","options":"i"}},"list":[1,[2,{"b":1,"a":2}]],"empty":{}}""";
        assertThat(post(acme, document).statusCode()).isEqualTo(201);

        assertThat(get(acme, "/org/data/types").body()).isEqualTo(document);
        assertThat(get(acme, "/org/data").body()).isEqualTo("{\"items\":[" + document + "]}");
    }

    @Test
    void aDocumentsLife() throws InvalidSettingsException {
        HttpResponse<String> created = post(acme, "{\"name\": \"Bolt\", \"n\": 1}");
        String place = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> found = get(acme, place);
        assertThat(found.body()).matches("\\{\"_id\":\\{\"\\$oid\":\"[0-9a-f]{24}\"},\"name\":\"Bolt\",\"n\":1}");
        assertThat(get(acme, place, "If-None-Match", etag(found)).statusCode()).isEqualTo(304);

        HttpResponse<String> patched =
                send(acme, "PATCH", place, "{\"n\": null, \"size\": {\"d\": 8}}", "If-Match", etag(found));
        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(etag(patched)).isNotEqualTo(etag(found));
        assertThat(get(acme, place, "If-None-Match", etag(found)).body()).isEqualTo(patched.body());
        assertThat(send(acme, "PUT", place, "{}", "If-Match", etag(found)).statusCode())
                .isEqualTo(412);
        assertThat(send(acme, "DELETE", place, "", "If-Match", etag(found)).statusCode())
                .isEqualTo(412);
        restart(Map.of());
        assertThat(etag(get(acme, place))).as("after a restart").isEqualTo(etag(patched));
        HttpResponse<String> replaced = send(acme, "PUT", place, "{\"m\": 1}", "If-Match", etag(patched));
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.body()).endsWith(",\"m\":1}");
        assertThat(send(acme, "PUT", place, "{}", "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(send(acme, "DELETE", place, "", "If-Match", etag(replaced)).statusCode())
                .isEqualTo(200);
        assertThat(get(acme, place).statusCode()).isEqualTo(404);
        assertThat(send(acme, "PUT", place, "{}", "If-None-Match", "*").statusCode())
                .isEqualTo(201);
    }

    @Test
    void theMarkerIsNowhere() {
        assertThatJson(get(acme, "/org/data").body()).isEqualTo("{items: []}");
        assertThatJson(get(acme, "/org/data/count").body()).isEqualTo("{count: 0}");
        assertThatJson(get(acme, "/org/usage").body()).node("documents").isEqualTo(0);
        assertThatJson(send(acme, "DELETE", "/org/data?filter=%7B%7D", "").body())
                .isEqualTo("{deleted: 0}");
        post(acme, "{\"_id\": \"x\"}");
        assertThat(client.update(acme, "{\"new_organization_name\": \"acme two\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThatJson(get(acme, "/org/data").body()).as("after a rename").isEqualTo("{items: [{_id: 'x'}]}");
    }

    @Test
    void batchesAreAllOrNone() {
        post(acme, "{\"_id\": \"b\"}");

        assertThat(post(acme, "[{\"_id\": \"a\"}, {\"_id\": \"b\"}, {\"_id\": \"c\"}]")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(acme, "[{\"_id\": \"a\"}, {\"_id\": \"a\"}]").statusCode())
                .isEqualTo(409);
        assertThat(post(acme, "[{\"_id\": \"a\"}, {\"$x\": 1}]").statusCode()).isEqualTo(422);
        assertThatJson(get(acme, "/org/data/count").body()).isEqualTo("{count: 1}");
        assertThat(post(acme, "[{\"_id\": \"a\"}, {\"_id\": \"c\"}]").statusCode())
                .isEqualTo(201);
    }

    @Test
    void pagesGoThroughEverythingOnce() {
        StringBuilder batch = new StringBuilder("[");
        for (int i = 0; i < 250; i++) {
            batch.append(i == 0 ? "" : ",").append("{\"_id\":\"%03d\",\"n\":%d}".formatted(i, i % 7));
        }
        post(acme, batch.append("]").toString());
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            HttpResponse<String> page = send(acme, "POST", "/org/data/query", """
                    {"filter": {"n": {"$gte": 1}}, "sort": {"n": -1}, "fields": ["_id"], "limit": 40%s}""".formatted(cursor));
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            Matcher ids = Pattern.compile("\"_id\":\"([0-9]{3})\"").matcher(page.body());
            while (ids.find()) {
                seen.add(ids.group(1));
            }
            Matcher next = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(page.body());
            cursor = next.find() ? ", \"cursor\": \"" + next.group(1) + "\"" : "";
        } while (!cursor.isEmpty());
        List<String> expected = new ArrayList<>();
        for (int n = 6; n >= 1; n--) {
            for (int i = 0; i < 250; i++) {
                if (i % 7 == n) {
                    expected.add("%03d".formatted(i));
                }
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void filtersThatAreNoneAreRefused() {
        for (String filter : List.of(
                "{\"$where\": \"1\"}",
                "{\"a\": {\"$function\": {}}}",
                "{\"$expr\": {\"$eq\": [1, 1]}}",
                "{\"a\": {\"$regex\": \"(a+)+$\"}, \"b\": {\"$lookup\": 1}}",
                "{\"a\": {\"$gt\": 1, \"$unknown\": 2}}")) {
            assertThat(get(acme, "/org/data?filter=" + encoded(filter)).statusCode())
                    .as(filter)
                    .isEqualTo(422);
            assertThat(send(acme, "DELETE", "/org/data?filter=" + encoded(filter), "")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aRequestUnderAKeyTakesEffectOnce() throws InvalidSettingsException {
        HttpResponse<String> first = once(acme, "k", "[{\"n\": 1}, {\"n\": 2}]");
        assertThat(first.statusCode()).isEqualTo(201);
        restart(Map.of());
        HttpResponse<String> again = once(acme, "k", "[{\"n\": 1}, {\"n\": 2}]");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(once(acme, "k", "[{\"n\": 3}]").statusCode()).isEqualTo(422);
        assertThatJson(get(acme, "/org/data/count").body()).isEqualTo("{count: 2}");

        Race<HttpResponse<String>> race = Race.of(i -> () -> once(acme, "r", "{\"n\": 1}"));
        assertThat(race.results())
                .extracting(HttpResponse::statusCode)
                .contains(201)
                .isSubsetOf(201, 409);
        assertThatJson(get(acme, "/org/data/count").body()).isEqualTo("{count: 3}");
    }

    @Test
    void changesThatRaceAllTakeEffect() {
        post(acme, "{\"_id\": \"x\"}");
        Race<HttpResponse<String>> race =
                Race.of(i -> () -> send(acme, "PATCH", "/org/data/x", "{\"f%d\": 1}".formatted(i)));
        long done = race.results().stream()
                .filter(answer -> answer.statusCode() == 200)
                .count();
        assertThat(done).isPositive();
        assertThatJson(get(acme, "/org/data/x").body()).isObject().hasSize((int) done + 1);

        String etag = etag(get(acme, "/org/data/x"));
        Race<HttpResponse<String>> guarded =
                Race.of(i -> () -> send(acme, "PUT", "/org/data/x", "{\"n\": %d}".formatted(i), "If-Match", etag));
        assertThat(guarded.results()).extracting(HttpResponse::statusCode).containsOnlyOnce(200);
    }

    @Test
    void indexesHold() {
        assertThat(send(acme, "PUT", "/org/indexes", "{\"keys\": {\"sku\": 1}, \"unique\": true}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(acme, "PUT", "/org/indexes", "{\"keys\": {\"sku\": 1}, \"unique\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(acme, "PUT", "/org/indexes", "{\"name\": \"sku_1\", \"keys\": {\"b\": 1}}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(acme, "[{\"sku\": 1}, {\"sku\": 2}]").statusCode()).isEqualTo(201);
        assertThatJson(post(acme, "[{\"sku\": 3}, {\"sku\": 1}]").body())
                .node("code")
                .isEqualTo("index_violated");
        assertThat(post(beta, "[{\"sku\": 1}, {\"sku\": 1}]").statusCode())
                .as("of another organization")
                .isEqualTo(201);
        assertThatJson(get(acme, "/org/indexes").body())
                .isEqualTo("{items: [{name: 'sku_1', keys: {sku: 1}, unique: true}]}");
        assertThatJson(get(beta, "/org/indexes").body()).isEqualTo("{items: []}");
        assertThat(send(beta, "DELETE", "/org/indexes?name=sku_1", "").statusCode())
                .isEqualTo(404);
        assertThat(send(acme, "DELETE", "/org/indexes?name=sku_1", "").statusCode())
                .isEqualTo(200);
        assertThat(post(acme, "{\"sku\": 1}").statusCode()).isEqualTo(201);
        assertThatJson(send(acme, "PUT", "/org/indexes", "{\"keys\": {\"sku\": 1}, \"unique\": true}")
                        .body())
                .node("code")
                .isEqualTo("index_conflict");
    }

    @Test
    void quotasHold() throws InvalidSettingsException {
        restart(Map.of(
                "ORGSTEAD_QUOTA_DOCUMENTS", "3",
                "ORGSTEAD_QUOTA_BYTES", "2KiB",
                "ORGSTEAD_QUOTA_DOCUMENT_BYTES", "1KiB",
                "ORGSTEAD_QUOTA_INDEXES", "1"));
        post(acme, "[{\"_id\": \"a\"}, {\"_id\": \"b\"}]");

        HttpResponse<String> tooMany = post(acme, "[{}, {}]");
        assertThat(tooMany.statusCode()).isEqualTo(403);
        assertThatJson(tooMany.body()).node("usage").isEqualTo("{limited: 'documents', limit: 3, used: 2}");
        HttpResponse<String> tooLarge = post(acme, "{\"text\": \"" + "x".repeat(1100) + "\"}");
        assertThatJson(tooLarge.body()).node("usage.limited").isEqualTo("document_bytes");
        send(acme, "PUT", "/org/data/a", "{\"text\": \"" + "x".repeat(950) + "\"}");
        send(acme, "PUT", "/org/data/b", "{\"text\": \"" + "x".repeat(950) + "\"}");
        HttpResponse<String> tooMuch = post(acme, "{\"text\": \"" + "x".repeat(950) + "\"}");
        assertThatJson(tooMuch.body()).node("usage.limited").isEqualTo("bytes");
        send(acme, "PUT", "/org/indexes", "{\"keys\": {\"a\": 1}}");
        HttpResponse<String> another = send(acme, "PUT", "/org/indexes", "{\"keys\": {\"b\": 1}}");
        assertThatJson(another.body()).node("usage").isEqualTo("{limited: 'indexes', limit: 1, used: 1}");
        assertThatJson(get(acme, "/org/usage").body()).node("documents").isEqualTo(2);
        assertThatJson(get(acme, "/org/usage").body())
                .node("quota")
                .isEqualTo("{documents: 3, bytes: 2048, document_bytes: 1024, indexes: 1}");
        assertThat(post(beta, "[{}, {}, {}]").statusCode())
                .as("another organization's own")
                .isEqualTo(201);
    }

    @Test
    void whatIsStolenOpensNothing() {
        post(
                acme,
                "[{\"_id\": \"shared\", \"n\": 1}, {\"_id\": \"secret\", \"n\": 2}, {\"_id\": \"third\", \"n\": 3}]");
        post(beta, "[{\"_id\": \"shared\", \"n\": 1}, {\"_id\": \"own\", \"n\": 2}]");
        String before = get(acme, "/org/data").body();
        String cursor = cursorOf(get(acme, "/org/data?limit=1"));
        String etag = etag(get(acme, "/org/data/shared"));

        assertThat(get(beta, "/org/data?limit=1&cursor=" + cursor).statusCode())
                .as("a cursor")
                .isEqualTo(422);
        assertThat(send(beta, "PUT", "/org/data/shared", "{}", "If-Match", etag).statusCode())
                .as("an ETag, of an equal document even")
                .isEqualTo(412);
        assertThat(get(beta, "/org/data/shared", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
        for (String method : List.of("GET", "PATCH", "DELETE")) {
            assertThat(send(beta, method, "/org/data/secret", method.equals("PATCH") ? "{}" : "")
                            .statusCode())
                    .as("an id")
                    .isEqualTo(404);
        }
        assertThat(send(beta, "PUT", "/org/data/secret", "{\"of\": \"beta\"}").statusCode())
                .as("an id is taken within an organization only")
                .isEqualTo(201);
        assertThat(post(beta, "{\"_id\": \"third\"}").statusCode()).isEqualTo(201);
        assertThatJson(get(beta, "/org/data?filter=" + encoded("{\"n\": 3}")).body())
                .isEqualTo("{items: []}");
        assertThatJson(get(beta, "/org/data/count?filter=" + encoded("{\"_id\": {\"$regex\": \"^s\"}}"))
                        .body())
                .isEqualTo("{count: 2}");
        HttpResponse<String> kept = once(acme, "key", "{\"_id\": \"kept\"}");
        HttpResponse<String> stolen = once(beta, "key", "{\"_id\": \"kept\"}");
        assertThat(List.of(kept.statusCode(), stolen.statusCode())).as("a key").containsOnly(201);
        assertThat(get(beta, "/org/data/kept").statusCode())
                .as("a request of its own")
                .isEqualTo(200);
        assertThatJson(send(beta, "DELETE", "/org/data?filter=%7B%7D", "").body())
                .isEqualTo("{deleted: 5}");
        send(acme, "DELETE", "/org/data/kept", "");
        assertThat(get(acme, "/org/data").body()).as("all of acme's").isEqualTo(before);
    }

    @Test
    void aNamesakeInheritsNothing() {
        post(acme, "{\"_id\": \"x\"}");
        once(acme, "k", "{\"_id\": \"y\"}");
        send(acme, "PUT", "/org/indexes", "{\"keys\": {\"a\": 1}}");
        String cursor = cursorOf(get(acme, "/org/data?limit=1"));
        assertThat(client.delete(acme).statusCode()).isEqualTo(200);
        assertThat(get(acme, "/org/data").statusCode()).isEqualTo(401);

        client.create("acme", "n@acme.com");
        String next = client.token("n@acme.com", ApiClient.PASSWORD);
        assertThatJson(get(next, "/org/data").body()).isEqualTo("{items: []}");
        assertThatJson(get(next, "/org/indexes").body()).isEqualTo("{items: []}");
        assertThatJson(get(next, "/org/usage").body()).node("bytes").isEqualTo(0);
        assertThat(get(next, "/org/data?limit=1&cursor=" + cursor).statusCode()).isEqualTo(422);
        assertThat(once(next, "k", "{\"_id\": \"z\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void idsWithEveryCharacterHaveAnAddress() {
        for (String id : List.of(
                "a b",
                "ä\ud83d\ude00",
                "count",
                "query",
                "a+b",
                "a:b@c",
                "a.b",
                "..",
                "$x",
                "(x)*",
                "a,b;c=d",
                "a/b",
                "/",
                "100%",
                "%2F")) {
            HttpResponse<String> created = post(acme, "{\"_id\": \"" + id + "\"}");
            assertThat(created.statusCode()).as(id).isEqualTo(201);
            String place = created.headers().firstValue("Location").orElseThrow();
            assertThatJson(get(acme, place).body()).as(place).isObject().containsEntry("_id", id);
            assertThat(send(acme, "DELETE", place, "").statusCode()).as(place).isEqualTo(200);
        }
    }

    private HttpResponse<String> post(String token, String body) {
        return send(token, "POST", "/org/data", body);
    }

    private HttpResponse<String> once(String token, String key, String body) {
        return send(token, "POST", "/org/data", body, "Idempotency-Key", key);
    }

    private HttpResponse<String> get(String token, String path, String... headers) {
        return send(token, "GET", path, "", headers);
    }

    private HttpResponse<String> send(String token, String method, String path, String body, String... headers) {
        return client.send(token, method, path, body, headers);
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static String cursorOf(HttpResponse<String> response) {
        Matcher cursor = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(response.body());
        assertThat(cursor.find()).as(response.body()).isTrue();
        return cursor.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
