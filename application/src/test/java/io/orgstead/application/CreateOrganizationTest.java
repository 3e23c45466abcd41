package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateOrganizationTest {

    private final Core core = new Core();

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void makesOrganizationAdminAndCollection() {
        OrganizationDetails created = core.create("Acme Corp", "Admin@Acme.com");

        assertThat(created.name().value()).isEqualTo("Acme Corp");
        assertThat(created.collection().value()).isEqualTo("org_acme_corp");
        assertThat(created.adminEmail().value()).isEqualTo("admin@acme.com");
        assertThat(created.createdAt()).isEqualTo(core.clock.instant());
        Organization organization =
                core.store.organizations().findById(created.id()).orElseThrow();
        assertThat(organization.status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(OrganizationDetails.of(organization)).isEqualTo(created);
        Admin admin = core.store.admins().findById(created.adminId()).orElseThrow();
        assertThat(admin.leaseUntil()).isEmpty();
        assertThat(admin.organizationId()).contains(created.id());
        assertThat(admin.password().reveal()).startsWith("$2b$");
        assertThat(core.store.tenantCollections().find(created.collection())).isPresent();
        assertThat(core.store.tenantCollections().findStaged(10)).isEmpty();
    }

    @Test
    void refusesANameThatMapsToATakenCollection() {
        core.create("Acme Corp", "a@acme.com");
        Refused.with(FailureCode.NAME_TAKEN, () -> core.create("acme_corp", "b@acme.com"));
        assertThat(core.store.admins().findByEmail(Core.email("b@acme.com"))).isEmpty();
    }

    @Test
    void refusesATakenAddressAndLeavesTheNameFree() {
        core.create("acme", "a@acme.com");
        Refused.with(FailureCode.EMAIL_TAKEN, () -> core.create("beta", "A@ACME.com"));
        core.create("beta", "b@acme.com");
    }

    @Test
    void claimsNothingWhenTooBusyToHash() {
        OrganizationManagement busy = core.withHasher(hasher -> new BusyHasher());
        Refused.with(
                FailureCode.OVERLOADED,
                () -> busy.createOrganization().create(Core.organization("acme", "a@acme.com")));
        core.create("acme", "a@acme.com");
    }

    @Test
    void knowsWhatIsTakenWithoutHashing() {
        core.create("acme", "a@acme.com");
        OrganizationManagement busy = core.withHasher(hasher -> new BusyHasher());
        Refused.with(
                FailureCode.NAME_TAKEN,
                () -> busy.createOrganization().create(Core.organization("acme", "b@acme.com")));
        Refused.with(
                FailureCode.EMAIL_TAKEN,
                () -> busy.createOrganization().create(Core.organization("beta", "a@acme.com")));
    }

    /** Refuses all work, as a hasher does whose queue is full. */
    static final class BusyHasher implements PasswordHasher {
        @Override
        public PasswordHash hash(PlaintextPassword password) {
            throw new OverloadedException();
        }

        @Override
        public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
            throw new OverloadedException();
        }

        @Override
        public PasswordHash decoy() {
            return new PasswordHash("decoy");
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return false;
        }
    }
}
