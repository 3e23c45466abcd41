package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.lifecycle.PortCalls.Side;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lets the process die before and after every single port call of every use case, and recovery itself die before and
 * after every one of its calls; then recovers, and looks whether all invariants hold and the operation took effect as a
 * whole or not at all.
 */
abstract class CrashAtEveryCallContract {

    private StoreUnderTest store;

    abstract StoreUnderTest newStore();

    @BeforeEach
    void openStore() {
        store = newStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void creating() {
        everywhere(
                world -> {},
                world -> world.mortal.createOrganization().create(World.organization("acme", "a@acme.com")),
                world -> {
                    assertThat(world.exists("acme")).isEqualTo(world.admits("a@acme.com", World.PASSWORD));
                    if (!world.exists("acme")) {
                        world.assertFree("acme", "a@acme.com");
                    }
                });
    }

    @Test
    void creatingWithAnAddressTakenMeanwhile() {
        everywhere(
                world -> world.calls.interfere(once("Admins.add", () -> world.create("rival", "a@acme.com"))),
                world -> refused(
                        () -> world.mortal.createOrganization().create(World.organization("acme", "a@acme.com"))),
                world -> {
                    assertThat(world.exists("acme")).isFalse();
                    world.assertFree("acme", "free@acme.com");
                });
    }

    @Test
    void creatingWhereAForeignCollectionTurnsUp() {
        CollectionName taken = new CollectionName("org_acme");
        everywhere(
                world -> world.calls.interfere(
                        once("TenantCollections.publish", () -> store.createForeignCollection(taken))),
                world -> refused(
                        () -> world.mortal.createOrganization().create(World.organization("acme", "a@acme.com"))),
                world -> {
                    assertThat(world.exists("acme")).isFalse();
                    world.assertFree("other", "a@acme.com");
                },
                "org_acme");
    }

    @Test
    void renaming() {
        everywhere(
                this::acmeWithData,
                world -> world.mortal.updateOrganization().update(acme(world), World.renaming("Beta")),
                world -> {
                    assertThat(world.exists("acme")).isNotEqualTo(world.exists("beta"));
                    String present = world.exists("acme") ? "acme" : "beta";
                    assertThat(store.countDocuments(new CollectionName("org_" + present)))
                            .as("the marker and the document put there")
                            .isEqualTo(2);
                    world.assertFree(present.equals("acme") ? "beta" : "acme", "free@acme.com");
                    assertThat(world.admits("a@acme.com", World.PASSWORD)).isTrue();
                });
    }

    @Test
    void changingEverythingAtOnce() {
        everywhere(
                this::acmeWithData,
                world -> world.mortal
                        .updateOrganization()
                        .update(acme(world), World.changing("Beta", "b@beta.com", "second password")),
                world -> {
                    boolean changed = world.exists("beta");
                    assertThat(world.exists("acme")).isNotEqualTo(changed);
                    assertThat(world.admits("a@acme.com", World.PASSWORD)).isNotEqualTo(changed);
                    assertThat(world.admits("b@beta.com", "second password")).isEqualTo(changed);
                    assertThat(store.countDocuments(new CollectionName(changed ? "org_beta" : "org_acme")))
                            .isEqualTo(2);
                    world.assertFree(changed ? "acme" : "beta", changed ? "a@acme.com" : "b@beta.com");
                });
    }

    @Test
    void renamingWithAnAddressTakenMeanwhile() {
        everywhere(
                world -> {
                    acmeWithData(world);
                    world.calls.interfere(once("Admins.replace", () -> world.create("rival", "b@beta.com")));
                },
                world -> refused(() -> world.mortal
                        .updateOrganization()
                        .update(acme(world), World.changing("Beta", "b@beta.com", "second password"))),
                world -> {
                    assertThat(world.exists("acme")).isTrue();
                    assertThat(world.admits("a@acme.com", World.PASSWORD)).isTrue();
                    world.assertFree("beta", "free@acme.com");
                });
    }

    @Test
    void renamingToTheNameOfAForeignCollection() {
        everywhere(
                world -> {
                    acmeWithData(world);
                    store.createForeignCollection(new CollectionName("org_beta"));
                },
                world -> refused(() -> world.mortal.updateOrganization().update(acme(world), World.renaming("Beta"))),
                world -> assertThat(store.countDocuments(new CollectionName("org_acme")))
                        .isEqualTo(2),
                "org_beta");
    }

    @Test
    void deleting() {
        everywhere(
                this::acmeWithData,
                world -> world.mortal.deleteOrganization().delete(acme(world), Optional.empty()),
                world -> {
                    assertThat(world.exists("acme")).isEqualTo(world.admits("a@acme.com", World.PASSWORD));
                    if (!world.exists("acme")) {
                        world.assertFree("acme", "a@acme.com");
                    }
                });
    }

    private void acmeWithData(World world) {
        world.create("acme", "a@acme.com");
        store.putDocument(new CollectionName("org_acme"));
    }

    private static Principal acme(World world) {
        return world.principal("a@acme.com");
    }

    private static Consumer<String> once(String call, Runnable action) {
        boolean[] done = {false};
        return made -> {
            if (made.equals(call) && !done[0]) {
                done[0] = true;
                action.run();
            }
        };
    }

    private static void refused(Runnable operation) {
        try {
            operation.run();
        } catch (ConflictException expected) {
            return;
        }
        throw new AssertionError("the operation should have been refused");
    }

    private void everywhere(
            Consumer<World> before, Consumer<World> operation, Consumer<World> after, String... foreign) {
        int calls = countCalls(before, operation, after, foreign);
        assertThat(calls).as("port calls of the operation").isPositive();
        for (int call = 0; call < calls; call++) {
            for (Side side : Side.values()) {
                dieOnceAndRecover(before, operation, after, call, side, foreign);
            }
        }
        dieInRecoveryToo(before, operation, after, calls, foreign);
    }

    private int countCalls(
            Consumer<World> before, Consumer<World> operation, Consumer<World> after, String... foreign) {
        try (World world = fresh(before)) {
            world.calls.dieNever();
            operation.accept(world);
            int calls = world.calls.made().size();
            store.snapshot().assertConsistent(foreign);
            after.accept(world);
            return calls;
        }
    }

    private void dieOnceAndRecover(
            Consumer<World> before,
            Consumer<World> operation,
            Consumer<World> after,
            int call,
            Side side,
            String... foreign) {
        try (World world = fresh(before)) {
            die(world, () -> operation.accept(world), call, side);
            world.recover();
            check(world, after, foreign);
        }
    }

    /** The operation dies in the middle of its calls; its recovery dies at each of its own, and is made again. */
    private void dieInRecoveryToo(
            Consumer<World> before,
            Consumer<World> operation,
            Consumer<World> after,
            int operationCalls,
            String... foreign) {
        for (int call = 0; call < operationCalls; call++) {
            boolean died = true;
            for (int recoveryCall = 0; died; recoveryCall++) {
                try (World world = fresh(before)) {
                    die(world, () -> operation.accept(world), call, Side.AFTER);
                    world.outliveLeases();
                    died = die(
                            world,
                            () -> world.mortal.recoverInterrupted().recoverExpired(),
                            recoveryCall,
                            recoveryCall % 2 == 0 ? Side.AFTER : Side.BEFORE);
                    world.recover();
                    check(world, after, foreign);
                }
            }
        }
    }

    private World fresh(Consumer<World> before) {
        store.clear();
        World world = new World(store);
        before.accept(world);
        return world;
    }

    private static boolean die(World world, Runnable action, int call, Side side) {
        world.calls.dieAt(call, side);
        try {
            action.run();
            return false;
        } catch (ProcessDied expected) {
            return true;
        } finally {
            world.calls.dieNever();
            world.calls.interfere(made -> {});
        }
    }

    private void check(World world, Consumer<World> after, String... foreign) {
        Snapshot snapshot = store.snapshot();
        String[] present = java.util.Arrays.stream(foreign)
                .filter(snapshot.collections()::contains)
                .filter(name -> snapshot.organizations().stream()
                        .noneMatch(o -> o.collection().equals(name)))
                .toArray(String[]::new);
        snapshot.assertConsistent(present);
        after.accept(world);
        assertThat(world.survivor.recoverInterrupted().recoverAll().isEmpty())
                .as("nothing is left to recover")
                .isTrue();
    }
}
