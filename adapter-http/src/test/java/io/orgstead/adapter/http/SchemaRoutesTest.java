package io.orgstead.adapter.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaRoutesTest {

    private static final String SCHEMA = "{\"type\": \"object\", \"required\": [\"sku\"]}";

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void isSetReplacedShownAndRemoved() {
        assertThat(send("GET", "{}").statusCode()).isEqualTo(404);
        assertThat(send("PUT", SCHEMA).statusCode()).isEqualTo(201);
        assertThat(send("PUT", SCHEMA).statusCode()).isEqualTo(200);
        assertThat(send("GET", "{}").body()).isEqualTo(SCHEMA);
        assertThat(server.core().data.calls).containsOnly(new DocumentSchema(SCHEMA));
        assertThat(send("DELETE", "{}").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void offendersAreTold() {
        server.core().data.created = () -> {
            throw SchemaViolatedException.byPresent(List.of(new SchemaViolation("sku", "is required").within("b-1")));
        };
        HttpResponse<String> response = send("PUT", SCHEMA);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThatJson(response.body()).node("code").isEqualTo("schema_violated");
        assertThatJson(response.body()).node("errors").isEqualTo("[{field: 'b-1.sku', reason: 'is required'}]");
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        assertThat(send("PUT", "[]").statusCode()).isEqualTo(400);
        server.core().data.created = () -> {
            throw InvalidValueException.at("$schema", "must be missing");
        };
        assertThatJson(send("PUT", SCHEMA).body()).node("errors[0].field").isEqualTo("$schema");
    }

    private HttpResponse<String> send(String method, String body) {
        Http http = server.http();
        return method.equals("PUT")
                ? http.jsonWithToken(method, "/org/schema", body)
                : http.send(http.request("/org/schema")
                        .header("Authorization", "Bearer " + ScriptedCore.TOKEN)
                        .method(method, BodyPublishers.noBody()));
    }
}
