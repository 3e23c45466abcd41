package io.orgstead.application.internal;

import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/** Leaves a line for every import; one that stopped in the middle is a failure, whatever it has taken in. */
final class AuditedImportDocuments implements ImportDocuments {

    private final ImportDocuments inner;
    private final AuditTrail audit;

    AuditedImportDocuments(ImportDocuments inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public Result load(Principal caller, OnConflict onConflict, Source source) {
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        Result result = audit.watching(
                List.of(AuditAction.DOCUMENTS_IMPORT), details, () -> inner.load(caller, onConflict, source));
        if (result.stopped().isEmpty()) {
            audit.succeeded(AuditAction.DOCUMENTS_IMPORT, details);
        } else if (result.stopped().get().reason() instanceof DomainException refusal) {
            audit.refused(AuditAction.DOCUMENTS_IMPORT, refusal.code(), details);
        } else {
            audit.unknown(AuditAction.DOCUMENTS_IMPORT, details);
        }
        return result;
    }
}
