package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.TenantHome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenantScopeTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final OrganizationId ID = new OrganizationId("00000000000000000000000a");
    private static final OrganizationId OTHER_ID = new OrganizationId("00000000000000000000000b");
    private static final AdminId ADMIN = new AdminId("00000000000000000000000c");
    private static final AdminId OTHER_ADMIN = new AdminId("00000000000000000000000d");
    private static final OrganizationName NAME = OrganizationName.parse("acme");
    private static final EmailAddress EMAIL = EmailAddress.parse("a@acme.com");
    private static final CollectionIncarnation INCARNATION = new CollectionIncarnation("first");

    private final Operation operation = Operation.begin(new OperationId("00000000000000000000000e"), NOW);
    private final Organization provisioning = Organization.provision(
            ID, NAME, Admin.provision(ADMIN, ID, NAME, EMAIL, new PasswordHash("hash"), NOW, NOW), operation);
    private final Organization active = provisioning.settled();

    private static Principal caller(AdminId admin, OrganizationId organization) {
        return new Principal(admin, organization, NAME, EMAIL);
    }

    @Test
    void isTheCallersOwnCollection() {
        TenantScope scope = TenantScope.of(caller(ADMIN, ID), active, active.collection(), INCARNATION);

        assertThat(scope.organization()).isEqualTo(ID);
        assertThat(scope.collection()).isEqualTo(active.collection());
        assertThat(scope.incarnation()).isEqualTo(INCARNATION);
        assertThat(scope).hasToString("the data of organization " + ID.value());
    }

    @Test
    void isNobodyElses() {
        CollectionName collection = active.collection();
        assertThatThrownBy(() -> TenantScope.of(caller(OTHER_ADMIN, ID), active, collection, INCARNATION))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TenantScope.of(caller(ADMIN, OTHER_ID), active, collection, INCARNATION))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TenantScope.of(caller(ADMIN, ID), active.deleting(operation), collection, INCARNATION))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () -> TenantScope.of(caller(ADMIN, ID), active, new CollectionName("org_other"), INCARNATION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isThereBeforeTheOrganizationIsShown() {
        TenantScope scope =
                TenantScope.ofProvisioning(provisioning.staged(new TenantHome(IsolationModel.COLLECTION, INCARNATION)));

        assertThat(scope.organization()).isEqualTo(ID);
        assertThat(scope.collection()).isEqualTo(provisioning.collection());
        assertThat(scope.incarnation()).isEqualTo(INCARNATION);
        assertThatThrownBy(() -> TenantScope.ofProvisioning(provisioning)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TenantScope.ofProvisioning(active)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPrivateCollectionIsHidden() {
        CollectionIncarnation copy = new CollectionIncarnation("second");
        TenantScope scope = TenantScope.ofStaged(active, copy);

        assertThat(scope.isHidden()).isTrue();
        assertThat(scope.incarnation()).isEqualTo(copy);
        assertThat(scope.collection()).isEqualTo(active.collection());
        assertThat(TenantScope.of(caller(ADMIN, ID), active, active.collection(), INCARNATION)
                        .isHidden())
                .isFalse();
        assertThatThrownBy(() -> TenantScope.ofStaged(provisioning, copy)).isInstanceOf(AccessDeniedException.class);
    }
}
