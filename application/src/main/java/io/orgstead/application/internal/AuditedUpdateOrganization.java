package io.orgstead.application.internal;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Leaves a line for everything that an update changes: the name, the email address, the password. */
final class AuditedUpdateOrganization implements UpdateOrganization {

    private final UpdateOrganization inner;
    private final AuditTrail audit;

    AuditedUpdateOrganization(UpdateOrganization inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public OrganizationDetails update(Principal caller, Command command) {
        List<AuditAction> changes = changes(caller, command);
        UnaryOperator<AuditEvent> details = event -> event.by(caller.adminId()).on(caller.organizationId());
        OrganizationDetails updated = audit.watching(
                changes.isEmpty() ? List.of(AuditAction.ORGANIZATION_UPDATE) : changes,
                details,
                () -> inner.update(caller, command));
        changes.forEach(change -> audit.succeeded(change, details));
        return updated;
    }

    private static List<AuditAction> changes(Principal caller, Command command) {
        List<AuditAction> changes = new ArrayList<>();
        if (command.newName()
                .filter(name -> !name.equals(caller.organizationName()))
                .isPresent()) {
            changes.add(AuditAction.ORGANIZATION_RENAME);
        }
        if (command.email().filter(email -> !email.equals(caller.email())).isPresent()) {
            changes.add(AuditAction.EMAIL_CHANGE);
        }
        if (command.password().isPresent()) {
            changes.add(AuditAction.PASSWORD_CHANGE);
        }
        return changes;
    }
}
