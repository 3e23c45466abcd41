package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the core takes down for auditors, and when; and ports that are watched. */
class AuditTest {

    private final Core core = new Core();
    private final List<AuditEvent> events = new ArrayList<>();
    private final OrganizationManagement management =
            core.builder().auditLog(events::add).build();

    @AfterEach
    void close() {
        core.close();
    }

    private OrganizationDetails create() {
        return management.createOrganization().create(Core.organization("acme", "a@acme.com"));
    }

    private static LogIn.Result logIn(OrganizationManagement core) {
        return core.logIn()
                .logIn(new LogIn.Command(Core.email("a@acme.com"), PlaintextPassword.attempt(Core.PASSWORD)));
    }

    private Principal caller() {
        LogIn.Result login = logIn(management);
        Principal caller = management.authorizeRequest().authorize(login.token().reveal());
        events.clear();
        return caller;
    }

    @Test
    void aCreationStandsOnceItIsDone() {
        OrganizationDetails acme = create();

        assertThat(events)
                .containsExactly(AuditEvent.success(AuditAction.ORGANIZATION_CREATION)
                        .by(acme.adminId())
                        .on(acme.id()));
    }

    @Test
    void aRefusedCreationStandsWithItsReason() {
        create();
        events.clear();
        Refused.with(FailureCode.NAME_TAKEN, this::create);

        assertThat(events)
                .containsExactly(AuditEvent.failure(AuditAction.ORGANIZATION_CREATION, FailureCode.NAME_TAKEN));
    }

    @Test
    void everythingThatAnUpdateChangesStandsByItself() {
        create();
        Principal caller = caller();
        management
                .updateOrganization()
                .update(
                        caller,
                        new UpdateOrganization.Command(
                                Optional.empty(),
                                Optional.of(Core.name("beta")),
                                Optional.of(Core.email("a@acme.com")),
                                Optional.of(PlaintextPassword.choose("battery staple"))));

        assertThat(events)
                .containsExactly(
                        AuditEvent.success(AuditAction.ORGANIZATION_RENAME)
                                .by(caller.adminId())
                                .on(caller.organizationId()),
                        AuditEvent.success(AuditAction.PASSWORD_CHANGE)
                                .by(caller.adminId())
                                .on(caller.organizationId()));
    }

    @Test
    void aNameThatStaysIsNoRename() {
        create();
        Principal caller = caller();
        UpdateOrganization.Command same = new UpdateOrganization.Command(
                Optional.empty(), Optional.of(Core.name("acme")), Optional.empty(), Optional.empty());
        management.updateOrganization().update(caller, same);
        assertThat(events).isEmpty();

        management.deleteOrganization().delete(caller, Optional.empty());
        events.clear();
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> management.updateOrganization().update(caller, same));
        assertThat(events)
                .extracting(AuditEvent::action, AuditEvent::outcome)
                .containsExactly(tuple(AuditAction.ORGANIZATION_UPDATE, AuditEvent.Outcome.FAILURE));
    }

    @Test
    void aLoginAndADeletionStandOnceTheyAreDone() {
        OrganizationDetails acme = create();
        events.clear();
        LogIn.Result login = logIn(management);
        management
                .deleteOrganization()
                .delete(management.authorizeRequest().authorize(login.token().reveal()), Optional.empty());

        assertThat(events)
                .containsExactly(
                        AuditEvent.success(AuditAction.LOGIN).by(acme.adminId()).on(acme.id()),
                        AuditEvent.success(AuditAction.ORGANIZATION_PURGE).on(acme.id()),
                        AuditEvent.success(AuditAction.ORGANIZATION_DELETION)
                                .by(acme.adminId())
                                .on(acme.id()));
    }

    @Test
    void aTokenThatIsNoneIsTakenDown() {
        Refused.with(
                FailureCode.TOKEN_INVALID, () -> management.authorizeRequest().authorize("no token"));
        assertThat(events)
                .extracting(AuditEvent::outcome, AuditEvent::organization)
                .containsExactly(tuple(AuditEvent.Outcome.FAILURE, Optional.empty()));
    }

    @Test
    void aLoginThatCannotBeCheckedTellsOfNobody() {
        create();
        events.clear();
        OrganizationManagement without = core.builder()
                .admins(ObservedPorts.observe(Admins.class, core.store.admins(), call -> {
                    throw new StoreUnavailableException(null);
                }))
                .auditLog(events::add)
                .build();
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> logIn(without));
        assertThat(events).containsExactly(AuditEvent.failure(AuditAction.LOGIN, FailureCode.STORE_UNAVAILABLE));
    }

    @Test
    void whatFailsForNoReasonOfTheCoresIsUnknown() {
        OrganizationManagement broken = core.builder()
                .organizations(ObservedPorts.observe(Organizations.class, core.store.organizations(), call -> {
                    throw new IllegalStateException("a defect");
                }))
                .auditLog(events::add)
                .build();
        assertThatThrownBy(() -> broken.createOrganization().create(Core.organization("acme", "a@acme.com")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(events)
                .containsExactly(AuditEvent.of(AuditAction.ORGANIZATION_CREATION, AuditEvent.Outcome.UNKNOWN));
    }

    @Test
    void aGuessedPasswordStandsWithTheAdminAndAnUnknownAddressWithNobody() {
        OrganizationDetails acme = create();
        events.clear();
        for (String email : List.of("a@acme.com", "no@acme.com")) {
            Refused.with(
                    FailureCode.CREDENTIALS_REJECTED,
                    () -> management
                            .logIn()
                            .logIn(new LogIn.Command(Core.email(email), PlaintextPassword.attempt("wrong horse"))));
        }

        AuditEvent refusal = AuditEvent.failure(AuditAction.LOGIN, FailureCode.CREDENTIALS_REJECTED);
        assertThat(events).containsExactly(refusal.by(acme.adminId()).on(acme.id()), refusal);
    }

    @Test
    void whatIsNotKnownToBeDoneIsNotCalledDoneUntilRecoveryKnows() {
        create();
        Principal caller = caller();
        List<String> calls = new ArrayList<>();
        Organizations failing = ObservedPorts.observe(Organizations.class, core.store.organizations(), call -> {
            calls.add(call.port() + "." + call.operation());
            if (call.operation().equals("remove")) {
                throw new StoreUnavailableException(null);
            }
            return outcome -> {};
        });
        OrganizationManagement interrupted =
                core.builder().organizations(failing).auditLog(events::add).build();

        Refused.with(
                FailureCode.STORE_UNAVAILABLE,
                () -> interrupted.deleteOrganization().delete(caller, Optional.empty()));
        assertThat(calls).contains("organizations.find_by_id", "organizations.replace");
        assertThat(events)
                .singleElement()
                .extracting(AuditEvent::action, AuditEvent::outcome)
                .containsExactly(AuditAction.ORGANIZATION_DELETION, AuditEvent.Outcome.UNKNOWN);

        management.recoverInterrupted().recoverAll();
        assertThat(events)
                .last()
                .isEqualTo(AuditEvent.success(AuditAction.RECOVERED_DELETION).on(caller.organizationId()));
    }

    @Test
    void aWatchedPortDoesTheSameAndTellsHowItEnded() {
        List<String> ended = new ArrayList<>();
        CallObserver observer = call -> outcome -> ended.add(call.operation() + " " + outcome);
        Organizations watched = ObservedPorts.observe(Organizations.class, core.store.organizations(), observer);
        create();

        assertThat(watched.findByName(Core.name("acme"))).isPresent();
        Refused.with(FailureCode.NAME_TAKEN, () -> watched.add(new Samples().active(Core.name("acme"))));
        assertThat(ended).containsExactly("find_by_name OK", "add REFUSED");
        assertThat(CallOutcome.of(new IllegalStateException())).isEqualTo(CallOutcome.FAILED);
        assertThat(new PortCall("admins", "find_by_id").operation()).isEqualTo("find_by_id");
    }
}
