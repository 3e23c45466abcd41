package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The routes by which all of an organization's documents come and go, a line each. */
final class TransferRoutes {

    private static final String ON_CONFLICT = "on_conflict";

    private final OrganizationData data;
    private final Authentication authentication;
    private final Transfers transfers;
    private final int maxLineBytes;

    TransferRoutes(OrganizationData data, Authentication authentication, Transfers transfers, int maxLineBytes) {
        this.data = data;
        this.authentication = authentication;
        this.transfers = transfers;
        this.maxLineBytes = maxLineBytes;
    }

    void addTo(RouteTable routes) {
        routes.add(HandlerType.GET, "/org/export", authentication.protect(this::export));
        routes.add(HandlerType.HEAD, "/org/export", authentication.protect(this::describe));
        routes.add(HandlerType.POST, "/org/import", authentication.protect(this::load));
    }

    /** As the answer to GET would begin; nothing is read for it. */
    private void describe(Context ctx, Principal caller) {
        requireNoParameters(ctx);
        ExportStream.describe(ctx);
    }

    private void export(Context ctx, Principal caller) {
        requireNoParameters(ctx);
        transfers.run(ctx, Transfers.Direction.OUT, caller.organizationId(), () -> {
            ExportStream out = ExportStream.begin(ctx);
            data.export().export(caller, out::write);
            out.complete();
        });
    }

    private void load(Context ctx, Principal caller) {
        Violations violations = new Violations();
        QueryString parameters = QueryString.of(ctx.req().getQueryString());
        parameters.rejectOthersThan(Set.of(ON_CONFLICT), violations);
        ImportDocuments.OnConflict onConflict = parameters
                .optional(ON_CONFLICT, violations, TransferRoutes::onConflict)
                .orElse(ImportDocuments.OnConflict.FAIL);
        violations.throwIfAny();
        boolean compressed = ImportStream.isCompressed(ctx);
        transfers.run(ctx, Transfers.Direction.IN, caller.organizationId(), () -> {
            try (ImportStream in = ImportStream.open(ctx, compressed, maxLineBytes)) {
                answer(ctx, data.load().load(caller, onConflict, in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ImportDocuments.OnConflict onConflict(String text) {
        return Arrays.stream(ImportDocuments.OnConflict.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be fail, skip or replace"));
    }

    private static void answer(Context ctx, ImportDocuments.Result result) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("inserted", result.inserted());
        counts.put("replaced", result.replaced());
        counts.put("skipped", result.skipped());
        if (result.stopped().isEmpty()) {
            Answers.json(ctx, 200, counts);
            return;
        }
        ImportDocuments.Stop stop = result.stopped().get();
        Problem problem = problem(stop.reason()).withMember("line", stop.line()).closingConnection();
        for (Map.Entry<String, Object> count : counts.entrySet()) {
            problem = problem.withMember(count.getKey(), count.getValue());
        }
        throw problem.asException();
    }

    private static Problem problem(RuntimeException reason) {
        if (reason instanceof DomainException refusal) {
            return DomainProblems.of(refusal);
        } else if (reason instanceof ProblemException problem) {
            return problem.problem();
        }
        throw reason;
    }

    private static void requireNoParameters(Context ctx) {
        Violations violations = new Violations();
        QueryString.of(ctx.req().getQueryString()).rejectOthersThan(Set.of(), violations);
        violations.throwIfAny();
    }
}
