package io.orgstead.application.internal;

import io.orgstead.application.usecase.data.ManageSchema;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Leaves a line for every change of a schema. */
final class AuditedManageSchema implements ManageSchema {

    private final ManageSchema inner;
    private final AuditTrail audit;

    AuditedManageSchema(ManageSchema inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public Optional<DocumentSchema> find(Principal caller) {
        return inner.find(caller);
    }

    @Override
    public boolean set(Principal caller, DocumentSchema schema) {
        return audited(caller, () -> inner.set(caller, schema));
    }

    @Override
    public void remove(Principal caller) {
        audited(caller, () -> {
            inner.remove(caller);
            return true;
        });
    }

    private <T> T audited(Principal caller, Supplier<T> change) {
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        T result = audit.watching(List.of(AuditAction.SCHEMA_CHANGE), details, change);
        audit.succeeded(AuditAction.SCHEMA_CHANGE, details);
        return result;
    }
}
