package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {

    @RegisterExtension
    final TestServer server = new TestServer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /org/create  | OPTIONS, POST",
                "HEAD   | /org/create  | OPTIONS, POST",
                "PUT    | /org/create  | OPTIONS, POST",
                "POST   | /org/get     | GET, HEAD, OPTIONS",
                "DELETE | /org/get     | GET, HEAD, OPTIONS",
                "HEAD   | /org/update  | OPTIONS, PUT",
                "PATCH  | /org/update  | OPTIONS, PUT",
                "PATCH  | /org/data    | DELETE, GET, HEAD, OPTIONS, POST",
                "POST   | /org/data/a  | DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
                "PUT    | /org/data/count | GET, HEAD, OPTIONS",
                "GET    | /org/data/query | OPTIONS, POST",
                "POST   | /org/indexes | DELETE, GET, HEAD, OPTIONS, PUT",
                "PUT    | /org/usage   | GET, HEAD, OPTIONS",
                "POST   | /org/update  | OPTIONS, PUT",
                "HEAD   | /org/delete  | DELETE, OPTIONS",
                "GET    | /org/delete  | DELETE, OPTIONS",
                "GET    | /admin/login | OPTIONS, POST",
                "TRACE  | /admin/login | OPTIONS, POST",
                "BREW   | /            | GET, HEAD, OPTIONS",
                "get    | /health      | GET, HEAD, OPTIONS",
                "POST   | /health/live | GET, HEAD, OPTIONS",
            })
    void otherMethodsAreNotAllowed(String method, String path, String allow) {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                        method + " " + path + " HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer good.token",
                        "Connection: close"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.head()).contains("Allow: " + allow);
        assertThat(answer.isProblem()).isTrue();
        assertThat(server.core().calls).isEmpty();
        if (!method.equals("HEAD")) {
            assertThat(answer.body()).contains("method_not_allowed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/org/create   | OPTIONS, POST",
                "/org/get      | GET, HEAD, OPTIONS",
                "/org/update   | OPTIONS, PUT",
                "/org/delete   | DELETE, OPTIONS",
                "/admin/login  | OPTIONS, POST",
                "/org/data     | DELETE, GET, HEAD, OPTIONS, POST",
                "/org/data/a   | DELETE, GET, HEAD, OPTIONS, PATCH, PUT",
                "/org/data/count | GET, HEAD, OPTIONS",
                "/health/ready | GET, HEAD, OPTIONS",
            })
    void optionsAreToldAndNothingIsRun(String path, String allow) {
        Http http = server.http();
        HttpResponse<String> response = http.send(http.request(path)
                .header("Authorization", "Bearer good.token")
                .header("Content-Type", "application/json")
                .method("OPTIONS", BodyPublishers.ofString("{\"organization_name\": \"Acme Corp\"}")));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        assertThat(Http.header(response, "Allow")).isEqualTo(allow);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(server.core().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/org",
                "/org/",
                "/org/get/",
                "/org//get",
                "//org/get",
                "/ORG/get",
                "/org/get;a=b",
                "/org/%67et",
                "/org/get/acme",
                "/org/data/",
                "/org/data/a/b",
                "/org/data//",
                "/health/",
                "/index.html",
                "/favicon.ico",
                "/*"
            })
    void otherPathsAreUnknown(String path) {
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            RawHttp.Answer answer =
                    server.raw().send(RawHttp.head(method + " " + path + " HTTP/1.1", "Host: x", "Connection: close"));

            assertThat(answer.status()).as(method).isIn(400, 404);
            assertThat(answer.isProblem()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void noHeaderChangesTheMethod(String header) {
        Http http = server.http();
        HttpResponse<String> response = http.send(http.request("/org/delete")
                .header("Authorization", "Bearer good.token")
                .header(header, "DELETE")
                .POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
    }

    @Test
    void aWebSocketHandshakeIsAnOrdinaryRequest() {
        RawHttp.Answer answer = server.raw()
                .send(RawHttp.head(
                        "GET /health/live HTTP/1.1",
                        "Host: x",
                        "Connection: Upgrade, close",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));

        assertThat(answer.status()).isEqualTo(200);
    }
}
