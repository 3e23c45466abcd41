package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.AuditEvent.Outcome;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A removal takes everything, says whether it is gone, and says so once. */
class RemovalTest {

    private final FaultyCore core = new FaultyCore();

    @AfterEach
    void close() {
        core.close();
    }

    private Principal acme() {
        core.core.create("acme", "a@acme.com");
        return core.core.principal("a@acme.com");
    }

    private void delete(Principal admin) {
        core.management.deleteOrganization().delete(admin, Optional.empty());
    }

    private Report recover() {
        core.core.clock.advance(FaultyCore.TOO_LONG);
        return core.management.recoverInterrupted().recoverExpired();
    }

    private Organization provisioning() {
        Organization provisioning = new Samples().provisioning(Core.name("acme"));
        core.core.store.organizations().add(provisioning);
        core.core.clock.advance(FaultyCore.TOO_LONG);
        return provisioning;
    }

    private void assertPurged(Principal admin, Outcome outcome) {
        assertThat(core.audit(AuditAction.ORGANIZATION_PURGE))
                .containsExactly(
                        AuditEvent.of(AuditAction.ORGANIZATION_PURGE, outcome).on(admin.organizationId()));
        assertThat(core.organizations()).isEmpty();
    }

    @Test
    void whatIsGoneIsPurged() {
        Principal admin = acme();
        delete(admin);
        assertPurged(admin, Outcome.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collections drop", "admins remove"})
    void whatIsNotGoneIsSaidToBeThere(String withoutEffect) {
        Principal admin = acme();
        core.interfering = Interfering.instead(withoutEffect, true);
        delete(admin);
        assertPurged(admin, Outcome.FAILURE);
    }

    @Test
    void whoIsOvertakenPurgesNothing() {
        Principal admin = acme();
        core.interfering = Interfering.instead("organizations remove", false);
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> delete(admin));
        assertThat(core.audit(AuditAction.ORGANIZATION_PURGE)).isEmpty();
        assertThat(recover()).isEqualTo(new Report(0, 0, 0));
        assertThat(core.audit(AuditAction.RECOVERED_DELETION)).isEmpty();
    }

    @Test
    void whoIsOvertakenRollsNothingBack() {
        provisioning();
        core.interfering = Interfering.instead("organizations remove", false);
        assertThat(recover()).isEqualTo(new Report(0, 0, 0));
        assertThat(core.audit(AuditAction.RECOVERED_CREATION)).isEmpty();
    }

    @Test
    void aCreationThatIsRolledBackLeavesNoPrivateCollection() {
        // Those without organization are swept up every ten minutes: not again.
        assertThat(recover()).isEqualTo(new Report(0, 0, 0));
        Organization provisioning = provisioning();
        core.core.store.tenantCollections().stage(TenantMarker.of(provisioning), IsolationModel.COLLECTION);
        assertThat(recover()).isEqualTo(new Report(0, 1, 0));
        assertThat(core.core.store.tenantCollections().findStaged(10)).isEmpty();
        assertThat(core.count("collections findStaged")).isEqualTo(1);
    }
}
