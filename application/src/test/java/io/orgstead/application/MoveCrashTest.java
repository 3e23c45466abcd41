package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.MoveOrganization.Result;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * At every call of a port that a move makes, the process dies, the answer gets lost, or its owner stalls while others go on: every
 * document is there, once, can be changed, and the move made again comes to its end.
 */
@Tag("thorough")
class MoveCrashTest {

    private static final Document A = document("_id", "a", "n", 1);
    private static final Document B = document("_id", "b", "n", 2);
    private static final IndexDefinition INDEX = new IndexDefinition(
            "unique_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());

    /** What happens at a call. */
    private enum Fault {
        DIES_BEFORE,
        DIES_AFTER,
        ANSWER_LOST,
        /** Recovery takes over while the owner stands still. */
        STALLS,
        /** And then somebody else moves the documents. */
        IS_OVERTAKEN
    }

    private static final class Died extends Error {

        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void fromACollectionToADatabase(Fault fault) {
        everywhere(fault, IsolationModel.COLLECTION, IsolationModel.DATABASE);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void fromSharedToACollection(Fault fault) {
        everywhere(fault, IsolationModel.SHARED, IsolationModel.COLLECTION);
    }

    private static void everywhere(Fault fault, IsolationModel from, IsolationModel to) {
        int call = 0;
        while (happensAt(call, fault, from, to)) {
            // Who is overtaken looks for the documents for half a second each time.
            call += fault == Fault.IS_OVERTAKEN ? 4 : 1;
        }
        assertThat(call).as("calls of a move").isGreaterThan(30);
    }

    /** Says whether there were so many calls. */
    private static boolean happensAt(int number, Fault fault, IsolationModel from, IsolationModel to) {
        try (MoveCore core = new MoveCore()) {
            core.insert(A, B);
            core.data().indexes().create(core.acme, INDEX);
            core.move(from);
            FaultyCall faulty = new FaultyCall(number, fault, () -> goOn(core, fault, to));
            core.interfering = faulty;
            boolean told = tries(core, world -> world.move(to));
            core.interfering = Interfering.NOT;
            if (told && fault != Fault.IS_OVERTAKEN) {
                assertThat(core.organization().isolation()).as("told so").isEqualTo(to);
            }
            outlive(core);
            expectWhole(core);
            assertThat(core.move(to)).isInstanceOfAny(Result.Moved.class, Result.AlreadyThere.class);
            expectWhole(core);
            assertThat(core.organization().isolation()).isEqualTo(to);
            // Nothing but its home is left, even of a copy that was not gone on with.
            core.mover().abandon(core.organization().name());
            assertThat(core.homes.count()).isEqualTo(1);
            return faulty.happened;
        }
    }

    /** Says whether the operator was told that the move is done. */
    private static boolean tries(MoveCore core, Consumer<MoveCore> action) {
        try {
            action.accept(core);
            return true;
        } catch (DomainException | Died e) {
            return false;
        }
    }

    private static void goOn(MoveCore core, Fault fault, IsolationModel to) {
        Interfering before = core.interfering;
        core.interfering = Interfering.NOT;
        outlive(core);
        if (fault == Fault.IS_OVERTAKEN) {
            core.move(to);
        }
        core.interfering = before;
    }

    private static void outlive(MoveCore core) {
        core.core.clock.advance(Duration.ofMinutes(10));
        core.management().recoverInterrupted().recoverExpired();
    }

    private static void expectWhole(MoveCore core) {
        assertThat(core.organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(core.all()).containsExactly(A, B);
        assertThat(core.indexes()).containsExactly(INDEX);
        Document more = document("_id", "c", "n", 3);
        core.insert(more);
        core.data().delete().delete(core.acme, more.id(), Preconditions.NONE);
    }

    /** Something happens at a call; who has died makes no more calls. */
    private static final class FaultyCall implements Interfering {

        private final int number;
        private final Fault fault;
        private final Runnable others;
        private int made;
        private boolean happened;
        private boolean dead;

        FaultyCall(int number, Fault fault, Runnable others) {
            this.number = number;
            this.fault = fault;
            this.others = others;
        }

        @Override
        public Object around(String call, Callable<Object> port) throws Exception {
            if (dead) {
                throw new Died();
            }
            if (made++ != number) {
                return port.call();
            }
            happened = true;
            dead = fault == Fault.DIES_BEFORE || fault == Fault.DIES_AFTER;
            if (fault == Fault.DIES_BEFORE) {
                throw new Died();
            } else if (fault == Fault.STALLS || fault == Fault.IS_OVERTAKEN) {
                others.run();
                return port.call();
            }
            port.call();
            if (dead) {
                throw new Died();
            }
            throw new StoreUnavailableException(null);
        }
    }
}
