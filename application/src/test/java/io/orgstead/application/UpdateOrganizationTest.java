package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.Core.Change;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateOrganizationTest {

    private final Core core = new Core();
    private OrganizationDetails acme;
    private Principal admin;

    @BeforeEach
    void createAcme() {
        acme = core.create("acme", "a@acme.com");
        admin = core.principal("a@acme.com");
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void renamesWithTheCollection() {
        OrganizationDetails renamed =
                core.update(admin, Change.none().of("ACME").name("Beta Inc"));

        assertThat(renamed.id()).isEqualTo(acme.id());
        assertThat(renamed.name().value()).isEqualTo("Beta Inc");
        assertThat(renamed.collection().value()).isEqualTo("org_beta_inc");
        assertThat(core.management.findOrganization().find(Core.name("beta inc")))
                .isEqualTo(renamed);
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> core.management.findOrganization().find(Core.name("acme")));
        assertThat(core.store.tenantCollections().find(acme.collection())).isEmpty();
        assertThat(core.store.tenantCollections().find(renamed.collection())).isPresent();
        assertThat(core.store
                        .admins()
                        .findById(acme.adminId())
                        .orElseThrow()
                        .organizationName()
                        .value())
                .isEqualTo("Beta Inc");
        core.create("acme", "new@acme.com");
    }

    @Test
    void keepsTheCollectionWhenOnlyTheWritingChanges() {
        OrganizationDetails renamed = core.update(admin, Change.none().name("ACME"));
        assertThat(renamed.name().value()).isEqualTo("ACME");
        assertThat(renamed.collection()).isEqualTo(acme.collection());
        assertThat(core.store.tenantCollections().find(acme.collection())).isPresent();
    }

    @Test
    void changesTheAddress() {
        OrganizationDetails changed = core.update(admin, Change.none().email("B@acme.com"));
        assertThat(changed.adminEmail().value()).isEqualTo("b@acme.com");
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", Core.PASSWORD));
        assertThat(core.authorize(core.logIn("b@acme.com", Core.PASSWORD)).email())
                .isEqualTo(changed.adminEmail());
        core.create("other", "a@acme.com");
    }

    @Test
    void aChangedPasswordEndsTheTokensIssuedBeforeAndNoneAfter() {
        LogIn.Result before = core.logIn("a@acme.com", Core.PASSWORD);
        core.update(core.authorize(before), Change.none().password("another horse"));
        Refused.with(FailureCode.TOKEN_INVALID, () -> core.authorize(before));
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", Core.PASSWORD));
        // Within the same instant: the clock stands still.
        assertThat(core.authorize(core.logIn("a@acme.com", "another horse"))).isEqualTo(admin);
    }

    @Test
    void changesEverythingAtOnce() {
        OrganizationDetails changed = core.update(
                admin, Change.none().name("Beta").email("b@beta.com").password("another horse"));
        assertThat(changed.name().value()).isEqualTo("Beta");
        assertThat(core.logIn("b@beta.com", "another horse").organizationName().value())
                .isEqualTo("Beta");
    }

    @Test
    void aTokenSurvivesARename() {
        LogIn.Result before = core.logIn("a@acme.com", Core.PASSWORD);
        core.update(admin, Change.none().name("Beta"));
        assertThat(core.authorize(before).organizationName().value()).isEqualTo("Beta");
    }

    @Test
    void refusesWhatIsTakenAndChangesNothing() {
        core.create("other", "o@other.com");
        Refused.with(
                FailureCode.NAME_TAKEN,
                () -> core.update(admin, Change.none().name("OTHER").password("another horse")));
        Refused.with(
                FailureCode.EMAIL_TAKEN,
                () -> core.update(
                        admin, Change.none().name("beta").email("o@other.com").password("another horse")));
        assertThat(core.management.findOrganization().find(Core.name("acme"))).isEqualTo(acme);
        assertThat(core.principal("a@acme.com")).isEqualTo(admin);
        core.create("beta", "b@beta.com");
    }

    @Test
    void refusesToChangeNothing() {
        Refused.with(FailureCode.NOTHING_TO_CHANGE, () -> core.update(admin, Change.none()));
        Refused.with(
                FailureCode.NOTHING_TO_CHANGE,
                () -> core.update(admin, Change.none().of("acme")));
    }

    @Test
    void acceptsWhatIsAlreadySo() {
        long version = stored().version();
        assertThat(core.update(admin, Change.none().name("acme").email("A@acme.com")))
                .isEqualTo(acme);
        assertThat(stored().version()).isEqualTo(version);
    }

    @Test
    void refusesAnotherOrganizationWhetherItExistsOrNot() {
        core.create("other", "o@other.com");
        Refused.with(
                FailureCode.ACCESS_DENIED,
                () -> core.update(admin, Change.none().of("other").name("beta")));
        Refused.with(
                FailureCode.ACCESS_DENIED,
                () -> core.update(admin, Change.none().of("nobody").name("beta")));
    }

    @Test
    void waitsItsTurn() {
        interruptedRename();
        Refused.with(
                FailureCode.OPERATION_IN_PROGRESS,
                () -> core.update(admin, Change.none().name("gamma")));
        assertThat(core.management.findOrganization().find(Core.name("acme"))).isEqualTo(acme);
        Refused.with(FailureCode.NAME_TAKEN, () -> core.create("beta", "b@beta.com"));
    }

    @Test
    void settlesWhatADeadOwnerLeftBehindByItself() {
        interruptedRename();
        core.clock.advance(Duration.ofSeconds(16));
        assertThat(core.update(admin, Change.none().name("gamma")).name().value())
                .isEqualTo("gamma");
        core.create("beta", "b@beta.com");
    }

    @Test
    void doesNotFindWhatHasBeenDeleted() {
        core.management.deleteOrganization().delete(admin, java.util.Optional.empty());
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> core.update(admin, Change.none().name("beta")));
    }

    private Organization stored() {
        return core.store.organizations().findById(acme.id()).orElseThrow();
    }

    private void interruptedRename() {
        Operation update = Operation.begin(
                        new OperationId("00000000000000000000000f"),
                        core.clock.instant().plusSeconds(15))
                .renamingTo(Core.name("beta"));
        assertThat(core.store.organizations().replace(stored().updating(update)))
                .isTrue();
    }
}
