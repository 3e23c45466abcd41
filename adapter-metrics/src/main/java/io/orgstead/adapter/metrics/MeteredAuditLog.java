package io.orgstead.adapter.metrics;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.port.AuditLog;
import java.util.List;
import java.util.Optional;

/** {@link AuditLog} that counts what another one takes down, and the logins that had to wait among it. */
final class MeteredAuditLog implements AuditLog {

    static final String EVENTS = "orgstead.audit.events";
    static final String THROTTLED = "orgstead.login.throttle.refusals";

    private static final String EVENTS_HELP = "Events in the audit log";
    private static final String THROTTLED_HELP = "Logins refused, as too many had failed";

    private final AuditLog log;
    private final Loading loading;

    MeteredAuditLog(AuditLog log, Loading loading) {
        this.log = log;
        this.loading = loading;
        loading.with(meters -> meters.counter(THROTTLED, THROTTLED_HELP, List.of()));
    }

    @Override
    public void record(AuditEvent event) {
        log.record(event);
        loading.with(meters -> {
            meters.counter(
                            EVENTS,
                            EVENTS_HELP,
                            List.of(
                                    "action", event.action().id(),
                                    "outcome", event.outcome().id()))
                    .increment();
            if (isThrottled(event)) {
                meters.counter(THROTTLED, THROTTLED_HELP, List.of()).increment();
            }
        });
    }

    private static boolean isThrottled(AuditEvent event) {
        return event.action() == AuditAction.LOGIN && event.reason().equals(Optional.of(FailureCode.TOO_MANY_REQUESTS));
    }
}
