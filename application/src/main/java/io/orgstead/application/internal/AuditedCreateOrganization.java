package io.orgstead.application.internal;

import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.observation.AuditAction;
import java.util.List;
import java.util.function.UnaryOperator;

/** Leaves a line for every creation. */
final class AuditedCreateOrganization implements CreateOrganization {

    private final CreateOrganization inner;
    private final AuditTrail audit;

    AuditedCreateOrganization(CreateOrganization inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public OrganizationDetails create(Command command) {
        OrganizationDetails created = audit.watching(
                List.of(AuditAction.ORGANIZATION_CREATION), UnaryOperator.identity(), () -> inner.create(command));
        audit.succeeded(
                AuditAction.ORGANIZATION_CREATION,
                event -> event.by(created.adminId()).on(created.id()));
        return created;
    }
}
