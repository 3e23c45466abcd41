package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.CollectionName;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * At every single port call of every use case, lets the process die before and after it, lets its answer get lost, and
 * lets its owner stall beyond the lease; lets recovery itself go wrong at every one of its calls; then recovers, and looks
 * whether all invariants hold, the operation took effect as a whole or not at all, and its answer was true.
 */
abstract class CrashAtEveryCallContract {

    private StoreUnderTest store;
    private OrganizationDetails acme;

    abstract StoreUnderTest newStore();

    /** Whether recovery goes wrong at each of its calls as well, at every call of the operation. */
    boolean inRecoveryToo() {
        return true;
    }

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
        everywhere(Scenario.of(CrashAtEveryCallContract::createAcme)
                .doneIf(world -> world.exists("acme"))
                .next(world -> world.create("acme", "a@acme.com"))
                .after(world -> {
                    assertThat(world.exists("acme")).isEqualTo(world.admits("a@acme.com", World.PASSWORD));
                    if (!world.exists("acme")) {
                        world.assertFree("acme", "a@acme.com");
                    }
                }));
    }

    @Test
    void creatingWithAnAddressTakenMeanwhile() {
        everywhere(Scenario.of(CrashAtEveryCallContract::createAcme)
                .expectingRefusal()
                .before(world -> world.calls.interfere(once("Admins.add", () -> world.create("rival", "a@acme.com"))))
                .next(world -> world.create("acme", "other@acme.com"))
                .after(world -> {
                    assertThat(world.exists("acme")).isFalse();
                    world.assertFree("acme", "free@acme.com");
                }));
    }

    @Test
    void creatingWhereAForeignCollectionTurnsUp() {
        CollectionName taken = new CollectionName("org_acme");
        everywhere(Scenario.of(CrashAtEveryCallContract::createAcme)
                .expectingRefusal()
                .withForeign("org_acme")
                .before(world -> world.calls.interfere(
                        once("TenantCollections.publish", () -> store.createForeignCollection(taken))))
                .next(world -> world.create("other", "a@acme.com"))
                .after(world -> {
                    assertThat(world.exists("acme")).isFalse();
                    world.assertFree("other", "a@acme.com");
                }));
    }

    @Test
    void renaming() {
        everywhere(Scenario.of(world -> world.mortal.updateOrganization().update(acme(world), World.renaming("Beta")))
                .before(this::acmeWithData)
                .doneIf(world -> world.exists("beta"))
                .next(world -> world.survivor
                        .updateOrganization()
                        .update(acme(world), World.renaming(world.exists("beta") ? "Acme" : "Gamma")))
                .after(world -> {
                    assertThat(world.exists("acme")).isNotEqualTo(world.exists("beta"));
                    String present = world.exists("acme") ? "acme" : "beta";
                    assertThat(store.countDocuments(new CollectionName("org_" + present)))
                            .as("the marker and the document put there")
                            .isEqualTo(2);
                    world.assertFree(present.equals("acme") ? "beta" : "acme", "free@acme.com");
                    assertThat(world.admits("a@acme.com", World.PASSWORD)).isTrue();
                }));
    }

    @Test
    void changingEverythingAtOnce() {
        everywhere(Scenario.of(world -> world.mortal
                        .updateOrganization()
                        .update(acme(world), World.changing("Beta", "b@beta.com", "second password")))
                .before(this::acmeWithData)
                .doneIf(world -> world.admits("b@beta.com", "second password"))
                .next(world -> {
                    if (world.exists("acme")) {
                        world.survivor.updateOrganization().update(acme(world), World.renaming("Beta"));
                    } else {
                        world.create("acme", "a@acme.com");
                    }
                })
                .after(world -> {
                    boolean changed = world.exists("beta");
                    assertThat(world.exists("acme")).isNotEqualTo(changed);
                    assertThat(world.admits("a@acme.com", World.PASSWORD)).isNotEqualTo(changed);
                    assertThat(world.admits("b@beta.com", "second password")).isEqualTo(changed);
                    assertThat(store.countDocuments(new CollectionName(changed ? "org_beta" : "org_acme")))
                            .isEqualTo(2);
                    world.assertFree(changed ? "acme" : "beta", changed ? "a@acme.com" : "b@beta.com");
                }));
    }

    @Test
    void renamingWithAnAddressTakenMeanwhile() {
        everywhere(Scenario.of(world -> world.mortal
                        .updateOrganization()
                        .update(acme(world), World.changing("Beta", "b@beta.com", "second password")))
                .expectingRefusal()
                .before(world -> {
                    acmeWithData(world);
                    world.calls.interfere(once("Admins.replace", () -> world.create("rival", "b@beta.com")));
                })
                .next(world -> world.create("beta", "c@beta.com"))
                .after(world -> {
                    assertThat(world.exists("acme")).isTrue();
                    assertThat(world.admits("a@acme.com", World.PASSWORD)).isTrue();
                    world.assertFree("beta", "free@acme.com");
                }));
    }

    @Test
    void renamingToTheNameOfAForeignCollection() {
        everywhere(Scenario.of(world -> world.mortal.updateOrganization().update(acme(world), World.renaming("Beta")))
                .expectingRefusal()
                .withForeign("org_beta")
                .before(world -> {
                    acmeWithData(world);
                    store.createForeignCollection(new CollectionName("org_beta"));
                })
                .next(world -> world.survivor.updateOrganization().update(acme(world), World.renaming("Gamma")))
                .after(world -> assertThat(store.countDocuments(new CollectionName("org_acme")))
                        .isEqualTo(2)));
    }

    @Test
    void deleting() {
        everywhere(Scenario.of(world -> world.mortal.deleteOrganization().delete(acme(world), Optional.empty()))
                .before(world -> acme = world.rememberRequest(acmeWithData(world)))
                .doneIf(world -> !world.exists("acme"))
                .next(world -> world.create("acme", "a@acme.com"))
                .after(world -> {
                    assertThat(world.exists("acme")).isEqualTo(world.admits("a@acme.com", World.PASSWORD));
                    assertThat(world.remembersRequest(acme)).isEqualTo(world.exists("acme"));
                    if (!world.exists("acme")) {
                        world.assertFree("acme", "a@acme.com");
                    }
                }));
    }

    private void everywhere(Scenario scenario) {
        new FaultAtEveryCall(store, scenario, inRecoveryToo()).run();
    }

    private static void createAcme(World world) {
        world.mortal.createOrganization().create(World.organization("acme", "a@acme.com"));
    }

    private OrganizationDetails acmeWithData(World world) {
        OrganizationDetails created = world.create("acme", "a@acme.com");
        store.putDocument(new CollectionName("org_acme"));
        return created;
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
}
