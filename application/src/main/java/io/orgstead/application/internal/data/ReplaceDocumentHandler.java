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

    ReplaceDocumentHandler(DataPorts ports, Changes changes, Insertion insertion, Replacement replacement) {
        this.ports = ports;
        this.changes = changes;
        this.insertion = insertion;
        this.replacement = replacement;
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
        InsertOutcome outcome = ports.documents().insert(scope, documents, ports.quota());
        if (outcome instanceof InsertOutcome.IdTaken) {
            return Optional.empty();
        }
        insertion.requireInserted(outcome, documents.size(), false);
        return Optional.of(true);
    }

    private Optional<Boolean> replace(TenantScope scope, Document read, Document next) {
        return replacement.replace(scope, read, next) ? Optional.of(false) : Optional.empty();
    }
}
