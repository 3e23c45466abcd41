package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An organization comes to be in steps: a refusal undoes those before, and who is too slow takes no further one. */
class FoundingTest {

    private final FaultyCore core = new FaultyCore();

    @AfterEach
    void close() {
        core.close();
    }

    private void create() {
        core.management.createOrganization().create(Core.organization("acme", "a@acme.com"));
    }

    private Organization stored() {
        return core.organizations().get(0);
    }

    private void takeTheCollection() {
        Organization other = new Samples().active(Core.name("other"));
        TenantCollections collections = core.core.store.tenantCollections();
        CollectionIncarnation incarnation = collections.stage(TenantMarker.of(other), IsolationModel.COLLECTION);
        collections.publish(other.id(), incarnation, Core.name("acme").collectionName());
    }

    @Test
    void anAddressThatIsTakenMeanwhileLeavesNothing() {
        core.before("admins add", () -> core.core.create("beta", "a@acme.com"));
        Refused.with(FailureCode.EMAIL_TAKEN, this::create);
        assertThat(core.organizations())
                .singleElement()
                .satisfies(other -> assertThat(other.name()).isEqualTo(Core.name("beta")));
        assertThat(core.core.store.tenantCollections().findStaged(10)).isEmpty();
    }

    @Test
    void aCollectionThatIsTakenMeanwhileLeavesNothing() {
        core.before("collections publish", this::takeTheCollection);
        Refused.with(FailureCode.COLLECTION_TAKEN, this::create);
        assertThat(core.organizations()).isEmpty();
        assertThat(core.core.store.admins().findByEmail(Core.email("a@acme.com")))
                .isEmpty();
        assertThat(core.core.store.tenantCollections().findStaged(10)).isEmpty();
        assertThat(core.core.store.tenantCollections().find(Core.name("acme").collectionName()))
                .as("the other's")
                .isPresent();
    }

    @Test
    void theRefusalStandsWhereItCannotBeUndone() {
        core.before("admins add", () -> {
            core.core.create("beta", "a@acme.com");
            core.before("organizations replace", () -> {
                throw FaultyCore.outage();
            });
        });
        Throwable refusal = catchThrowable(this::create);
        assertThat(refusal).isInstanceOf(ConflictException.class);
        assertThat(refusal.getSuppressed()).hasOnlyElementsOfType(StoreUnavailableException.class);
        assertThat(refusal.getSuppressed()).hasSize(1);
        assertThat(core.organizations()).hasSize(2);
        core.core.clock.advance(FaultyCore.TOO_LONG);
        core.management.recoverInterrupted().recoverExpired();
        assertThat(core.organizations()).hasSize(1);
    }

    @Test
    void whoIsTooSlowDoesNotRecordTheCollection() {
        core.after("collections stage", () -> core.core.clock.advance(FaultyCore.TOO_LONG));
        Refused.with(FailureCode.STORE_UNAVAILABLE, this::create);
        assertThat(stored().version()).isEqualTo(1);
        assertThat(core.calls).doesNotContain("organizations replace");
    }

    @Test
    void whoIsTooSlowDoesNotPublish() {
        core.after("admins add", () -> core.core.clock.advance(FaultyCore.TOO_LONG));
        Refused.with(FailureCode.STORE_UNAVAILABLE, this::create);
        assertThat(core.calls).doesNotContain("collections publish");
        assertThat(core.core.store.tenantCollections().find(stored().collection()))
                .isEmpty();
    }

    @Test
    void whoIsTooSlowDoesNotShow() {
        core.after("collections publish", () -> core.core.clock.advance(FaultyCore.TOO_LONG));
        Refused.with(FailureCode.STORE_UNAVAILABLE, this::create);
        assertThat(core.calls).doesNotContain("admins replace");
        assertThat(stored().status()).isEqualTo(OrganizationStatus.PROVISIONING);
        core.management.recoverInterrupted().recoverExpired();
        assertThat(core.organizations()).isEmpty();
    }
}
