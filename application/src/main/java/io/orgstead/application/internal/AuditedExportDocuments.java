package io.orgstead.application.internal;

import io.orgstead.application.usecase.data.ExportDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Leaves a line for every export. One that ends in the middle has handed out something, too. */
final class AuditedExportDocuments implements ExportDocuments {

    private final ExportDocuments inner;
    private final AuditTrail audit;

    AuditedExportDocuments(ExportDocuments inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public void export(Principal caller, Consumer<Document> consumer) {
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        audit.watching(List.of(AuditAction.DOCUMENTS_EXPORT), details, () -> {
            inner.export(caller, consumer);
            return true;
        });
        audit.succeeded(AuditAction.DOCUMENTS_EXPORT, details);
    }
}
