package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.ManageSchema;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken down for auditors of imports, exports and schemas. */
class DataAuditTest {

    private static final DocumentSchema SKU = RequiringValidator.requiring("sku");

    private final DataCore core = new DataCore();
    private final List<AuditEvent> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        core.auditLog = events::add;
    }

    @AfterEach
    void close() {
        core.close();
    }

    private AuditEvent ofAcme(AuditEvent event) {
        return event.by(core.acme.adminId()).on(core.acme.organizationId());
    }

    private ImportDocuments.Result load(Document document) {
        return core.data().load().load(core.acme, ImportDocuments.OnConflict.FAIL, new Lines(List.of(document)));
    }

    @Test
    void anImportIsTakenDownAsItEnded() {
        Document document = document("_id", "a");

        assertThat(load(document).inserted()).isEqualTo(1);
        assertThat(load(document).stopped()).isPresent();
        assertThat(load(Document.empty()).stopped()).as("unreadable").isPresent();

        assertThat(events)
                .containsExactly(
                        ofAcme(AuditEvent.success(AuditAction.DOCUMENTS_IMPORT)),
                        ofAcme(AuditEvent.failure(AuditAction.DOCUMENTS_IMPORT, FailureCode.DOCUMENT_EXISTS)),
                        ofAcme(AuditEvent.of(AuditAction.DOCUMENTS_IMPORT, AuditEvent.Outcome.UNKNOWN)));
    }

    @Test
    void anExportThatEndsInTheMiddleIsUnknown() {
        core.insert(core.acme, document("_id", "a"));
        events.clear();
        core.data().export().export(core.acme, document -> {});
        assertThatThrownBy(() -> core.data().export().export(core.acme, document -> {
                    throw new IllegalStateException("the client went away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(events)
                .containsExactly(
                        ofAcme(AuditEvent.success(AuditAction.DOCUMENTS_EXPORT)),
                        ofAcme(AuditEvent.of(AuditAction.DOCUMENTS_EXPORT, AuditEvent.Outcome.UNKNOWN)));
    }

    @Test
    void soIsEveryChangeOfASchema() {
        ManageSchema schema = core.data().schema().orElseThrow();
        assertThat(schema.set(core.acme, SKU)).isFalse();
        schema.remove(core.acme);
        Refused.with(FailureCode.SCHEMA_NOT_FOUND, () -> schema.remove(core.acme));

        assertThat(events)
                .containsExactly(
                        ofAcme(AuditEvent.success(AuditAction.SCHEMA_CHANGE)),
                        ofAcme(AuditEvent.success(AuditAction.SCHEMA_CHANGE)),
                        ofAcme(AuditEvent.failure(AuditAction.SCHEMA_CHANGE, FailureCode.SCHEMA_NOT_FOUND)));
    }
}
