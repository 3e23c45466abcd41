package io.orgstead.application.internal;

import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.AuditEvent.Outcome;
import io.orgstead.domain.port.AuditLog;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Takes down how a use case ended, when it has. */
final class AuditTrail {

    private final AuditLog log;

    AuditTrail(AuditLog log) {
        this.log = log;
    }

    void succeeded(AuditAction action, UnaryOperator<AuditEvent> details) {
        log.record(details.apply(AuditEvent.success(action)));
    }

    void refused(AuditAction action, FailureCode reason, UnaryOperator<AuditEvent> details) {
        log.record(details.apply(AuditEvent.failure(action, reason)));
    }

    /**
     * Runs what changes something, and takes down what it throws.
     *
     * @param actions what is tried, at least one; an event each
     * @param details completes the events
     */
    <T> T watching(List<AuditAction> actions, UnaryOperator<AuditEvent> details, Supplier<T> change) {
        try {
            return change.get();
        } catch (DomainException refusal) {
            actions.forEach(action -> refused(action, refusal.code(), details));
            throw refusal;
        } catch (RuntimeException | Error defect) {
            actions.forEach(action -> unknown(action, details));
            throw defect;
        }
    }

    /** Takes down what stopped in the middle, for no reason of the core's. */
    void unknown(AuditAction action, UnaryOperator<AuditEvent> details) {
        log.record(details.apply(AuditEvent.of(action, Outcome.UNKNOWN)));
    }
}
