package io.orgstead.application.internal.data;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.List;

/** Puts a document in the place of one that was read. */
final class Replacement {

    private final DataPorts ports;
    private final Refusals refusals;
    private final Schemas schemas;

    Replacement(DataPorts ports, Refusals refusals, Schemas schemas) {
        this.ports = ports;
        this.refusals = refusals;
        this.schemas = schemas;
    }

    /**
     * Looks at a document that is to be stored under an id.
     *
     * @return it, with the id in the first place
     * @throws InvalidValueException if it breaks a rule, or has another id
     * @throws io.orgstead.domain.failure.QuotaExceededException if it is too large
     */
    Document checked(Value id, Document document) {
        if (!document.get(Document.ID).orElse(id).equals(id)) {
            throw InvalidValueException.at(Document.ID, "must stay what it is in the address");
        }
        Document complete = document.withId(id);
        DocumentRules.check(complete);
        Refusals.requireDistinctId(id);
        refusals.requireSize(complete);
        return complete;
    }

    /** False if the document is not, or no longer, what was read. */
    boolean replace(TenantScope scope, Document read, Document next) {
        if (read.equals(next)) {
            return true;
        }
        return schemas.writing(
                scope.organization(),
                List.of(next),
                false,
                () -> write(scope, read, next),
                Boolean::booleanValue,
                () -> ports.documents().replace(scope, next, read, Quota.UNLIMITED));
    }

    private boolean write(TenantScope scope, Document read, Document next) {
        ReplaceOutcome outcome = ports.documents().replace(scope, read, next, ports.quota());
        if (outcome instanceof ReplaceOutcome.IndexViolated violated) {
            throw ConflictException.indexViolated(violated.index());
        } else if (outcome instanceof ReplaceOutcome.ParallelArrays parallel) {
            throw Refusals.parallelArrays(parallel.index());
        } else if (outcome instanceof ReplaceOutcome.QuotaReached reached) {
            throw refusals.quotaReached(reached.usage(), 0);
        }
        return outcome instanceof ReplaceOutcome.Replaced;
    }
}
