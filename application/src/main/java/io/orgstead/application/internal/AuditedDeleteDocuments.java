package io.orgstead.application.internal;

import io.orgstead.application.usecase.data.DeleteDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/** Leaves a line for every removal of many documents. */
final class AuditedDeleteDocuments implements DeleteDocuments {

    private final DeleteDocuments inner;
    private final AuditTrail audit;

    AuditedDeleteDocuments(DeleteDocuments inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public long delete(Principal caller, Filter filter) {
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        long removed =
                audit.watching(List.of(AuditAction.DOCUMENTS_DELETION), details, () -> inner.delete(caller, filter));
        audit.succeeded(AuditAction.DOCUMENTS_DELETION, details);
        return removed;
    }
}
