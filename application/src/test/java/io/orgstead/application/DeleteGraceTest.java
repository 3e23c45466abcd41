package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteGraceTest {

    private static final Duration GRACE = Duration.ofDays(7);

    private final Core core = new Core();
    private final List<AuditEvent> audit = new ArrayList<>();
    private final OrganizationManagement management =
            core.builder().deleteGrace(GRACE).auditLog(audit::add).build();
    private OrganizationDetails acme;
    private Principal admin;

    @BeforeEach
    void createAcme() {
        acme = core.create("Acme", "a@acme.com");
        admin = core.principal("a@acme.com");
    }

    @AfterEach
    void close() {
        core.close();
    }

    private OrganizationDetails restore() {
        return management.restoreOrganization().restore(Core.name("acme"));
    }

    private void delete() {
        management.deleteOrganization().delete(admin, Optional.empty());
    }

    private void assertThere() {
        assertThat(core.store.organizations().findById(acme.id())).isPresent();
        assertThat(core.store.admins().findById(acme.adminId())).isPresent();
        assertThat(core.store.tenantCollections().find(acme.collection())).isPresent();
    }

    @Test
    void isLockedAtOnceAndEverythingIsKept() {
        var deletion = management.deleteOrganization().delete(admin, Optional.empty());

        assertThat(deletion.organization()).isEqualTo(acme);
        assertThat(deletion.restorableUntil()).isPresent();
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> management.findOrganization().find(Core.name("acme")));
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", Core.PASSWORD));
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::delete);
        Refused.with(FailureCode.NAME_TAKEN, () -> core.create("acme", "b@acme.com"));
        Refused.with(FailureCode.EMAIL_TAKEN, () -> core.create("beta", "a@acme.com"));
        assertThere();
    }

    @Test
    void recoveryLeavesItAloneUntilThen() {
        delete();
        assertThat(management.recoverInterrupted().recoverAll().isEmpty()).isTrue();
        core.clock.advance(GRACE.minusSeconds(1));
        assertThat(management.recoverInterrupted().recoverExpired().isEmpty()).isTrue();
        assertThere();
    }

    @Test
    void isRemovedAfterThatAndTheAuditLogSaysSo() {
        delete();
        core.clock.advance(GRACE.plusSeconds(1));
        management.recoverInterrupted().recoverExpired();

        assertThat(core.store.organizations().findById(acme.id())).isEmpty();
        assertThat(core.store.admins().findById(acme.adminId())).isEmpty();
        assertThat(core.store.tenantCollections().find(acme.collection())).isEmpty();
        assertThat(audit).last().isEqualTo(purge(acme.id()));
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::restore);
        assertThat(core.create("acme", "a@acme.com").id()).isNotEqualTo(acme.id());
    }

    @Test
    void aRemovalAtOnceIsAPurgeToo() {
        OrganizationManagement strict = core.builder().auditLog(audit::add).build();
        strict.deleteOrganization().delete(admin, Optional.empty());
        assertThat(audit).contains(purge(acme.id()));
    }

    @Test
    void canBeTakenBack() {
        delete();
        core.clock.advance(GRACE.minusSeconds(1));

        assertThat(restore()).isEqualTo(acme);
        assertThat(management.findOrganization().find(Core.name("acme"))).isEqualTo(acme);
        assertThat(core.principal("a@acme.com").organizationId()).isEqualTo(acme.id());
        assertThat(audit)
                .last()
                .isEqualTo(
                        AuditEvent.success(AuditAction.ORGANIZATION_RESTORATION).on(acme.id()));
        core.clock.advance(GRACE);
        management.recoverInterrupted().recoverExpired();
        assertThere();
    }

    @Test
    void cannotBeTakenBackOnceTheRemovalHasBegunOrTheTimeIsOver() {
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::restore);
        delete();
        core.clock.advance(GRACE);
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::restore);

        var waiting = core.store.organizations().findById(acme.id()).orElseThrow();
        var collection = core.store.tenantCollections().find(acme.collection()).orElseThrow();
        var begun = waiting.currentOperation()
                .leasedUntil(core.clock.instant().plusSeconds(15))
                .on(collection);
        core.store.organizations().replace(waiting.deleting(begun));
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::restore);
    }

    @Test
    void isNotNegative() {
        assertThatThrownBy(() -> core.builder().deleteGrace(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AuditEvent purge(OrganizationId id) {
        return AuditEvent.success(AuditAction.ORGANIZATION_PURGE).on(id);
    }
}
