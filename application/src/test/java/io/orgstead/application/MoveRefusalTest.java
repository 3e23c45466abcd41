package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A move that is refused says why, and leaves of its copy only what is of use to the next. */
class MoveRefusalTest {

    private static final Document A = document("_id", "a", "n", 1);
    private static final IndexDefinition INDEX =
            new IndexDefinition("by_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), false, Optional.empty());

    private final MoveCore core = new MoveCore();

    @BeforeEach
    void insert() {
        core.insert(A);
        core.data().indexes().create(core.acme, INDEX);
    }

    @AfterEach
    void close() {
        core.close();
    }

    /** As with a grace period. */
    private void delete() {
        Operation waiting = Operation.begin(
                new OperationId("0123456789abcdef01234567"),
                core.core.clock.instant().plusSeconds(1_000));
        core.core.store.organizations().replace(core.organization().deleting(waiting));
    }

    /** Once, after a call. */
    private void after(String call, Runnable action) {
        core.interfering = Interfering.after(call, () -> {
            core.interfering = Interfering.NOT;
            action.run();
        });
    }

    private void discardCopy() {
        core.homes.discardStaged(core.acme.organizationId());
    }

    @Test
    void whatIsGoingToBeRefusedIsNotCopiedFirst() {
        core.move(IsolationModel.SHARED);
        core.homes.addForeign(core.organization().collection());
        core.audit.clear();
        AtomicInteger stages = new AtomicInteger();
        core.interfering = Interfering.before("stage", stages::incrementAndGet);
        Refused.with(FailureCode.COLLECTION_TAKEN, () -> core.move(IsolationModel.COLLECTION));
        assertThat(stages).hasValue(0);
        assertThat(core.audit)
                .containsExactly(AuditEvent.failure(AuditAction.ORGANIZATION_MOVE, FailureCode.COLLECTION_TAKEN)
                        .on(core.acme.organizationId()));
    }

    @Test
    void aCopyThatNothingCanComeOfIsDiscarded() {
        core.interfering = Interfering.instead("create", IndexOutcome.CONFLICTS);
        assertThat(catchThrowable(() -> core.move(IsolationModel.SHARED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("by_n")
                .hasNoSuppressedExceptions();
        assertThat(core.homes.count()).isEqualTo(1);
        assertThat(core.isWatched()).isFalse();
    }

    @Test
    void theReasonStandsWhereTheCopyCannotBeDiscarded() {
        core.interfering = (call, port) -> {
            if (call.equals("discardStaged")) {
                throw FaultyCore.outage();
            }
            return call.equals("create") ? IndexOutcome.CONFLICTS : port.call();
        };
        Throwable reason = catchThrowable(() -> core.move(IsolationModel.SHARED));
        assertThat(reason).isInstanceOf(IllegalStateException.class).hasMessageContaining("by_n");
        assertThat(reason.getSuppressed()).hasSize(1).hasOnlyElementsOfType(StoreUnavailableException.class);
    }

    @Test
    void anOrganizationThatIsBeingDeletedIsNotFound() {
        delete();
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> core.move(IsolationModel.SHARED));
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> core.mover().abandon(Core.name("acme")));
    }

    @Test
    void whoseCopySomebodyDiscardsHasToGiveWay() {
        after("scan", this::discardCopy);
        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> core.move(IsolationModel.SHARED));
        assertThat(core.isWatched()).as("for the next run").isTrue();
        assertThat(core.all()).containsExactly(A);
    }

    @Test
    void whoseCopyIsDiscardedByADeletionIsToldOfThat() {
        after("scan", () -> {
            discardCopy();
            delete();
        });
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> core.move(IsolationModel.SHARED));
        assertThat(core.homes.count()).isEqualTo(1);
    }
}
