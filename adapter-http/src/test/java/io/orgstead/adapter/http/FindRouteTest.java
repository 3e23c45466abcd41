package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindRouteTest {

    private static final String ACME = "/org/get?organization_name=acme_corp";

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void findsAndTags() {
        HttpResponse<String> response = server.http().get(ACME);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.header(response, "ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(Http.header(response, "Cache-Control")).isEqualTo("no-cache");
        assertThat(Http.body(response).get("organization_name").textValue()).isEqualTo("Acme Corp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"other\" , W/%s", "*"})
    void answersNotModifiedToAKnownTag(String ifNoneMatch) {
        String etag = Http.header(server.http().get(ACME), "ETag");

        HttpResponse<String> response = server.http()
                .send(server.http().request(ACME).header("If-None-Match", String.format(ifNoneMatch, etag)));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        assertThat(response.body()).isEmpty();
        assertThat(Http.header(response, "ETag")).isEqualTo(etag);
        assertThat(Http.header(response, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void answersInFullToAnotherTag() {
        String etag = Http.header(server.http().get(ACME), "ETag");

        HttpResponse<String> response = server.http()
                .send(server.http().request(ACME).header("If-None-Match", "\"other\", " + etag.replace("\"", "")));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> get = server.http().get(ACME);
        HttpResponse<String> head =
                server.http().send(server.http().request(ACME).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().map().keySet()).isEqualTo(get.headers().map().keySet());
        assertThat(Http.header(head, "Content-Length")).isEqualTo(Http.header(get, "Content-Length"));
        assertThat(Http.header(head, "ETag")).isEqualTo(Http.header(get, "ETag"));
    }

    @Test
    void headFindsNothingWhereGetFindsNothing() {
        HttpResponse<String> head = server.http()
                .send(server.http()
                        .request("/org/get?organization_name=nobody")
                        .method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void unknownIsAProblemThatNobodyKeeps() {
        HttpResponse<String> response = server.http().get("/org/get?organization_name=nobody");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("organization_not_found");
        assertThat(Http.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.headers().firstValue("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?organization_name",
                "?organization_name=",
                "?organization_name=%20%20%20",
                "?organization_name=abc%00def",
                "?organization_name=acme%ff",
                "?organization_name=acme%c0%80",
                "?organization_name=acme&organization_name=acme",
                "?Organization_Name=acme_corp",
                "?name=acme_corp"
            })
    void refusesAMissingOrInvalidName(String query) {
        HttpResponse<String> response = server.http().get("/org/get" + query);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("invalid_request");
        assertThat(Http.body(response).get("errors")).hasSize(1);
        assertThat(Http.body(response).at("/errors/0/field").textValue()).isEqualTo("organization_name");
        assertThat(Http.body(response).at("/errors/0/reason").textValue()).isNotEmpty();
        assertThat(server.core().calls).isEmpty();
    }

    /** Another implementation may have let such a name through, so the core is asked; here it has none. */
    @ParameterizedTest
    @ValueSource(strings = {"ab", "___"})
    void refusesAnInvalidNameThatNothingHas(String name) {
        HttpResponse<String> response = server.http().get("/org/get?organization_name=" + name);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Http.body(response).at("/errors/0/field").textValue()).isEqualTo("organization_name");
        assertThat(server.core().calls).hasSize(1);
    }

    @Test
    void refusesABrokenEscape() {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head("GET /org/get?organization_name=acme%zz HTTP/1.1", "Host: x", "Connection: close"));

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void ignoresParametersThatItDoesNotKnow() {
        assertThat(server.http().get(ACME + "&utm_source=mail").statusCode()).isEqualTo(200);
    }
}
