package io.orgstead.adapter.audit;

import io.orgstead.domain.port.AuditLog;

/** Gives the audit log. Holds nothing that is to be closed. */
public final class AuditAdapter {

    /** The logger that every event goes to, at level INFO, so that it can be sent elsewhere than the rest. */
    public static final String LOGGER = "io.orgstead.audit";

    private AuditAdapter() {}

    /**
     * Makes an audit log that writes to {@value #LOGGER} through SLF4J. A line says everything in words; the
     * {@link org.slf4j.MDC} that goes with it says the same in fields of the Elastic Common Schema: {@code event.kind}, {@code event.category},
     * {@code event.action}, {@code event.outcome}, {@code event.reason}, {@code user.id} and {@code organization.id}.
     *
     * <p>Where a call came from is taken from the thread's MDC, where the edge puts it:
     * {@code client.address} and {@code http.request.id}.
     *
     * @return a new one
     */
    public static AuditLog auditLog() {
        return new LoggedAuditLog();
    }
}
