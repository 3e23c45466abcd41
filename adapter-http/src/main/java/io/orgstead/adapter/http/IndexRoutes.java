package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.data.GetUsage;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Quota;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes of the caller's indexes, and of how much there is of everything. */
final class IndexRoutes {

    private static final String PATH = "/org/indexes";
    private static final String NAME = "name";

    private final OrganizationData data;
    private final Authentication authentication;
    private final RequestBody requestBody;

    IndexRoutes(OrganizationData data, Authentication authentication, RequestBody requestBody) {
        this.data = data;
        this.authentication = authentication;
        this.requestBody = requestBody;
    }

    void addTo(RouteTable routes) {
        routes.get(PATH, authentication.protect(this::list));
        routes.add(
                HandlerType.PUT,
                PATH,
                authentication.protect((ctx, caller) -> requestBody.read(ctx, body -> put(ctx, caller, body))));
        routes.add(HandlerType.DELETE, PATH, authentication.protect(this::delete));
        routes.get("/org/usage", authentication.protect(this::usage));
    }

    private void list(Context ctx, Principal caller) {
        List<Map<String, Object>> items =
                data.indexes().list(caller).stream().map(IndexJson::of).toList();
        Answers.json(ctx, 200, Map.of("items", items));
    }

    private void put(Context ctx, Principal caller, byte[] body) {
        IndexDefinition index = IndexJson.read(DataBody.readOne(body));
        boolean created = data.indexes().create(caller, index);
        Answers.json(ctx, created ? 201 : 200, IndexJson.of(index));
    }

    private void delete(Context ctx, Principal caller) {
        Violations violations = new Violations();
        QueryString parameters = QueryString.of(ctx.req().getQueryString());
        parameters.rejectOthersThan(Set.of(NAME), violations);
        Optional<String> name = parameters.required(NAME, violations, Function.identity());
        violations.throwIfAny();
        data.indexes().drop(caller, name.orElseThrow());
        Answers.json(ctx, 200, Map.of("deleted", 1));
    }

    private void usage(Context ctx, Principal caller) {
        GetUsage.Report report = data.usage().usage(caller);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("documents", report.usage().documents());
        answer.put("bytes", report.usage().bytes());
        answer.put("indexes", report.indexes());
        answer.put("quota", quota(report.quota()));
        Answers.json(ctx, 200, answer);
    }

    private static Map<String, @Nullable Object> quota(Quota quota) {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("documents", limit(quota.documents(), Quota.UNLIMITED.documents()));
        limits.put("bytes", limit(quota.bytes(), Quota.UNLIMITED.bytes()));
        limits.put("document_bytes", limit(quota.documentBytes(), Quota.UNLIMITED.documentBytes()));
        limits.put("indexes", limit(quota.indexes(), Quota.UNLIMITED.indexes()));
        return limits;
    }

    private static @Nullable Long limit(long limit, long unlimited) {
        return limit == unlimited ? null : Long.valueOf(limit);
    }
}
