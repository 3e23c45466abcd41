package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.AccessDeniedException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks (401) is told before whose organization it is (403), and that before what is wrong with the fields (422). */
class OrderOfRefusalsTest {

    private static final String UPDATE = "PUT /org/update";
    private static final String DELETE = "DELETE /org/delete";

    @RegisterExtension
    final TestServer server = new TestServer();

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"organization_name\": \"other\"}", "{\"email\": 5, \"x\": \"y\"}"})
    void aWrongTokenComesBeforeWhateverTheBodySays(String body) {
        for (String route : new String[] {UPDATE, DELETE, DELETE + "?organization_name=other&x=y"}) {
            HttpResponse<String> response = send(route, "bad.token", "application/json", body);

            assertThat(response.statusCode()).as(route).isEqualTo(401);
            assertThat(Http.body(response).get("code").textValue()).isEqualTo("token_invalid");
        }
    }

    @Test
    void aWrongTokenComesBeforeABodyOfAnotherType() {
        assertThat(send(UPDATE, "bad.token", "text/plain", "x").statusCode()).isEqualTo(401);
        assertThat(send(DELETE, "bad.token", "text/plain", "x").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"organization_name\": \"other\", \"email\": \"none\"}",
                "{\"organization_name\": \"other\", \"new_organization_name\": \"?\", \"password\": \"short\"}",
                "{\"organization_name\": \"other\", \"colour\": \"red\"}",
                "{\"organization_name\": \"other\", \"email\": null}",
            })
    void anothersNameComesBeforeFieldsOfAnUpdate(String body) {
        assertForbidden(send(UPDATE, ScriptedCore.TOKEN, "application/json", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?organization_name=other&force=1 | ''",
                "?force=1                         | {\"organization_name\": \"other\"}",
                "?organization_name=other         | {\"colour\": \"red\"}",
                "?organization_name=other         | {\"organization_name\": 5}",
                "?organization_name=acme+corp     | {\"organization_name\": \"other\"}",
                "?organization_name=other         | {\"organization_name\": \"acme corp\"}",
                "''                               | {\"organization_name\": \"other\", \"colour\": \"red\"}",
            })
    void anothersNameComesBeforeFieldsOfADeletion(String query, String body) {
        assertForbidden(send(DELETE + query, ScriptedCore.TOKEN, "application/json", body));
    }

    @Test
    void whereNothingElseIsWrongTheCoreDecidesWhoseNameItIs() {
        server.core().update = (caller, command) -> {
            throw new AccessDeniedException();
        };

        assertForbidden(send(UPDATE, ScriptedCore.TOKEN, "application/json", "{\"organization_name\": \"acme corp\"}"));
        assertThat(send(DELETE + "?organization_name=acme_corp", ScriptedCore.TOKEN, "application/json", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"organization_name\": \"Acme Corp\", \"email\": \"none\"}",
                "{\"organization_name\": \"acme_corp\", \"email\": \"none\"}",
                "{\"organization_name\": \"?\", \"email\": \"admin@acme.com\"}",
                "{\"organization_name\": 5}",
            })
    void withTheOwnNameOrNoneTheFieldsAreTold(String body) {
        assertThat(send(UPDATE, ScriptedCore.TOKEN, "application/json", body).statusCode())
                .isEqualTo(422);
        assertThat(send(DELETE, ScriptedCore.TOKEN, "application/json", body).statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> send(String route, String token, String mediaType, String body) {
        String[] methodAndPath = route.split(" ", 2);
        Http http = server.http();
        return http.send(http.request(methodAndPath[1])
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", mediaType)
                .method(methodAndPath[0], BodyPublishers.ofString(body)));
    }

    private void assertForbidden(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("access_denied");
    }
}
