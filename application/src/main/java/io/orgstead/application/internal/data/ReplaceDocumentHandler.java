package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.TenantScope;
import java.util.List;
import java.util.Optional;

/** Replaces what is there, or inserts. */
final class ReplaceDocumentHandler implements ReplaceDocument {

    private final DataPorts ports;
    private final Changes changes;
    private final Insertion insertion;
    private final Replacement replacement;
    private final Schemas schemas;

    ReplaceDocumentHandler(
            DataPorts ports, Changes changes, Insertion insertion, Replacement replacement, Schemas schemas) {
        this.ports = ports;
        this.changes = changes;
        this.insertion = insertion;
        this.replacement = replacement;
        this.schemas = schemas;
    }

    @Override
    public Result replace(Principal caller, Command command) {
        Document next = replacement.checked(command.id(), command.document());
        boolean created = changes.ofAny(
                caller,
                command.id(),
                command.preconditions(),
                (scope, found) -> found.isEmpty() ? insert(scope, next) : replace(scope, found.get(), next));
        return new Result(Tags.tagged(caller.organizationId(), next), created);
    }

    /** Whether it was inserted; empty if there is one meanwhile. */
    private Optional<Boolean> insert(TenantScope scope, Document next) {
        List<Document> documents = List.of(next);
        return schemas.writing(
                scope.organization(),
                documents,
                false,
                () -> inserted(ports.documents().insert(scope, documents, ports.quota())),
                Optional::isPresent,
                () -> ports.documents().delete(scope, next));
    }

    private Optional<Boolean> inserted(InsertOutcome outcome) {
        return outcome instanceof InsertOutcome.IdTaken
                ? Optional.empty()
                : Optional.of(insertion.requireInserted(outcome, 1, false));
    }

    private Optional<Boolean> replace(TenantScope scope, Document read, Document next) {
        return replacement.replace(scope, read, next) ? Optional.of(false) : Optional.empty();
    }
}
