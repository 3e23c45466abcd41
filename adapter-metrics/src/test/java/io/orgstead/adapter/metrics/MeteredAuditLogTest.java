package io.orgstead.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.testkit.contract.AuditLogContract;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredAuditLogTest extends AuditLogContract {

    private final Scrape scrape = new Scrape();
    private final List<AuditEvent> taken = new CopyOnWriteArrayList<>();
    private final AuditLog log = scrape.metrics().watching((AuditLog) taken::add);

    @AfterEach
    void close() {
        scrape.metrics().close();
    }

    @Override
    protected AuditLog auditLog() {
        return log;
    }

    @Override
    protected List<String> lines() {
        return taken.stream().map(MeteredAuditLogTest::line).toList();
    }

    private static String line(AuditEvent event) {
        return event.action().id() + " " + event.outcome().id()
                + event.reason().map(reason -> " " + reason.id()).orElse("")
                + event.actor().map(actor -> " " + actor.value()).orElse("")
                + event.organization().map(id -> " " + id.value()).orElse("");
    }

    @Test
    void countsEventsAndThrottledLoginsAmongThem() {
        log.record(AuditEvent.failure(AuditAction.LOGIN, FailureCode.CREDENTIALS_REJECTED));
        log.record(AuditEvent.failure(AuditAction.LOGIN, FailureCode.TOO_MANY_REQUESTS));
        log.record(AuditEvent.success(AuditAction.LOGIN));

        assertThat(scrape.value("orgstead_audit_events_total{action=\"login\",outcome=\"failure\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("orgstead_audit_events_total{action=\"login\",outcome=\"success\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("orgstead_login_throttle_refusals_total")).isEqualTo(1);
    }
}
