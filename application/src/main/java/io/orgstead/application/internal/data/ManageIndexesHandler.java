package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.ManageIndexes;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.QuotaExceededException.Limited;
import java.util.List;

/** Makes and removes indexes, and says what is in their way. */
final class ManageIndexesHandler implements ManageIndexes {

    private final DataPorts ports;
    private final TenantScopes scopes;

    ManageIndexesHandler(DataPorts ports, TenantScopes scopes) {
        this.ports = ports;
        this.scopes = scopes;
    }

    @Override
    public List<IndexDefinition> list(Principal caller) {
        return scopes.within(caller, ports.indexes()::list);
    }

    @Override
    public boolean create(Principal caller, IndexDefinition index) {
        return scopes.within(caller, scope -> create(scope, index));
    }

    private boolean create(TenantScope scope, IndexDefinition index) {
        List<IndexDefinition> before = ports.indexes().list(scope);
        IndexOutcome outcome =
                ports.indexes().create(scope, index, ports.quota().indexes());
        if (outcome != IndexOutcome.PRESENT) {
            throw refusal(outcome, before.size());
        }
        return !before.contains(index);
    }

    private DomainException refusal(IndexOutcome outcome, int present) {
        return switch (outcome) {
            case QUOTA_REACHED ->
                new QuotaExceededException(Limited.INDEXES, ports.quota().indexes(), present);
            case DUPLICATES ->
                ConflictException.indexConflict(
                        "Documents have equal values where a unique index lets no two be equal.");
            case PARALLEL_ARRAYS ->
                ConflictException.indexConflict("A document has arrays in two of the fields, which no index can hold.");
            case CONFLICTS, PRESENT ->
                ConflictException.indexConflict(
                        "There is another index of this name, or another one on the same fields.");
        };
    }

    @Override
    public void drop(Principal caller, String name) {
        if (!scopes.within(caller, scope -> ports.indexes().drop(scope, name))) {
            throw NotFoundException.index();
        }
    }
}
