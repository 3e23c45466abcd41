package io.orgstead.adapter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.testkit.contract.AuditLogContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LoggedAuditLogTest extends AuditLogContract {

    private static final String ADMIN = "6b0403ad007867ca7bef6b74";

    private static final class Recorder extends AppenderBase<ILoggingEvent> {

        final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    }

    private final AuditLog log = AuditAdapter.auditLog();
    private final Recorder recorder = new Recorder();
    private final Logger logger = (Logger) LoggerFactory.getLogger(AuditAdapter.LOGGER);

    @BeforeEach
    void record() {
        recorder.start();
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
        logger.addAppender(recorder);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(recorder);
        MDC.clear();
    }

    @Override
    protected AuditLog auditLog() {
        return log;
    }

    @Override
    protected List<String> lines() {
        return recorder.events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void saysInFieldsWhatItSaysInWords() {
        MDC.put("client.address", "192.0.2.7");
        MDC.put("http.request.id", "request-1");

        log.record(AuditEvent.failure(AuditAction.LOGIN, FailureCode.CREDENTIALS_REJECTED)
                .by(new AdminId(ADMIN)));

        assertThat(lines())
                .containsExactly("login failure reason=credentials_rejected admin=" + ADMIN
                        + " client=192.0.2.7 request=request-1");
        ILoggingEvent event = recorder.events.get(0);
        assertThat(event.getMDCPropertyMap())
                .containsAllEntriesOf(Map.of(
                        "event.kind", "event",
                        "event.category", "authentication",
                        "event.action", "login",
                        "event.outcome", "failure",
                        "event.reason", "credentials_rejected",
                        "user.id", ADMIN));
        assertThat(event.getMDCPropertyMap()).containsEntry("client.address", "192.0.2.7");
        assertThat(MDC.get("event.action")).as("what is left on the thread").isNull();
    }
}
