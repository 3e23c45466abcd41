package io.orgstead.application.internal.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.PreconditionFailedException;
import java.util.List;

/** Inserts documents that have their ids. */
final class Insertion {

    private final DataPorts ports;
    private final TenantScopes scopes;
    private final Refusals refusals;
    private final Schemas schemas;

    Insertion(DataPorts ports, TenantScopes scopes, Refusals refusals, Schemas schemas) {
        this.ports = ports;
        this.scopes = scopes;
        this.refusals = refusals;
        this.schemas = schemas;
    }

    /** Inserts all of them, or throws. */
    void insert(Principal caller, List<Document> documents, boolean onlyNew) {
        documents.forEach(refusals::requireSize);
        requireInserted(attempt(caller, documents), documents.size(), onlyNew);
    }

    /** Inserts all of them, or says why none is there. Their sizes have been looked at. */
    InsertOutcome attempt(Principal caller, List<Document> documents) {
        return schemas.writing(
                caller.organizationId(),
                documents,
                true,
                () -> scopes.within(caller, scope -> ports.documents().insert(scope, documents, ports.quota())),
                InsertOutcome.Inserted.class::isInstance,
                () -> scopes.within(caller, scope -> remove(scope, documents)));
    }

    /** Takes back what was inserted, as far as nobody has changed it since. */
    private int remove(TenantScope scope, List<Document> documents) {
        documents.forEach(document -> ports.documents().delete(scope, document));
        return documents.size();
    }

    /** Throws unless all of so many documents are there. */
    boolean requireInserted(InsertOutcome outcome, int count, boolean onlyNew) {
        if (outcome instanceof InsertOutcome.IdTaken taken) {
            throw onlyNew ? new PreconditionFailedException() : ConflictException.documentExists(taken.position());
        } else if (outcome instanceof InsertOutcome.IndexViolated violated) {
            throw ConflictException.indexViolated(violated.index());
        } else if (outcome instanceof InsertOutcome.ParallelArrays parallel) {
            throw Refusals.parallelArrays(parallel.index()).within(Integer.toString(parallel.position()));
        } else if (outcome instanceof InsertOutcome.QuotaReached reached) {
            throw refusals.quotaReached(reached.usage(), count);
        }
        return true;
    }
}
