package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        Answers.tagged(ctx, MediaType.JSON, body, Etags.of(body));
    }

    private void update(Context ctx, Principal caller, byte[] body) {
        Violations violations = new Violations();
        JsonFields fields = JsonFields.parse(body, violations);
        Optional<OrganizationName> current = fields.optional(NAME, existing::parse);
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                current,
                fields.optional("new_organization_name", OrganizationName::parse),
                fields.optional("email", EmailAddress::parse),
                fields.optional("password", PlaintextPassword::choose));
        fields.rejectUnknown();
        if (!violations.isEmpty()) {
            requireOwn(caller, current.stream());
        }
        violations.throwIfAny();
        Answers.json(ctx, 200, OrganizationJson.of(useCases.update().update(caller, command)));
    }

    private void delete(Context ctx, Principal caller, byte[] body) {
        DeleteOrganization.Deletion deletion = useCases.delete().delete(caller, nameToDelete(ctx, caller, body));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", "Organization '" + deletion.organization().name().value() + "' deleted successfully");
        deletion.restorableUntil().ifPresent(end -> answer.put("restorable_until", end.toString()));
        Answers.json(ctx, 200, answer);
    }

    /** The name may stand in the query or in the body; if in both, both have to be the caller's. */
    private Optional<OrganizationName> nameToDelete(Context ctx, Principal caller, byte[] body) {
        Violations violations = new Violations();
        JsonFields fields = body.length == 0 ? JsonFields.none(violations) : JsonFields.parse(body, violations);
        QueryString query = QueryString.of(ctx.req().getQueryString());
        var inQuery = query.optional(NAME, violations, existing::parse);
        var inBody = fields.optional(NAME, existing::parse);
        fields.rejectUnknown();
        query.rejectOthersThan(Set.of(NAME), violations); // A misspelt guard must not delete.
        if (!violations.isEmpty() || (inQuery.isPresent() && inBody.isPresent())) {
            requireOwn(caller, Stream.of(inQuery, inBody).flatMap(Optional::stream));
        }
        violations.throwIfAny();
        return inQuery.or(() -> inBody);
    }

    /** Whose organization it is comes before what is wrong with the fields. Of a request without faults the core decides. */
    private static void requireOwn(Principal caller, Stream<OrganizationName> names) {
        OrganizationName own = caller.organizationName();
        if (!names.allMatch(name -> name.equals(own) || name.collectionName().equals(own.collectionName()))) {
            throw new AccessDeniedException();
        }
    }
}
