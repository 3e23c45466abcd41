package io.orgstead.application.internal;

import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.EmailAddress;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Leaves a line for every login and every refusal of one. The line of a wrong password says which admin was tried: an id,
 * never the address as sent, for people type passwords there. An address that nobody has leaves no name at all.
 */
final class AuditedLogIn implements LogIn {

    private final LogIn inner;
    private final Ports ports;
    private final AuditTrail audit;

    AuditedLogIn(LogIn inner, Ports ports, AuditTrail audit) {
        this.inner = inner;
        this.ports = ports;
        this.audit = audit;
    }

    @Override
    public Result logIn(Command command) {
        Result result;
        try {
            result = inner.logIn(command);
        } catch (AuthenticationException refusal) {
            audit.refused(AuditAction.LOGIN, refusal.code(), tried(command.email()));
            throw refusal;
        } catch (DomainException refusal) {
            audit.refused(AuditAction.LOGIN, refusal.code(), UnaryOperator.identity());
            throw refusal;
        }
        audit.succeeded(AuditAction.LOGIN, event -> event.by(result.adminId()).on(result.organizationId()));
        return result;
    }

    /** Looks the address up again, whether anybody has it or not: time tells nothing that it did not tell before. */
    private UnaryOperator<AuditEvent> tried(EmailAddress email) {
        Optional<Admin> admin = find(email);
        return event -> {
            AuditEvent by = admin.map(Admin::id).map(event::by).orElse(event);
            return admin.flatMap(Admin::organizationId).map(by::on).orElse(by);
        };
    }

    private Optional<Admin> find(EmailAddress email) {
        try {
            return ports.admins().findByEmail(email);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }
}
