package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.PreconditionFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of one of the caller's documents. */
final class DocumentRoutes {

    private static final String PATH = DocumentAddress.PREFIX + "{id}";
    private static final String FIELDS = "fields";

    private final OrganizationData data;
    private final Authentication authentication;
    private final RequestBody requestBody;

    DocumentRoutes(OrganizationData data, Authentication authentication, RequestBody requestBody) {
        this.data = data;
        this.authentication = authentication;
        this.requestBody = requestBody;
    }

    void addTo(RouteTable routes) {
        routes.get(PATH, authentication.protect(this::get));
        routes.add(
                HandlerType.PUT,
                PATH,
                authentication.protect((ctx, caller) -> requestBody.read(ctx, body -> replace(ctx, caller, body))));
        routes.add(
                HandlerType.PATCH,
                PATH,
                authentication.protect((ctx, caller) -> requestBody.read(
                        ctx, List.of(MediaType.MERGE_PATCH, MediaType.JSON), body -> patch(ctx, caller, body))));
        routes.add(HandlerType.DELETE, PATH, authentication.protect(this::delete));
    }

    private void get(Context ctx, Principal caller) {
        Value id = DocumentAddress.idOf(ctx);
        Violations violations = new Violations();
        QueryString parameters = QueryString.of(ctx.req().getQueryString());
        parameters.rejectOthersThan(Set.of(FIELDS), violations);
        Projection shown =
                parameters.optional(FIELDS, violations, DataQuery::fields).orElse(Projection.ALL);
        violations.throwIfAny();
        Preconditions conditions = ConditionalRequest.of(ctx);
        TaggedDocument found = data.get().get(caller, id);
        if (!new Preconditions(conditions.match(), Optional.empty()).hold(Optional.of(found.tag()))) {
            throw new PreconditionFailedException();
        }
        Answers.tagged(ctx, MediaType.JSON, DataJson.document(shown.applyTo(found.document())), etag(found));
    }

    private void replace(Context ctx, Principal caller, byte[] body) {
        Value id = DocumentAddress.idOf(ctx);
        requireNoParameters(ctx);
        ReplaceDocument.Result result = data.replace()
                .replace(caller, new ReplaceDocument.Command(id, DataBody.readOne(body), ConditionalRequest.of(ctx)));
        if (result.created()) {
            ctx.header("Location", DocumentAddress.of(id));
        }
        answer(ctx, result.created() ? 201 : 200, result.document());
    }

    private void patch(Context ctx, Principal caller, byte[] body) {
        Value id = DocumentAddress.idOf(ctx);
        requireNoParameters(ctx);
        answer(
                ctx,
                200,
                data.patch()
                        .patch(
                                caller,
                                new PatchDocument.Command(id, DataBody.readOne(body), ConditionalRequest.of(ctx))));
    }

    private void delete(Context ctx, Principal caller) {
        Value id = DocumentAddress.idOf(ctx);
        requireNoParameters(ctx);
        data.delete().delete(caller, id, ConditionalRequest.of(ctx));
        Answers.json(ctx, 200, Map.of("deleted", 1));
    }

    private static void answer(Context ctx, int status, TaggedDocument document) {
        ctx.header("ETag", etag(document));
        Answers.send(ctx, status, MediaType.JSON, DataJson.document(document.document()));
    }

    private static String etag(TaggedDocument document) {
        return '"' + document.tag().value() + '"';
    }

    /** Who adds a filter to a change means something by it that does not happen. */
    private static void requireNoParameters(Context ctx) {
        Violations violations = new Violations();
        QueryString.of(ctx.req().getQueryString()).rejectOthersThan(Set.of(), violations);
        violations.throwIfAny();
    }
}
