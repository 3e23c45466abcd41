package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Result;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While writers wait a lease is held: who loses it, or cannot go on, leaves the documents where they are. */
class MoveLastStepsTest {

    private static final Document A = document("_id", "a", "n", 1);
    private static final Duration MORE_THAN_HALF_A_LEASE =
            OrganizationManagementBuilder.DEFAULT_LEASE.multipliedBy(2).dividedBy(3);

    private final MoveCore core = new MoveCore();

    @BeforeEach
    void insert() {
        core.insert(A);
    }

    @AfterEach
    void close() {
        core.close();
    }

    /** Something happens when all is copied, and the last steps begin. */
    private Result move(Runnable atTheSwitch) {
        AtomicInteger told = new AtomicInteger();
        return core.mover().move(Core.name("acme"), IsolationModel.SHARED, progress -> {
            if (progress.phase() == Phase.SWITCHING && told.getAndIncrement() == 0) {
                atTheSwitch.run();
            }
            return true;
        });
    }

    private Operation operationUntil(Instant end) {
        return Operation.begin(new OperationId("0123456789abcdef01234567"), end);
    }

    private boolean isMoving() {
        return core.organization().status() == OrganizationStatus.MOVING;
    }

    private void stallsAfter(String call) {
        core.interfering = Interfering.after(call, () -> {
            if (isMoving()) {
                core.core.clock.advance(FaultyCore.TOO_LONG);
            }
        });
    }

    private void assertStays() {
        core.interfering = Interfering.NOT;
        assertThat(core.organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(core.organization().isolation()).isEqualTo(IsolationModel.COLLECTION);
        assertThat(core.all()).containsExactly(A);
        assertThat(core.homes.count()).isEqualTo(1);
        assertThat(core.isClosed()).isFalse();
        assertThat(core.isWatched()).isFalse();
    }

    @Test
    void whoIsOvertakenAgainAndAgainGivesUpAfterFiftyAttempts() {
        AtomicInteger attempts = new AtomicInteger();
        Refused.with(
                FailureCode.OPERATION_IN_PROGRESS,
                () -> move(() -> core.interfering = (call, port) -> {
                    attempts.addAndGet(call.equals("find") ? 1 : 0);
                    return call.equals("replace") ? false : port.call();
                }));
        assertThat(attempts).as("looks for the present home").hasValue(50);
        assertThat(core.organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
    }

    @Test
    void aChangeWhoseOwnerHasDiedIsSettledFirst() {
        Organization before = core.organization();
        Operation abandoned = operationUntil(core.core.clock.instant().minusMillis(1));
        Result result = move(() -> core.core.store.organizations().replace(before.updating(abandoned)));
        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(core.organization().isolation()).isEqualTo(IsolationModel.SHARED);
    }

    @Test
    void anOrganizationThatIsDeletedAtTheLastMomentIsNotFoundAndLeftToRecovery() {
        Organization before = core.organization();
        Operation graceIsOver = operationUntil(core.core.clock.instant().minusMillis(1));
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> move(() -> core.core.store.organizations().replace(before.deleting(graceIsOver))));
        assertThat(core.homes.count()).as("its own").isEqualTo(1);
        assertThat(core.organization().status()).isEqualTo(OrganizationStatus.DELETING);
    }

    @Test
    void whoIsTooSlowToCopyTheRestDoesNotGoOn() {
        stallsAfter("take");
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> core.move(IsolationModel.SHARED));
        assertStays();
    }

    @Test
    void whoIsTooSlowToPublishDoesNotSwitch() {
        stallsAfter("publish");
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> core.move(IsolationModel.SHARED));
        assertStays();
    }

    @Test
    void theLeaseIsRenewedBeforeTheCopyIsPublished() {
        core.interfering = (call, port) -> {
            Object result = port.call();
            if (isMoving() && (call.equals("usage") || call.equals("publish"))) {
                core.core.clock.advance(MORE_THAN_HALF_A_LEASE);
            }
            return result;
        };
        assertThat(core.move(IsolationModel.SHARED)).isInstanceOf(Result.Moved.class);
    }

    @Test
    void theFailureStandsWhereItCannotBeTakenBack() {
        core.interfering = (call, port) -> {
            if (isMoving() && (call.equals("close") || call.equals("replace"))) {
                throw FaultyCore.outage();
            }
            return port.call();
        };
        Throwable failure = catchThrowable(() -> core.move(IsolationModel.SHARED));
        assertThat(failure).isInstanceOf(StoreUnavailableException.class);
        assertThat(failure.getSuppressed()).hasSize(1);
        core.interfering = Interfering.NOT;
        core.core.clock.advance(Duration.ofMinutes(1));
        core.management().recoverInterrupted().recoverExpired();
        assertStays();
    }

    @Test
    void anOldHomeThatCannotBeRemovedIsLeftToRecovery() {
        AtomicInteger drops = new AtomicInteger();
        core.interfering = Interfering.before("drop", () -> {
            drops.incrementAndGet();
            throw FaultyCore.outage();
        });
        assertThat(core.move(IsolationModel.SHARED)).isInstanceOf(Result.Moved.class);
        assertThat(drops).hasValue(20);
        core.interfering = Interfering.NOT;
        assertThat(core.homes.count()).isEqualTo(2);
        core.core.clock.advance(Duration.ofMinutes(1));
        core.management().recoverInterrupted().recoverExpired();
        assertThat(core.homes.count()).isEqualTo(1);
        assertThat(core.all()).containsExactly(A);
    }
}
