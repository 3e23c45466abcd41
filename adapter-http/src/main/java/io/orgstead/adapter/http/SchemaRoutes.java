package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.data.ManageSchema;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The routes of the schema of the caller's documents. */
final class SchemaRoutes {

    private static final String PATH = "/org/schema";

    private final ManageSchema schema;
    private final Authentication authentication;
    private final RequestBody requestBody;

    SchemaRoutes(ManageSchema schema, Authentication authentication, RequestBody requestBody) {
        this.schema = schema;
        this.authentication = authentication;
        this.requestBody = requestBody;
    }

    void addTo(RouteTable routes) {
        routes.get(PATH, authentication.protect(this::show));
        routes.add(
                HandlerType.PUT,
                PATH,
                authentication.protect((ctx, caller) -> requestBody.read(ctx, body -> put(ctx, caller, body))));
        routes.add(HandlerType.DELETE, PATH, authentication.protect(this::delete));
    }

    private void show(Context ctx, Principal caller) {
        answer(ctx, 200, schema.find(caller).orElseThrow(NotFoundException::schema));
    }

    private void put(Context ctx, Principal caller, byte[] body) {
        Json.readObject(body);
        DocumentSchema wanted = new DocumentSchema(new String(body, StandardCharsets.UTF_8));
        boolean replaced = schema.set(caller, wanted);
        answer(ctx, replaced ? 200 : 201, wanted);
    }

    private void delete(Context ctx, Principal caller) {
        schema.remove(caller);
        Answers.json(ctx, 200, Map.of("deleted", 1));
    }

    private static void answer(Context ctx, int status, DocumentSchema schema) {
        Answers.send(ctx, status, MediaType.JSON, schema.json().getBytes(StandardCharsets.UTF_8));
    }
}
