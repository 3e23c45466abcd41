package io.orgstead.application.internal;

import io.orgstead.application.usecase.data.ManageIndexes;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Leaves a line for every index that is made or removed. */
final class AuditedManageIndexes implements ManageIndexes {

    private final ManageIndexes inner;
    private final AuditTrail audit;

    AuditedManageIndexes(ManageIndexes inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public List<IndexDefinition> list(Principal caller) {
        return inner.list(caller);
    }

    @Override
    public boolean create(Principal caller, IndexDefinition index) {
        return audited(caller, AuditAction.INDEX_CREATION, () -> inner.create(caller, index));
    }

    @Override
    public void drop(Principal caller, String name) {
        audited(caller, AuditAction.INDEX_DELETION, () -> {
            inner.drop(caller, name);
            return true;
        });
    }

    private boolean audited(Principal caller, AuditAction action, Supplier<Boolean> change) {
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        boolean changed = audit.watching(List.of(action), details, change);
        if (changed) {
            audit.succeeded(action, details);
        }
        return changed;
    }
}
