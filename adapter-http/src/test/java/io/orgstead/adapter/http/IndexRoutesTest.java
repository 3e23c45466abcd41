package io.orgstead.adapter.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Quota;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexRoutesTest {

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void makesAnIndex() {
        HttpResponse<String> made = put("{\"keys\": {\"b\": 1, \"a.c\": -1}, \"unique\": true}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).isEqualTo("{\"name\":\"b_1_a_c_-1\",\"keys\":{\"b\":1,\"a.c\":-1},\"unique\":true}");
        server.core().data.created = () -> false;
        assertThat(put("{\"keys\": {\"b\": 1, \"a.c\": -1}, \"unique\": true}").statusCode())
                .isEqualTo(200);
        assertThatJson(put("{\"name\": \"x\", \"keys\": {\"seen\": 1}, \"expire_after_seconds\": 60}")
                        .body())
                .isEqualTo("{name: 'x', keys: {seen: 1}, unique: false, expire_after_seconds: 60}");
        assertThatJson(send("GET", "/org/indexes").body())
                .node("items")
                .isArray()
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | keys",
                "{\"keys\": {}}                           | keys",
                "{\"keys\": {\"a\": 2}}                   | keys",
                "{\"keys\": {\"a\": \"text\"}}            | keys",
                "{\"keys\": {\"$**\": 1}}                 | keys",
                "{\"keys\": [\"a\"]}                      | keys",
                "{\"keys\": {\"a\": 1}, \"unique\": 1}    | unique",
                "{\"keys\": {\"a\": 1}, \"sparse\": true} | sparse",
                "{\"keys\": {\"a\": 1}, \"name\": 5}      | name",
                "{\"keys\": {\"a\": 1}, \"expire_after_seconds\": \"1\"} | expire_after_seconds",
            })
    void refusesWhatIsNoIndex(String body, String field) {
        HttpResponse<String> response = put(body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThatJson(response.body()).node("errors[0].field").isEqualTo(field);
        assertThat(server.core().data.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"keys\": {\"a\": 1}, \"name\": \"a b\"}",
                "{\"keys\": {\"a\": 1}, \"name\": \"_id_\"}",
                "{\"keys\": {\"a\": 1, \"b\": 1}, \"expire_after_seconds\": 1}",
                "{\"keys\": {\"a\": 1}, \"expire_after_seconds\": -1}",
            })
    void refusesAnIndexThatCannotBe(String body) {
        assertThat(put(body).statusCode()).isEqualTo(422);
        assertThat(server.core().data.calls).isEmpty();
    }

    @Test
    void deletesAnIndex() {
        assertThatJson(send("DELETE", "/org/indexes?name=b_1").body()).isEqualTo("{deleted: 1}");
        assertThat(server.core().data.calls).containsExactly("b_1");
        assertThat(send("DELETE", "/org/indexes").statusCode()).isEqualTo(422);
        assertThat(send("DELETE", "/org/indexes?name=b_1&all=1").statusCode()).isEqualTo(422);
        server.core().data.document = () -> {
            throw NotFoundException.index();
        };
        assertThat(send("DELETE", "/org/indexes?name=b_1").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatIsInTheWay() {
        server.core().data.created = () -> {
            throw ConflictException.indexConflict("There is another index of this name.");
        };

        HttpResponse<String> response = put("{\"keys\": {\"a\": 1}}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThatJson(response.body()).node("code").isEqualTo("index_conflict");
        assertThatJson(response.body()).node("detail").isEqualTo("There is another index of this name.");
    }

    @Test
    void tellsHowMuchThereIs() {
        assertThatJson(send("GET", "/org/usage").body())
                .isEqualTo("{documents: 3, bytes: 99, indexes: 1,"
                        + " quota: {documents: null, bytes: null, document_bytes: null, indexes: null}}");
        server.core().data.quota = new Quota(5, 1000, 100, 2);
        assertThatJson(send("GET", "/org/usage").body())
                .node("quota")
                .isEqualTo("{documents: 5, bytes: 1000, document_bytes: 100, indexes: 2}");
    }

    private HttpResponse<String> put(String body) {
        return server.http().jsonWithToken("PUT", "/org/indexes", body);
    }

    private HttpResponse<String> send(String method, String path) {
        Http http = server.http();
        return http.send(http.request(path)
                .header("Authorization", "Bearer " + ScriptedCore.TOKEN)
                .method(method, BodyPublishers.noBody()));
    }
}
