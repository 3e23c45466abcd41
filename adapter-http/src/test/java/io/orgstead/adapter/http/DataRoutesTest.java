package io.orgstead.adapter.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.FilterParser;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRoutesTest {

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void insertsOneDocumentAndSaysWhereItIs() {
        HttpResponse<String> response = post("{\"name\": \"Bolt\", \"price\": {\"$numberDecimal\": \"0.35\"}}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThatJson(response.body()).isEqualTo("{inserted: 1, ids: [{'$oid': '65f0c0ffee65f0c0ffee0003'}]}");
        assertThat(Http.header(response, "Location")).isEqualTo("/org/data/65f0c0ffee65f0c0ffee0003");
        assertThat(inserted().documents())
                .containsExactly(document("{\"name\": \"Bolt\", \"price\": {\"$numberDecimal\": \"0.35\"}}"));
        assertThat(inserted().request()).isEmpty();
    }

    @Test
    void insertsSeveral() {
        HttpResponse<String> response = post("[{\"_id\": \"a b\"}, {\"n\": 1}]");

        assertThatJson(response.body()).isEqualTo("{inserted: 2, ids: ['a b', {'$oid': '65f0c0ffee65f0c0ffee0003'}]}");
        assertThat(Http.header(response, "Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a b,/org/data/a%20b",
        "count,/org/data/%63ount",
        "query,/org/data/%71uery",
        "ä/ö,/org/data/%C3%A4%2F%C3%B6"
    })
    void saysWhereItIsInPlainText(String id, String location) {
        assertThat(Http.header(post("{\"_id\": \"" + id + "\"}"), "Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{",
                "1",
                "null",
                "\"a\"",
                "{}{}",
                "[{}] x",
                "{\"a\": 1",
                "{\"a\": NaN}",
                "[{},]",
                "[{} {}]"
            })
    void refusesWhatIsNoJson(String body) {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThatJson(response.body()).node("code").isEqualTo("malformed_json");
        assertThat(server.core().data.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /org/data", "PUT /org/data/a", "PATCH /org/data/a", "PUT /org/indexes"})
    void refusesWhatIsNotUtf8(String route) {
        byte[] body = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                                route + " HTTP/1.1",
                                "Host: x",
                                "Authorization: Bearer " + ScriptedCore.TOKEN,
                                "Content-Type: application/json",
                                "Content-Length: " + body.length,
                                "Connection: close")
                        + new String(body, StandardCharsets.ISO_8859_1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"malformed_json\"");
        assertThat(server.core().data.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{}, {\"price\": {\"$numberDecimal\": \"much\"}}] | 1.price",
                "{\"price\": {\"$numberDecimal\": \"much\"}}       | price",
                "[{}, 5]                                         | 1",
                "[{}, {\"a\": 1, \"a\": 2}]                      | 1.a",
                "{\"$oid\": \"65f0c0ffee65f0c0ffee0003\"}          | body",
            })
    void namesTheFieldThatIsRefused(String body, String field) {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThatJson(response.body()).node("code").isEqualTo("invalid_value");
        assertThatJson(response.body()).node("errors[0].field").isString().isEqualTo(field);
        assertThat(server.core().data.calls).isEmpty();
    }

    @Test
    void readsNoMoreDocumentsThanThereMayBe() {
        String many = IntStream.rangeClosed(0, 1000).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));

        HttpResponse<String> response = post(many);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThatJson(response.body())
                .node("detail")
                .isEqualTo("A value of the request must hold 1 to 1000 documents.");
    }

    @Test
    void passesTheIdempotencyKeyOnWithAFingerprint() {
        InsertDocuments.Once first = once("k1", "{\"a\": 1}", "X-Nothing", "");
        InsertDocuments.Once same = once("k1", "{\"a\": 1}", "X-Nothing", "");
        InsertDocuments.Once otherBody = once("k1", "{\"a\": 2}", "X-Nothing", "");
        InsertDocuments.Once otherCondition = once("k1", "{\"a\": 1}", "If-None-Match", "*");

        assertThat(first.key().value()).isEqualTo("k1");
        assertThat(first).isEqualTo(same);
        assertThat(List.of(first.fingerprint(), otherBody.fingerprint(), otherCondition.fingerprint()))
                .doesNotHaveDuplicates();
    }

    private InsertDocuments.Once once(String key, String body, String header, String value) {
        server.core().data.calls.clear();
        HttpResponse<String> response = server.http()
                .send(authorized("/org/data")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header(header, value)
                        .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(201);
        return inserted().request().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ü"})
    void refusesAnIdempotencyKeyThatIsNone(String key) {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                                "POST /org/data HTTP/1.1",
                                "Host: x",
                                "Authorization: Bearer " + ScriptedCore.TOKEN,
                                "Content-Type: application/json",
                                "Content-Length: 2",
                                "Idempotency-Key: " + key,
                                "Connection: close")
                        + "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThatJson(answer.body()).node("errors[0].field").isEqualTo("Idempotency-Key");
    }

    @Test
    void listsWhatTheParametersAskFor() {
        HttpResponse<String> response = get("/org/data?filter=" + encoded("{\"n\": {\"$gt\": 1}}") + "&sort="
                + encoded("{\"n\": -1}") + "&fields=name,a.b&limit=5");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatJson(response.body()).isEqualTo("{items: [{_id: {'$oid': '65f0c0ffee65f0c0ffee0003'}, n: 1}]}");
        assertThat(asked())
                .isEqualTo(new DocumentQuery(
                        FilterParser.parse(document("{\"n\": {\"$gt\": 1}}")),
                        SortOrder.parse(document("{\"n\": -1}")),
                        Projection.only(List.of("name", "a.b")),
                        5,
                        Optional.empty()));
    }

    @Test
    void listsTheSameForABody() {
        get("/org/data?filter=" + encoded("{\"n\": 1}") + "&sort=" + encoded("{\"n\": -1}") + "&fields=name&limit=5");
        DocumentQuery byParameters = asked();
        server.core().data.calls.clear();

        HttpResponse<String> response = server.http().jsonWithToken("POST", "/org/data/query", """
                {"filter": {"n": 1}, "sort": {"n": -1}, "fields": ["name"], "limit": 5}""");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(asked()).isEqualTo(byParameters);
    }

    @Test
    void asksForEverythingByDefault() {
        get("/org/data");

        assertThat(asked().limit()).isEqualTo(100);
        assertThat(asked().sort()).isEqualTo(SortOrder.BY_ID);
        assertThat(asked().projection()).isEqualTo(Projection.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter={                 | filter",
                "filter=[]                | filter",
                "filter={\"$where\":\"1\"}  | filter",
                "filter={\"a\":{\"$expr\":1}} | filter",
                "filter={}&filter={}      | filter",
                "sort={\"n\":2}           | sort",
                "sort=n                   | sort",
                "fields={\"a\":1,\"b\":0} | fields",
                "fields=                  | fields",
                "limit=0                  | limit",
                "limit=1001               | limit",
                "limit=ten                | limit",
                "cursor=!                 | cursor",
                "cursor=e30               | cursor",
                "skip=5                   | skip",
                "organization=other       | organization",
            })
    void refusesParametersThatAreWrongOrUnknown(String query, String field) {
        HttpResponse<String> response = get("/org/data?" + escaped(query));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThatJson(response.body()).node("errors[0].field").isString().isEqualTo(field);
        assertThat(server.core().data.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\": []}             | filter",
                "{\"filter\": {\"$where\": 1}} | filter",
                "{\"limit\": 1.5}             | limit",
                "{\"limit\": \"5\"}           | limit",
                "{\"cursor\": 5}              | cursor",
                "{\"fields\": [1]}            | fields",
                "{\"skip\": 1}                | skip",
            })
    void refusesABodyThatIsWrong(String body, String field) {
        HttpResponse<String> response = server.http().jsonWithToken("POST", "/org/data/query", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThatJson(response.body()).node("errors[0].field").isString().isEqualTo(field);
    }

    @Test
    void aCursorLeadsToTheNextPage() {
        SortPosition place = new SortPosition(List.of(new Value.Int64(5), new Value.Text("x")));
        String cursor = cursorAt(place, "{\"n\": 1}", "{\"n\": 1}");
        server.core().data.calls.clear();

        HttpResponse<String> byParameters = get("/org/data?filter=" + encoded("{\"n\": 1}") + "&sort="
                + encoded("{\"n\": 1}") + "&limit=1&cursor=" + cursor);

        assertThat(byParameters.statusCode()).isEqualTo(200);
        assertThat(asked().after()).as("types and all").contains(place);
        server.core().data.calls.clear();
        server.http().jsonWithToken("POST", "/org/data/query", """
                {"filter": {"n": 1}, "sort": {"n": 1}, "cursor": "%s"}""".formatted(cursor));
        assertThat(asked().after()).contains(place);
    }

    @Test
    void aCursorOfAnotherQueryLeadsNowhere() {
        SortPosition place = new SortPosition(List.of(new Value.Int64(5), new Value.Text("x")));
        String cursor = cursorAt(place, "{\"n\": 1}", "{\"n\": 1}");

        for (String query : List.of(
                "filter=" + encoded("{\"n\": 2}") + "&sort=" + encoded("{\"n\": 1}"),
                "filter=" + encoded("{\"n\": 1}") + "&sort=" + encoded("{\"n\": -1}"),
                "filter=" + encoded("{\"n\": 1}") + "&sort=" + encoded("{\"m\": 1}"),
                "filter=" + encoded("{\"n\": 1}"),
                "sort=" + encoded("{\"n\": 1}"))) {
            HttpResponse<String> response = get("/org/data?" + query + "&cursor=" + cursor);
            assertThat(response.statusCode()).as(query).isEqualTo(422);
            assertThatJson(response.body()).node("errors[0].field").isEqualTo("cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"p\":[{\"$numberLong\":\"5\"},{\"$where\":\"1\"}]",
                "\"p\":[{\"a\":{\"$gt\":1}},\"x\"]",
                "\"p\":[5]",
                "\"p\":[5,6,7]",
                "\"p\":5",
                "\"p\":[5,{\"$code\":\"1\"}]",
            })
    void aCursorThatWasTamperedWithIsRefused(String instead) {
        String cursor =
                cursorAt(new SortPosition(List.of(new Value.Int64(5), new Value.Text("x"))), "{}", "{\"n\": 1}");
        String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String tampered = json.replaceFirst("\"p\":.*}", instead.replace("$", "\\$") + "}");
        assertThat(tampered).isNotEqualTo(json);
        server.core().data.calls.clear();

        HttpResponse<String> response = get("/org/data?sort=" + encoded("{\"n\": 1}") + "&cursor="
                + Base64.getUrlEncoder().encodeToString(tampered.getBytes(StandardCharsets.UTF_8)));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(server.core().data.calls).isEmpty();
    }

    private String cursorAt(SortPosition place, String filter, String sort) {
        server.core().data.page = () -> new DocumentPage(List.of(ScriptedData.DOCUMENT), Optional.of(place));
        return Http.body(get("/org/data?filter=" + encoded(filter) + "&sort=" + encoded(sort)))
                .get("next_cursor")
                .textValue();
    }

    @Test
    void countsAndDeletesWhatAFilterMeans() {
        assertThatJson(get("/org/data/count").body()).isEqualTo("{count: 7}");
        assertThatJson(get("/org/data/count?filter=" + encoded("{\"a\": 1}")).body())
                .isEqualTo("{count: 7}");
        assertThat(server.core().data.calls).last().isEqualTo(FilterParser.parse(document("{\"a\": 1}")));

        assertThatJson(delete("/org/data?filter=%7B%7D").body()).isEqualTo("{deleted: 7}");
        assertThat(server.core().data.calls).last().isEqualTo(FilterParser.parse(Document.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?filter=", "?filter=%7B%7D&limit=1", "?filer=%7B%7D", "?filter=%7B%7D&filter=%7B%7D"})
    void deletesNothingUnlessItIsClearWhat(String query) {
        assertThat(delete("/org/data" + query).statusCode()).isEqualTo(422);
        assertThat(server.core().data.calls).isEmpty();
    }

    @Test
    void saysHowMuchIsInUseWhereAQuotaIsReached() {
        server.core().data.created = () -> {
            throw new QuotaExceededException(QuotaExceededException.Limited.DOCUMENTS, 10, 9);
        };

        HttpResponse<String> response = post("[{}, {}]");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThatJson(response.body()).node("code").isEqualTo("quota_exceeded");
        assertThatJson(response.body()).node("usage").isEqualTo("{limited: 'documents', limit: 10, used: 9}");
    }

    @Test
    void saysWhenToAskAgain() {
        server.core().data.created = () -> {
            throw ConflictException.requestInFlight();
        };

        HttpResponse<String> response = post("{}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Http.header(response, "Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/org/data",
        "POST,/org/data",
        "DELETE,/org/data",
        "POST,/org/data/query",
        "GET,/org/data/count",
        "GET,/org/data/a",
        "PUT,/org/data/a",
        "PATCH,/org/data/a",
        "DELETE,/org/data/a",
        "GET,/org/indexes",
        "PUT,/org/indexes",
        "DELETE,/org/indexes",
        "GET,/org/usage"
    })
    void nothingGoesWithoutAToken(String method, String path) {
        Http http = server.http();

        assertThat(http.json(method, path, "[").statusCode()).isEqualTo(401);
        assertThat(http.send(http.request(path)
                                .header("Authorization", "Bearer bad")
                                .method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.core().data.calls).isEmpty();
    }

    private InsertDocuments.Command inserted() {
        return (InsertDocuments.Command) server.core().data.calls.get(0);
    }

    private DocumentQuery asked() {
        return (DocumentQuery) server.core().data.calls.get(0);
    }

    private HttpResponse<String> post(String body) {
        return server.http().jsonWithToken("POST", "/org/data", body);
    }

    private HttpResponse<String> get(String path) {
        return server.http().send(authorized(path));
    }

    private HttpResponse<String> delete(String path) {
        return server.http().send(authorized(path).DELETE());
    }

    private java.net.http.HttpRequest.Builder authorized(String path) {
        return server.http().request(path).header("Authorization", "Bearer " + ScriptedCore.TOKEN);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A query whose values are not encoded yet. */
    private static String escaped(String query) {
        return encoded(query).replace("%3D", "=").replace("%26", "&");
    }

    private static Document document(String json) {
        try {
            return ExtendedJson.readDocument(json);
        } catch (JsonSyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
