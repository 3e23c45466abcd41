package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.lifecycle.PortCalls.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a scenario once for every port call and everything that may go wrong at it, and looks whether all invariants hold
 * after recovery, whether the operation took effect as a whole or not at all, and whether its answer was true.
 */
final class FaultAtEveryCall {

    /** What the caller of an operation is told. */
    private enum Answer {
        DONE,
        REFUSED,
        UNKNOWN
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final StoreUnderTest store;
    private final Scenario scenario;
    private final boolean inRecoveryToo;

    FaultAtEveryCall(StoreUnderTest store, Scenario scenario, boolean inRecoveryToo) {
        this.store = store;
        this.scenario = scenario;
        this.inRecoveryToo = inRecoveryToo;
    }

    void run() {
        List<String> calls = namesOfCalls();
        assertThat(calls).as("port calls of the operation").isNotEmpty();
        for (int call = 0; call < calls.size(); call++) {
            for (Fault fault : FAULTS) {
                failOnceAndRecover(call, fault);
            }
            stall(call);
            stallWhileOthersGoOn(call);
            // A call that only reads leaves to recovery what the call before it left.
            if (inRecoveryToo && !calls.get(call).contains(".find")) {
                failInRecoveryToo(call);
            }
        }
    }

    private List<String> namesOfCalls() {
        try (World world = fresh()) {
            world.calls.succeed();
            assertThat(operate(world)).isEqualTo(scenario.refused() ? Answer.REFUSED : Answer.DONE);
            List<String> calls = world.calls.made();
            store.snapshot().assertConsistent(scenario.foreign().toArray(String[]::new));
            scenario.after().accept(world);
            return calls;
        }
    }

    private void failOnceAndRecover(int call, Fault fault) {
        try (World world = fresh()) {
            world.calls.failAt(call, fault);
            Answer answer = operate(world);
            assertStruck(world);
            world.recover();
            assertTrue(answer, world, fault + " at call " + call);
            check(world);
        }
    }

    /** The operation goes wrong in the middle of its calls; its recovery does at each of its own, and is made again. */
    private void failInRecoveryToo(int call) {
        boolean struck = true;
        for (int recoveryCall = 0; struck; recoveryCall++) {
            try (World world = fresh()) {
                world.calls.failAt(call, Fault.DIES_AFTER);
                operate(world);
                world.outliveLeases();
                world.calls.interfere(made -> {});
                world.calls.failAt(recoveryCall, FAULTS.get((call + recoveryCall) % FAULTS.size()));
                answerOf(() -> world.mortal.recoverInterrupted().recoverExpired());
                struck = world.calls.struck();
                world.calls.succeed();
                world.recover();
                check(world);
            }
        }
    }

    /** The owner pauses beyond its lease; what another instance decides meanwhile stands when the owner goes on. */
    private void stall(int call) {
        try (World world = fresh()) {
            Decided decided = new Decided();
            world.calls.stallBefore(call, () -> decided.by(world, settled -> {}));
            Answer answer = operate(world);
            assertStruck(world);
            world.recover();
            assertTrue(answer, world, "stalled before call " + call);
            decided.assertStands(call);
            check(world);
        }
    }

    /** As before, but what was decided is history by the time at which the owner goes on. */
    private void stallWhileOthersGoOn(int call) {
        try (World world = fresh()) {
            Decided decided = new Decided();
            world.calls.stallBefore(call, () -> decided.by(world, scenario.next()));
            operate(world);
            assertStruck(world);
            world.recover();
            decided.assertStands(call);
            assertConsistent();
            assertNothingLeft(world);
        }
    }

    /** What is stored once recovery has decided about an operation under way. */
    private final class Decided {

        private final List<Snapshot> snapshot = new ArrayList<>();

        void by(World world, Consumer<World> next) {
            boolean underWay = store.snapshot().organizations().stream().anyMatch(o -> !o.settled());
            world.recover();
            if (underWay) {
                next.accept(world);
                snapshot.add(store.snapshot());
            }
        }

        void assertStands(int call) {
            assertThat(snapshot)
                    .as("decided while the owner stalled before call %d", call)
                    .allSatisfy(decided -> assertThat(store.snapshot()).isEqualTo(decided));
        }
    }

    private World fresh() {
        store.clear();
        World world = new World(store);
        scenario.before().accept(world);
        return world;
    }

    private Answer operate(World world) {
        return answerOf(() -> scenario.operation().accept(world));
    }

    private static Answer answerOf(Runnable action) {
        try {
            action.run();
            return Answer.DONE;
        } catch (ConflictException | NotFoundException refusal) {
            return Answer.REFUSED;
        } catch (StoreUnavailableException | ProcessDied noAnswer) {
            return Answer.UNKNOWN;
        }
    }

    private static void assertStruck(World world) {
        assertThat(world.calls.struck()).as("the call was made").isTrue();
        world.calls.succeed();
        world.calls.interfere(made -> {});
    }

    private void assertTrue(Answer answer, World world, String fault) {
        if (answer != Answer.UNKNOWN) {
            assertThat(scenario.done().test(world)).as("%s: %s", fault, answer).isEqualTo(answer == Answer.DONE);
        }
    }

    private void check(World world) {
        assertConsistent();
        scenario.after().accept(world);
        assertNothingLeft(world);
    }

    private void assertConsistent() {
        Snapshot snapshot = store.snapshot();
        String[] present = scenario.foreign().stream()
                .filter(snapshot.collections()::contains)
                .filter(name -> snapshot.organizations().stream()
                        .noneMatch(o -> o.collection().equals(name)))
                .toArray(String[]::new);
        snapshot.assertConsistent(present);
    }

    private static void assertNothingLeft(World world) {
        assertThat(world.survivor.recoverInterrupted().recoverAll().isEmpty())
                .as("nothing is left to recover")
                .isTrue();
    }
}
