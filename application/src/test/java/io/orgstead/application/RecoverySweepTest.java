package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one run of recovery does with many leftovers. */
class RecoverySweepTest {

    private final Core core = new Core();
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        core.close();
    }

    /** Leftovers of which none can be settled while collections cannot be reached. */
    private void leave(int creations) {
        for (int i = 0; i < creations; i++) {
            core.store.organizations().add(samples.provisioning(samples.name()));
        }
    }

    /** Cannot reach collections so many times. */
    private RecoverInterrupted failing(int times) {
        int[] left = {times};
        return core.builder()
                .tenantCollections(Interfering.in(
                        TenantCollections.class,
                        core.store.tenantCollections(),
                        Interfering.before("discardStaged", () -> {
                            if (left[0]-- > 0) {
                                throw new StoreUnavailableException(null);
                            }
                        })))
                .build()
                .recoverInterrupted();
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 2", "3, 3, 0", "3, 5, 2"})
    void whatCannotBeSettledDoesNotKeepTheOthersWaiting(int failures, int leftovers, int undone) {
        leave(leftovers);

        assertThat(failing(failures).recoverAll()).isEqualTo(new Report(0, undone, failures));

        assertThat(core.management.recoverInterrupted().recoverAll().finished() + undone)
                .as("the rest is done the next time")
                .isEqualTo(leftovers);
    }

    @Test
    void aCreationThatIsBeingRolledBackCannotBeRestored() {
        leave(1);
        OrganizationName name =
                core.store.organizations().list(Optional.empty(), 1).get(0).name();
        assertThat(failing(1).recoverAll()).isEqualTo(new Report(0, 0, 1));

        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> core.management.restoreOrganization().restore(name));
        assertThat(core.management.recoverInterrupted().recoverAll().finished())
                .as("whoever leases it is dead at a start")
                .isEqualTo(1);
        assertThat(core.store.organizations().findByName(name)).isEmpty();
    }

    @Test
    void storeThatFailsAgainAndAgainIsNotAskedForever() {
        leave(5);

        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> failing(4).recoverAll());
    }

    @Test
    void everyKindOfOrphanIsCounted() {
        core.store.admins().add(samples.provisioningAdmin(samples.email()));
        core.store.admins().add(samples.provisioningAdmin(samples.email()));
        core.store.tenantCollections().stage(samples.marker(), IsolationModel.COLLECTION);

        assertThat(core.management.recoverInterrupted().recoverAll()).isEqualTo(new Report(0, 3, 0));

        assertThat(core.store.tenantCollections().findStaged(10)).isEmpty();
        assertThat(core.store.admins().findLeasedBefore(core.clock.instant().plusSeconds(60), 10))
                .isEmpty();
    }

    @Test
    void privateCollectionsAreLookedForEveryTenMinutes() {
        RecoverInterrupted recovery = core.management.recoverInterrupted();
        recovery.recoverExpired();
        TenantMarker marker = samples.marker();
        core.store.tenantCollections().stage(marker, IsolationModel.COLLECTION);

        core.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(recovery.recoverExpired()).isEqualTo(new Report(0, 0, 0));
        assertThat(core.store.tenantCollections().findStaged(10)).containsExactly(marker.organizationId());

        core.clock.advance(Duration.ofMillis(1));
        assertThat(recovery.recoverExpired()).isEqualTo(new Report(0, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, true", "1, 0, 0, false", "0, 1, 0, false", "0, 0, 1, false"})
    void reportSaysWhetherThereWasAnythingToDo(int finished, int undone, int postponed, boolean nothing) {
        assertThat(new Report(finished, undone, postponed).isEmpty()).isEqualTo(nothing);
    }
}
