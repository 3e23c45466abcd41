package io.orgstead.adapter.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.Preconditions.Tags;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.PreconditionFailedException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRoutesTest {

    private static final String HEX = "65f0c0ffee65f0c0ffee0003";
    private static final String ETAG = "\"0123456789abcdef0123456789abcdef\"";

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void findsADocument() {
        HttpResponse<String> response = send("GET", "/org/data/" + HEX, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.header(response, "ETag")).isEqualTo(ETAG);
        assertThatJson(response.body()).isEqualTo("{_id: {'$oid': '65f0c0ffee65f0c0ffee0003'}, n: 1}");
        assertThat(server.core().data.calls).containsExactly(ScriptedData.ID);
    }

    @Test
    void showsWhatIsAskedFor() {
        assertThatJson(send("GET", "/org/data/a?fields=other", "").body())
                .isEqualTo("{_id: {'$oid': '65f0c0ffee65f0c0ffee0003'}}");
        assertThat(send("GET", "/org/data/a?field=other", "").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abc",
        "a%20b,a b",
        "a+b,a+b",
        "%C3%A4,ä",
        "%63ount,count",
        "a%2Fb,a/b",
        "a%2fb%2F,a/b/",
        "100%25,100%",
        "a%5Cb,a\\b",
        "%2525,%25",
        "65F0C0FFEE65F0C0FFEE0003,65F0C0FFEE65F0C0FFEE0003",
        "65f0c0ffee65f0c0ffee000,65f0c0ffee65f0c0ffee000",
        "a:b@c!$&'()*;=,a:b@c!$&'()*;="
    })
    void idsStandInThePathAsPlainText(String segment, String id) {
        assertThat(send("GET", "/org/data/" + segment, "").statusCode()).isEqualTo(200);
        assertThat(server.core().data.calls).containsExactly(new Value.Text(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%ED%A0%80"})
    void encodedNonsenseIsRefused(String segment) {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                        "GET /org/data/" + segment + " HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer " + ScriptedCore.TOKEN,
                        "Connection: close"));

        assertThat(answer.status()).isIn(400, 422);
        assertThat(server.core().data.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/org/data%2Fa",
                "/org%2Fdata/a",
                "/org/data/a%2Fb/c",
                "/org/indexes%2F",
                "/%2525",
                "/org/usage%5C"
            })
    void nowhereElseIsASlashEncoded(String path) {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                        "GET " + path + " HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer " + ScriptedCore.TOKEN,
                        "Connection: close"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("bad_request");
        assertThat(server.core().calls).isEmpty();
    }

    @Test
    void noIdIsLongerThanItMayBe() {
        assertThat(send("GET", "/org/data/" + "x".repeat(512), "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/org/data/" + "x".repeat(513), "").statusCode()).isEqualTo(422);
    }

    @Test
    void whoHasADocumentIsNotSentItAgain() {
        HttpResponse<String> same = send("GET", "/org/data/a", "", "If-None-Match", "\"x\", " + ETAG);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(send("GET", "/org/data/a", "", "If-None-Match", "\"x\"").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/org/data/a", "", "If-Match", ETAG).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/org/data/a", "", "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
    }

    @Test
    void replacesOrInserts() {
        HttpResponse<String> inserted = send("PUT", "/org/data/" + HEX, "{\"n\": 1}");

        assertThat(inserted.statusCode()).isEqualTo(201);
        assertThat(Http.header(inserted, "Location")).isEqualTo("/org/data/" + HEX);
        assertThat(Http.header(inserted, "ETag")).isEqualTo(ETAG);
        server.core().data.created = () -> false;
        HttpResponse<String> replaced = send("PUT", "/org/data/" + HEX, "{\"n\": 1}");
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(Http.header(replaced, "Location")).isEmpty();
        assertThat(((ReplaceDocument.Command) server.core().data.calls.get(0)).id())
                .isEqualTo(ScriptedData.ID);
    }

    @ParameterizedTest
    @CsvSource({"application/merge-patch+json", "application/json", "APPLICATION/Merge-Patch+JSON; charset=utf-8"})
    void patches(String type) {
        HttpResponse<String> response = server.http()
                .send(request("/org/data/a")
                        .header("Content-Type", type)
                        .method("PATCH", BodyPublishers.ofString("{\"n\": null}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.header(response, "ETag")).isEqualTo(ETAG);
        assertThat(((PatchDocument.Command) server.core().data.calls.get(0))
                        .patch()
                        .get("n"))
                .contains(Value.Null.INSTANCE);
    }

    @Test
    void saysWhichPatchesItTakes() {
        HttpResponse<String> response = server.http()
                .send(request("/org/data/a")
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString("[]")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Http.header(response, "Accept")).isEqualTo("application/merge-patch+json, application/json");
        HttpResponse<String> put = server.http()
                .send(request("/org/data/a")
                        .header("Content-Type", "application/merge-patch+json")
                        .PUT(BodyPublishers.ofString("{}")));
        assertThat(put.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "5", "null", "\"x\""})
    void takesOneObjectOnly(String body) {
        assertThat(send("PUT", "/org/data/a", body).statusCode()).isEqualTo(400);
        assertThat(send("PATCH", "/org/data/a", body).statusCode()).isEqualTo(400);
        assertThat(server.core().data.calls).isEmpty();
    }

    @Test
    void deletes() {
        assertThatJson(send("DELETE", "/org/data/a", "").body()).isEqualTo("{deleted: 1}");
        assertThat(server.core().data.calls).containsExactly(new Value.Text("a"), Preconditions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aParameterIsNoCondition(String method) {
        assertThat(send(method, "/org/data/a?filter=%7B%7D", "{}").statusCode()).isEqualTo(422);
        assertThat(server.core().data.calls).isEmpty();
    }

    @Test
    void conditionsArePassedOn() {
        assertThat(conditions("If-Match", "\"a\" , \"b\"")).isEqualTo(match(false, "a", "b"));
        assertThat(conditions("If-Match", "*")).isEqualTo(new Preconditions(Optional.of(Tags.ANY), Optional.empty()));
        assertThat(conditions("If-Match", "W/\"a\"")).as("weak").isEqualTo(match(false));
        assertThat(conditions("If-None-Match", "*"))
                .isEqualTo(new Preconditions(Optional.empty(), Optional.of(Tags.ANY)));
        assertThat(conditions("If-None-Match", "W/\"a\""))
                .isEqualTo(new Preconditions(
                        Optional.empty(), Optional.of(new Tags(false, Set.of(new DocumentTag("a"))))));
    }

    private static Preconditions match(boolean any, String... tags) {
        Set<DocumentTag> all = Set.of(tags).stream().map(DocumentTag::new).collect(java.util.stream.Collectors.toSet());
        return new Preconditions(Optional.of(new Tags(any, all)), Optional.empty());
    }

    private Preconditions conditions(String header, String value) {
        server.core().data.calls.clear();
        send("DELETE", "/org/data/a", "", header, value);
        return (Preconditions) server.core().data.calls.get(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"a", "*, \"a\"", "\"a\" \"b\"", "W/a", ","})
    void aConditionThatCannotBeReadIsNotIgnored(String value) {
        for (String header : new String[] {"If-Match", "If-None-Match"}) {
            HttpResponse<String> response = send("PUT", "/org/data/a", "{}", header, value);
            assertThat(response.statusCode()).isEqualTo(422);
            assertThatJson(response.body()).node("errors[0].field").isEqualTo(header);
        }
        assertThat(server.core().data.calls).isEmpty();
    }

    @Test
    void refusalsOfTheCoreAreTold() {
        server.core().data.document = () -> {
            throw NotFoundException.document();
        };
        assertThat(send("GET", "/org/data/a", "").statusCode()).isEqualTo(404);
        assertThat(send("PATCH", "/org/data/a", "{}").statusCode()).isEqualTo(404);
        server.core().data.document = () -> {
            throw new PreconditionFailedException();
        };
        assertThat(send("PUT", "/org/data/a", "{}", "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
        assertThat(send("DELETE", "/org/data/a", "", "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return server.http().send(request.method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return server.http().request(path).header("Authorization", "Bearer " + ScriptedCore.TOKEN);
    }
}
