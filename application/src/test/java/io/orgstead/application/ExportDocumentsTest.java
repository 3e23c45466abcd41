package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.port.TenantDocuments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportDocumentsTest {

    private final DataCore core = new DataCore();
    private final List<Document> exported = new ArrayList<>();
    private final List<AuditEvent> audit = new ArrayList<>();

    @AfterEach
    void close() {
        core.close();
    }

    private void insert(int count) {
        for (int i = 0; i < count; i++) {
            core.insert(core.acme, document("_id", "d%02d".formatted(i), "n", i));
        }
    }

    /** The collection moves whenever a scan has handed out so many documents. */
    private OrganizationManagement moving(int after) {
        TenantDocuments documents = core.memory.documents();
        TenantDocuments moving = (TenantDocuments) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TenantDocuments.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("scan")) {
                        arguments[2] = movingAfter(after, arguments[2]);
                    }
                    try {
                        return method.invoke(documents, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return core.core
                .builder()
                .auditLog(audit::add)
                .organizationData(moving, core.memory.indexes(), core.memory.records())
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Predicate<Document> movingAfter(int after, Object consumer) {
        int[] seen = {0};
        return document -> {
            if (seen[0]++ == after) {
                throw new TenantMovedException();
            }
            return ((Predicate<Document>) consumer).test(document);
        };
    }

    @Test
    void handsOutAllInTheOrderOfTheirIds() {
        insert(5);
        core.insert(core.beta, document("_id", "other"));

        core.data().export().export(core.acme, exported::add);

        assertThat(exported).isEqualTo(core.all(core.acme)).hasSize(5);
    }

    @Test
    void goesOnWhereItWasHoweverOftenTheCollectionMoves() {
        insert(20);

        moving(1).organizationData().orElseThrow().export().export(core.acme, exported::add);

        assertThat(exported).isEqualTo(core.all(core.acme)).hasSize(20);
        assertThat(audit)
                .containsExactly(AuditEvent.success(AuditAction.DOCUMENTS_EXPORT)
                        .by(core.acme.adminId())
                        .on(core.acme.organizationId()));
    }

    @Test
    void givesUpWhereItDoesNotGetOn() {
        insert(3);

        Refused.with(
                FailureCode.STORE_UNAVAILABLE,
                () -> moving(0).organizationData().orElseThrow().export().export(core.acme, exported::add));

        assertThat(exported).isEmpty();
        assertThat(audit).extracting(AuditEvent::outcome).containsExactly(AuditEvent.Outcome.UNKNOWN);
    }

    @Test
    void endsWhenTheOrganizationIsDeleted() {
        insert(3);
        OrganizationManagement moving = moving(1);

        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> moving.organizationData().orElseThrow().export().export(core.acme, document -> {
                    exported.add(document);
                    core.management().deleteOrganization().delete(core.acme, Optional.empty());
                }));

        assertThat(exported).hasSize(1);
    }
}
