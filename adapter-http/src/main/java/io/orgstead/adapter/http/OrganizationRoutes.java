package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** The routes of the organizations. */
final class OrganizationRoutes {

    private static final String NAME = "organization_name";

    private final UseCases useCases;
    private final Authentication authentication;
    private final RequestBody requestBody;
    private final ExistingName existing;

    OrganizationRoutes(UseCases useCases, Authentication authentication, RequestBody requestBody) {
        this.useCases = useCases;
        this.authentication = authentication;
        this.requestBody = requestBody;
        this.existing = new ExistingName(useCases.find());
    }

    void addTo(RouteTable routes) {
        routes.add(HandlerType.POST, "/org/create", ctx -> requestBody.read(ctx, body -> create(ctx, body)));
        routes.get("/org/get", this::find);
        routes.add(
                HandlerType.PUT,
                "/org/update",
                authentication.protect((ctx, caller) -> requestBody.read(ctx, body -> update(ctx, caller, body))));
        routes.add(
                HandlerType.DELETE,
                "/org/delete",
                authentication.protect(
                        (ctx, caller) -> requestBody.readIfPresent(ctx, body -> delete(ctx, caller, body))));
    }

    private void create(Context ctx, byte[] body) {
        Violations violations = new Violations();
        JsonFields fields = JsonFields.parse(body, violations);
        var name = fields.required(NAME, OrganizationName::parse);
        var email = fields.required("email", EmailAddress::parse);
        var password = fields.required("password", PlaintextPassword::choose);
        fields.rejectUnknown();
        violations.throwIfAny();
        OrganizationDetails created = useCases.create()
                .create(new CreateOrganization.Command(
                        name.orElseThrow(), email.orElseThrow(), password.orElseThrow()));
        ctx.header("Location", OrganizationJson.location(created.name()));
        Answers.json(ctx, 201, OrganizationJson.of(created));
    }

    private void find(Context ctx) {
        Violations violations = new Violations();
        var name = QueryString.of(ctx.req().getQueryString()).required(NAME, violations, existing::parse);
        violations.throwIfAny();
        byte[] body = Json.write(OrganizationJson.of(useCases.find().find(name.orElseThrow())));
        String etag = Etags.of(body);
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache"); // May be kept, but is to be asked for again each time.
        if (Etags.matches(Collections.list(ctx.req().getHeaders("If-None-Match")), etag)) {
            Answers.empty(ctx, 304);
        } else {
            Answers.send(ctx, 200, MediaType.JSON, body);
        }
    }

    private void update(Context ctx, Principal caller, byte[] body) {
        Violations violations = new Violations();
        JsonFields fields = JsonFields.parse(body, violations);
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                fields.optional(NAME, existing::parse),
                fields.optional("new_organization_name", OrganizationName::parse),
                fields.optional("email", EmailAddress::parse),
                fields.optional("password", PlaintextPassword::choose));
        fields.rejectUnknown();
        violations.throwIfAny();
        Answers.json(ctx, 200, OrganizationJson.of(useCases.update().update(caller, command)));
    }

    private void delete(Context ctx, Principal caller, byte[] body) {
        OrganizationDetails deleted = useCases.delete().delete(caller, nameToDelete(ctx, body));
        Answers.json(
                ctx, 200, Map.of("message", "Organization '" + deleted.name().value() + "' deleted successfully"));
    }

    /** The name may stand in the query or in the body; if in both, it has to be of one organization. */
    private Optional<OrganizationName> nameToDelete(Context ctx, byte[] body) {
        Violations violations = new Violations();
        JsonFields fields = body.length == 0 ? JsonFields.none(violations) : JsonFields.parse(body, violations);
        QueryString query = QueryString.of(ctx.req().getQueryString());
        var inQuery = query.optional(NAME, violations, existing::parse);
        var inBody = fields.optional(NAME, existing::parse);
        fields.rejectUnknown();
        query.rejectOthersThan(NAME, violations); // A misspelt guard must not delete.
        if (inQuery.isPresent()
                && inBody.isPresent()
                && !inQuery.get().collectionName().equals(inBody.get().collectionName())) {
            violations.add(NAME, "must be the same in the query and in the body");
        }
        violations.throwIfAny();
        return inQuery.or(() -> inBody);
    }
}
