package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.failure.ConflictException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrganizationRoutesTest {

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void createAnswersWithTheOrganizationAndWhereItIs() {
        HttpResponse<String> response = server.http().json("POST", "/org/create", """
                        {"organization_name": "  Café & Co ", "email": "Admin@Cafe.com", "password": "longenough"}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(Http.header(response, "Location")).isEqualTo("/org/get?organization_name=Caf%C3%A9%20%26%20Co");
        JsonNode body = Http.body(response);
        assertThat(body.properties().stream().map(field -> field.getKey()))
                .containsExactly(
                        "organization_id",
                        "organization_name",
                        "collection_name",
                        "admin_id",
                        "admin_email",
                        "created_at");
        assertThat(body.get("organization_name").textValue()).isEqualTo("Café & Co");
        assertThat(body.get("collection_name").textValue()).isEqualTo("org_café___co");
        assertThat(body.get("admin_email").textValue()).isEqualTo("admin@cafe.com");
        assertThat(body.get("created_at").textValue()).isEqualTo("2026-11-23T07:30:00.120Z");
        assertThat(((CreateOrganization.Command) server.core().calls.get(0))
                        .password()
                        .reveal())
                .isEqualTo("longenough");
    }

    @Test
    void createPassesRefusalsOn() {
        server.core().create = command -> {
            throw ConflictException.nameTaken();
        };

        HttpResponse<String> response = server.http().json("POST", "/org/create", """
                        {"organization_name": "acme", "email": "a@b.com", "password": "longenough"}""");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("name_taken");
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void updateChangesWhatIsGiven() {
        HttpResponse<String> response = server.http().jsonWithToken("PUT", "/org/update", """
                        {"organization_name": "acme corp", "new_organization_name": "Acme Ltd", "password": "newpassword"}""");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.body(response).get("organization_name").textValue()).isEqualTo("Acme Ltd");
        UpdateOrganization.Command command =
                (UpdateOrganization.Command) server.core().calls.get(1);
        assertThat(command.currentName().orElseThrow().value()).isEqualTo("acme corp");
        assertThat(command.email()).isEmpty();
        assertThat(command.password().orElseThrow().reveal()).isEqualTo("newpassword");
    }

    @Test
    void updateOfNothingNamesWhatCouldBeGiven() {
        HttpResponse<String> response = server.http().jsonWithToken("PUT", "/org/update", "{}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("nothing_to_change");
        assertThat(Http.body(response).get("errors")).hasSize(3);
    }

    @Test
    void deleteTakesTheNameFromQueryOrBodyOrFromTheToken() {
        Http http = server.http();

        assertThat(http.jsonWithToken("DELETE", "/org/delete?organization_name=acme+corp", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.jsonWithToken("DELETE", "/org/delete", "{\"organization_name\": \"ACME corp\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> response = http.send(http.request("/org/delete")
                .header("Authorization", "bearer " + ScriptedCore.TOKEN)
                .DELETE());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Http.body(response).get("message").textValue()).contains("Acme Corp");
        assertThat(server.core().calls.get(server.core().calls.size() - 1)).isEqualTo(Optional.empty());
    }

    @Test
    void deleteOfAnotherIsForbidden() {
        HttpResponse<String> response =
                server.http().jsonWithToken("DELETE", "/org/delete?organization_name=other", "");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Http.body(response).get("code").textValue()).isEqualTo("access_denied");
    }
}
