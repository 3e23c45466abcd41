package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeleteOrganizationTest {

    private final Core core = new Core();
    private final OrganizationDetails acme = core.create("acme", "a@acme.com");
    private final Principal admin = core.principal("a@acme.com");

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void leavesNothing() {
        assertThat(core.management.deleteOrganization().delete(admin, Optional.of(Core.name("Acme"))))
                .isEqualTo(new DeleteOrganization.Deletion(acme, Optional.empty()));
        assertThat(core.store.organizations().findById(acme.id())).isEmpty();
        assertThat(core.store.admins().findById(acme.adminId())).isEmpty();
        assertThat(core.store.tenantCollections().find(acme.collection())).isEmpty();
        assertThat(core.create("acme", "a@acme.com").id()).isNotEqualTo(acme.id());
    }

    @Test
    void refusesAnotherOrganization() {
        core.create("other", "o@other.com");
        Refused.with(
                FailureCode.ACCESS_DENIED,
                () -> core.management.deleteOrganization().delete(admin, Optional.of(Core.name("other"))));
        assertThat(core.management.findOrganization().find(Core.name("acme"))).isEqualTo(acme);
    }

    @Test
    void doesNotFindWhatIsGone() {
        core.management.deleteOrganization().delete(admin, Optional.empty());
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> core.management.deleteOrganization().delete(admin, Optional.empty()));
    }

    @Test
    void nobodyGetsInWhileItIsUnderWay() {
        var login = core.logIn("a@acme.com", Core.PASSWORD);
        Organization stored = core.store.organizations().findById(acme.id()).orElseThrow();
        Operation deletion = Operation.begin(
                new OperationId("00000000000000000000000f"),
                core.clock.instant().plusSeconds(15));
        core.store.organizations().replace(stored.deleting(deletion));

        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> core.management.findOrganization().find(Core.name("acme")));
        Refused.with(FailureCode.TOKEN_INVALID, () -> core.authorize(login));
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", Core.PASSWORD));
        Refused.with(FailureCode.NAME_TAKEN, () -> core.create("acme", "b@acme.com"));
        Refused.with(FailureCode.EMAIL_TAKEN, () -> core.create("beta", "a@acme.com"));
    }
}
