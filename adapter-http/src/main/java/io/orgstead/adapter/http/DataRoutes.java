package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the caller's documents as a whole. */
final class DataRoutes {

    private static final String PATH = "/org/data";

    private final OrganizationData data;
    private final Authentication authentication;
    private final RequestBody requestBody;

    DataRoutes(OrganizationData data, Authentication authentication, RequestBody requestBody) {
        this.data = data;
        this.authentication = authentication;
        this.requestBody = requestBody;
    }

    void addTo(RouteTable routes) {
        routes.get(PATH, authentication.protect(this::list));
        routes.add(HandlerType.POST, PATH, withBody(this::insert));
        routes.add(HandlerType.DELETE, PATH, authentication.protect(this::delete));
        routes.add(HandlerType.POST, PATH + "/query", withBody(this::query));
        routes.get(PATH + "/count", authentication.protect(this::count));
    }

    private interface BodyHandler {

        void handle(Context ctx, Principal caller, byte[] body);
    }

    private io.javalin.http.Handler withBody(BodyHandler handler) {
        return authentication.protect(
                (ctx, caller) -> requestBody.read(ctx, body -> handler.handle(ctx, caller, body)));
    }

    private void insert(Context ctx, Principal caller, byte[] body) {
        boolean onlyNew = ConditionalRequest.of(ctx)
                .noneMatch()
                .filter(Preconditions.Tags::any)
                .isPresent();
        Optional<InsertDocuments.Once> request = IdempotencyHeader.of(ctx, onlyNew ? "new" : "", body);
        DataBody read = DataBody.read(body);
        List<Value> ids = data.insert().insert(caller, new InsertDocuments.Command(read.documents(), request, onlyNew));
        if (!read.isList()) {
            ctx.header("Location", DocumentAddress.of(ids.get(0)));
        }
        Answers.send(ctx, 201, MediaType.JSON, DataJson.inserted(ids));
    }

    private void list(Context ctx, Principal caller) {
        answer(ctx, caller, DataQuery.of(parameters(ctx), caller.organizationId()));
    }

    private void query(Context ctx, Principal caller, byte[] body) {
        answer(ctx, caller, DataQuery.of(DataBody.readOne(body), caller.organizationId()));
    }

    private void answer(Context ctx, Principal caller, DataQuery asked) {
        DocumentPage page = data.find().find(caller, asked.query());
        Answers.send(ctx, 200, MediaType.JSON, DataJson.page(page, page.next().map(asked.cursors()::write)));
    }

    private void count(Context ctx, Principal caller) {
        long count = data.count().count(caller, DataQuery.filter(parameters(ctx), false));
        Answers.json(ctx, 200, Map.of("count", count));
    }

    private void delete(Context ctx, Principal caller) {
        long deleted = data.deleteAll().delete(caller, DataQuery.filter(parameters(ctx), true));
        Answers.json(ctx, 200, Map.of("deleted", deleted));
    }

    private static QueryString parameters(Context ctx) {
        return QueryString.of(ctx.req().getQueryString());
    }
}
