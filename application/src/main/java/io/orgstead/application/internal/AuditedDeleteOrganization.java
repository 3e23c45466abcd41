package io.orgstead.application.internal;

import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.OrganizationName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Leaves a line for every deletion. */
final class AuditedDeleteOrganization implements DeleteOrganization {

    private final DeleteOrganization inner;
    private final AuditTrail audit;

    AuditedDeleteOrganization(DeleteOrganization inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public Deletion delete(Principal caller, Optional<OrganizationName> name) {
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        Deletion deleted =
                audit.watching(List.of(AuditAction.ORGANIZATION_DELETION), details, () -> inner.delete(caller, name));
        audit.succeeded(AuditAction.ORGANIZATION_DELETION, details);
        return deleted;
    }
}
