package io.orgstead.adapter.audit;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.AuditLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** {@link AuditLog} that writes a line of text with fields for each event. */
final class LoggedAuditLog implements AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAdapter.LOGGER);

    @Override
    public void record(AuditEvent event) {
        String words = words(event);
        Map<String, String> before = MDC.getCopyOfContextMap();
        fields(event).forEach(MDC::put);
        try {
            LOG.info(words);
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    private static Map<String, String> fields(AuditEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event.kind", "event");
        fields.put("event.category", category(event.action()));
        fields.put("event.action", event.action().id());
        fields.put("event.outcome", event.outcome().id());
        event.reason().ifPresent(reason -> fields.put("event.reason", reason.id()));
        event.actor().ifPresent(admin -> fields.put("user.id", admin.value()));
        event.organization().ifPresent(id -> fields.put("organization.id", id.value()));
        return fields;
    }

    /** The thread's context is in the words only: it goes with every line as it is. */
    private static String words(AuditEvent event) {
        return event.action().id() + " " + event.outcome().id()
                + word("reason", event.reason().map(FailureCode::id))
                + word("admin", event.actor().map(AdminId::value))
                + word("organization", event.organization().map(OrganizationId::value))
                + word("client", Optional.ofNullable(MDC.get("client.address")))
                + word("request", Optional.ofNullable(MDC.get("http.request.id")));
    }

    private static String word(String name, Optional<String> value) {
        return value.map(known -> " " + name + "=" + known).orElse("");
    }

    private static String category(AuditAction action) {
        return switch (action) {
            case LOGIN, TOKEN_CHECK -> "authentication";
            case DOCUMENTS_DELETION,
                    DOCUMENTS_EXPORT,
                    DOCUMENTS_IMPORT,
                    INDEX_CREATION,
                    INDEX_DELETION,
                    SCHEMA_CHANGE -> "database";
            case EMAIL_CHANGE, PASSWORD_CHANGE -> "iam";
            case ORGANIZATION_CREATION,
                    ORGANIZATION_RENAME,
                    ORGANIZATION_UPDATE,
                    ORGANIZATION_DELETION,
                    ORGANIZATION_RESTORATION,
                    ORGANIZATION_PURGE,
                    BACKUP_RESTORATION,
                    RECOVERED_CREATION,
                    RECOVERED_UPDATE,
                    ORGANIZATION_MOVE,
                    RECOVERED_MOVE,
                    RECOVERED_DELETION -> "configuration";
        };
    }
}
