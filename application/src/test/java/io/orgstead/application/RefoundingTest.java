package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackedUpOrganization.BackedUpAdmin;
import io.orgstead.application.usecase.backup.RestoreBackup.Restoration;
import io.orgstead.application.usecase.backup.RestoreBackup.Wish;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.testkit.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An organization of a backup is made again: its documents in batches, and nothing is left of one that cannot be made. */
class RefoundingTest {

    private static final IndexDefinition INDEX =
            new IndexDefinition("by_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());
    private static final int HALF_A_MEBIBYTE = 1 << 19;

    private final FaultyCore core = new FaultyCore();
    private final OrganizationId id = new OrganizationId("00000000000000000000000a");
    private final Restoration restoration = core.management
            .backups()
            .orElseThrow()
            .restore()
            .restore(new Wish(Optional.empty(), Optional.empty(), false));

    @AfterEach
    void close() {
        core.close();
    }

    private BackedUpOrganization acme() {
        Admin admin = new Samples().admin();
        return new BackedUpOrganization(
                id,
                Core.name("acme"),
                admin.createdAt(),
                new BackedUpAdmin(
                        admin.id(), Core.email("a@acme.com"), admin.password(), admin.createdAt(), admin.credentials()),
                List.of(INDEX),
                Optional.of(new DocumentSchema("{}")));
    }

    private static Document sized(String id, int bytes) {
        long empty = DocumentSize.of(document("_id", id, "text", ""));
        return document("_id", id, "text", "x".repeat((int) (bytes - empty)));
    }

    private void assertNothingIsLeft() {
        assertThat(core.organizations()).isEmpty();
        assertThat(core.core.store.admins().findByEmail(Core.email("a@acme.com")))
                .isEmpty();
        assertThat(core.core.store.tenantCollections().find(Core.name("acme").collectionName()))
                .isEmpty();
    }

    @Test
    void whatIsMadeIsTakenDown() {
        restoration.begin(acme());
        restoration.document(document("_id", "a", "n", 1));
        assertThat(core.audit(AuditAction.BACKUP_RESTORATION)).isEmpty();
        restoration.end();
        assertThat(core.audit(AuditAction.BACKUP_RESTORATION))
                .containsExactly(
                        AuditEvent.success(AuditAction.BACKUP_RESTORATION).on(id));
    }

    @Test
    void oneWhoseIndexCannotBeMadeIsTakenBack() {
        core.interfering = Interfering.instead("indexes create", IndexOutcome.CONFLICTS);
        assertThatThrownBy(() -> restoration.begin(acme()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("by_n", "CONFLICTS");
        assertNothingIsLeft();
    }

    @Test
    void oneWhoseSchemaCannotBeSetIsTakenBack() {
        core.interfering = Interfering.instead("schemas replace", false);
        assertThatThrownBy(() -> restoration.begin(acme()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schema");
        assertNothingIsLeft();
    }

    @Test
    void documentsComeFiveHundredAtATime() {
        restoration.begin(acme());
        core.interfering = Interfering.instead("documents insert", new InsertOutcome.Inserted());
        for (int i = 1; i <= 1_001; i++) {
            restoration.document(document("_id", "d" + i, "n", i));
            assertThat(core.count("documents insert")).as("with %s", i).isEqualTo(i / 500);
        }
        restoration.end();
        assertThat(core.count("documents insert")).isEqualTo(3);
    }

    @Test
    void largeDocumentsComeOneMebibyteAtATime() {
        restoration.begin(acme());
        core.interfering = Interfering.instead("documents insert", new InsertOutcome.Inserted());
        restoration.document(sized("a", HALF_A_MEBIBYTE));
        assertThat(core.count("documents insert")).isZero();
        restoration.document(sized("b", HALF_A_MEBIBYTE));
        assertThat(core.count("documents insert")).isEqualTo(1);
        restoration.document(sized("c", HALF_A_MEBIBYTE));
        restoration.document(sized("d", HALF_A_MEBIBYTE - 1));
        assertThat(core.count("documents insert")).isEqualTo(1);
    }

    @Test
    void anIndexThatCannotHoldADocumentIsLeftOut() {
        restoration.begin(acme());
        core.interfering = (call, port) -> {
            if (call.equals("documents insert")) {
                core.interfering = Interfering.NOT;
                return new InsertOutcome.ParallelArrays(0, INDEX.name());
            }
            return port.call();
        };
        restoration.document(document("_id", "a", "n", 1));
        restoration.end();
        assertThat(restoration.report().documents()).isEqualTo(1);
        assertThat(restoration.report().warnings()).singleElement().asString().contains("by_n", id.value());
        assertThat(core.count("indexes drop")).isEqualTo(1);
        assertThat(core.count("documents insert")).isEqualTo(2);
    }

    @Test
    void anIndexThatIsInTheWayAndNotThereEndsIt() {
        restoration.begin(acme());
        core.interfering =
                Interfering.instead("documents insert", new InsertOutcome.ParallelArrays(0, "of_somebody_else"));
        restoration.document(document("_id", "a", "n", 1));
        assertThatThrownBy(restoration::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of_somebody_else");
    }

    @Test
    void whoIsTooSlowLeavesItToRecovery() {
        restoration.begin(acme());
        restoration.document(document("_id", "a", "n", 1));
        core.core.clock.advance(FaultyCore.TOO_LONG);
        Refused.with(FailureCode.STORE_UNAVAILABLE, restoration::end);
        assertThat(core.calls).doesNotContain("documents insert");
        core.management.recoverInterrupted().recoverExpired();
        assertNothingIsLeft();
    }
}
