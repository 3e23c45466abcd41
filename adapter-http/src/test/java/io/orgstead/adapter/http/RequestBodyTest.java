package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final String VALID = """
            {"organization_name": "acme", "email": "a@b.com", "password": "longenough"}""";

    @RegisterExtension
    final TestServer server = new TestServer();

    static Stream<byte[]> malformed() {
        Stream<String> texts = Stream.of(
                "",
                " ",
                "{",
                "{}}",
                VALID + "{}",
                VALID + " x",
                "[]",
                "[" + VALID + "]",
                "null",
                "\"text\"",
                "42",
                "{'email': 'a@b.com'}",
                "{email: \"a@b.com\"}",
                "{\"email\": NaN}",
                "{\"email\": 01}",
                "{\"email\": \"a\nb\"}",
                "{\"email\": \"\\x\"}",
                "{\"email\": \"a@b.com\",}",
                "{\"email\": \"a@b.com\", \"email\": \"c@d.com\"}",
                "// comment\n" + VALID,
                "{\"email\": " + "[".repeat(1000) + "]".repeat(1000) + "}",
                "\uFEFF" + VALID);
        return Stream.concat(
                texts.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(
                        VALID.getBytes(StandardCharsets.UTF_16),
                        VALID.getBytes(StandardCharsets.UTF_16LE),
                        VALID.replace("acme", "acm\u00e9").getBytes(StandardCharsets.ISO_8859_1),
                        VALID.replace("acme", "acm\u00c0\u0080").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(byte[] body) {
        HttpResponse<String> response = server.http()
                .send(server.http()
                        .request("/org/create")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("malformed_json");
        assertThat(server.core().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "application/json ; charset=utf8",
                "application/json; version=1; charset=utf-8"
            })
    void acceptsJson(String contentType) {
        assertThat(post(contentType).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/jsonp",
                "application/problem+json",
                "application/vnd.api+json",
                "application",
                "json",
                "*/*"
            })
    void refusesOtherMediaTypes(String contentType) {
        HttpResponse<String> response = post(contentType);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("unsupported_media_type");
    }

    @Test
    void refusesABodyWithoutMediaType() {
        Http http = server.http();
        assertThat(http.send(http.request("/org/create").POST(BodyPublishers.ofString(VALID)))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void noBodyAtAllIsMalformed() {
        Http http = server.http();
        assertThat(http.send(http.request("/org/create").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesEncodedBodies() {
        Http http = server.http();
        assertThat(http.send(http.request("/org/create")
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofString(VALID)))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        HttpResponse<String> response = server.http().json("POST", "/org/create", """
                        {"organization_name": 7, "password": "short", "admin": true, "": {"a": []}}""");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("invalid_request");
        assertThat(fields(response)).containsExactly("organization_name", "email", "password", "admin", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "1.5", "true", "[]", "{}", "[\"acme\"]"})
    void takesNothingButStrings(String value) {
        HttpResponse<String> create = server.http()
                .json(
                        "POST",
                        "/org/create",
                        "{\"organization_name\": " + value + ", \"email\": \"a@b.com\", \"password\": \"longenough\"}");
        HttpResponse<String> update =
                server.http().jsonWithToken("PUT", "/org/update", "{\"new_organization_name\": " + value + "}");

        assertThat(create.statusCode()).isEqualTo(422);
        assertThat(fields(create)).containsExactly("organization_name");
        assertThat(update.statusCode()).isEqualTo(422);
        assertThat(fields(update)).containsExactly("new_organization_name");
    }

    @Test
    void neverRepeatsAValue() {
        HttpResponse<String> response = server.http().json("POST", "/org/create", """
                        {"organization_name": "acme", "email": "a@b.com", "password": "s3cr3t!"}""");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).doesNotContain("s3cr3t!");
    }

    @Test
    void answersShortlyToManyUnknownFields() {
        String many = IntStream.range(0, 300)
                .mapToObj(i -> "\"f" + i + "\":1")
                .collect(Collectors.joining(",", "{\"" + "x".repeat(300) + "\":1,", "}"));

        HttpResponse<String> response = server.http().json("POST", "/admin/login", many);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Http.body(response).get("errors")).hasSize(50);
        assertThat(response.body()).hasSizeLessThan(5000);
    }

    private HttpResponse<String> post(String contentType) {
        Http http = server.http();
        return http.send(
                http.request("/org/create").header("Content-Type", contentType).POST(BodyPublishers.ofString(VALID)));
    }

    private static List<String> fields(HttpResponse<String> response) {
        return Http.body(response).findValuesAsText("field");
    }
}
