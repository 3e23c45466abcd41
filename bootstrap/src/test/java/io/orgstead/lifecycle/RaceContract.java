package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.testkit.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads that all want the same thing: one gets it, the others the refusal that the use case documents. */
abstract class RaceContract {

    private StoreUnderTest store;
    private World world;

    abstract StoreUnderTest newStore();

    @BeforeEach
    void openStore() {
        store = newStore();
        world = new World(store);
    }

    @AfterEach
    void consistent() {
        try {
            store.snapshot().assertConsistent();
        } finally {
            world.close();
            store.close();
        }
    }

    @Test
    void forOneName() {
        Race<?> race = Race.of(i -> () -> world.create(i % 2 == 0 ? "Acme Corp" : "acme_corp", "a" + i + "@acme.com"));
        assertOneWinner(race, Set.of(FailureCode.NAME_TAKEN, FailureCode.COLLECTION_TAKEN));
        assertThat(world.exists("acme corp")).isTrue();
    }

    @Test
    void forOneAddress() {
        Race<?> race = Race.of(i -> () -> world.create("acme" + i, "a@acme.com"));
        assertOneWinner(race, Set.of(FailureCode.EMAIL_TAKEN));
        assertThat(world.admits("a@acme.com", World.PASSWORD)).isTrue();
    }

    @Test
    void forOneRenameTarget() {
        List<Principal> admins = new ArrayList<>();
        for (int i = 0; i < Race.RUNNERS; i++) {
            world.create("acme" + i, "a" + i + "@acme.com");
            admins.add(world.principal("a" + i + "@acme.com"));
        }
        Race<?> race =
                Race.of(i -> () -> world.survivor.updateOrganization().update(admins.get(i), World.renaming("Target")));
        assertOneWinner(race, Set.of(FailureCode.NAME_TAKEN, FailureCode.COLLECTION_TAKEN));
        assertThat(store.snapshot().organizations()).hasSize(Race.RUNNERS);
    }

    @Test
    void forARenameTargetAndItsCreation() {
        world.create("acme", "a@acme.com");
        Principal admin = world.principal("a@acme.com");
        Race<?> race = Race.of(i -> () -> i % 2 == 0
                ? world.create("Target", "t" + i + "@acme.com")
                : world.survivor.updateOrganization().update(admin, World.renaming("Target")));
        assertThat(race.failures()).allSatisfy(failure -> assertThat(failure).isInstanceOfAny(ConflictException.class));
        assertThat(world.exists("target")).isTrue();
    }

    @Test
    void forOneDeletion() {
        world.create("acme", "a@acme.com");
        Principal admin = world.principal("a@acme.com");
        Race<?> race = Race.of(i -> () -> world.survivor.deleteOrganization().delete(admin, Optional.empty()));
        assertOneWinner(race, Set.of(FailureCode.ORGANIZATION_NOT_FOUND));
        assertThat(store.snapshot().collections()).isEmpty();
        world.assertFree("acme", "a@acme.com");
    }

    @Test
    void ofDeletionsRenamesAndLogins() {
        world.create("acme", "a@acme.com");
        Principal admin = world.principal("a@acme.com");
        Race<?> race = Race.of(i -> () -> switch (i % 4) {
            case 0 -> world.survivor.deleteOrganization().delete(admin, Optional.empty());
            case 1 -> world.survivor.updateOrganization().update(admin, World.renaming("other" + i));
            case 2 -> world.survivor.recoverInterrupted().recoverExpired();
            default -> world.logIn("a@acme.com", World.PASSWORD);
        });
        assertThat(race.failures())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfAny(
                                ConflictException.class,
                                NotFoundException.class,
                                io.orgstead.domain.failure.AuthenticationException.class));
    }

    /** Two instances recover at once while the owner of the operations is still at it, believed dead. */
    @Test
    void ofOwnersAndRecoveries() {
        Race<?> race = Race.of(i -> () -> i % 2 == 0
                ? world.create("acme" + i, "a" + i + "@acme.com")
                : world.survivor.recoverInterrupted().recoverAll());
        assertThat(race.failures()).allSatisfy(failure -> assertThat(failure).isInstanceOf(DomainException.class));
        world.recover();
        assertThat(store.snapshot().organizations()).allMatch(o -> world.exists(o.name()));
    }

    private static void assertOneWinner(Race<?> race, Set<FailureCode> refusals) {
        assertThat(race.winners()).hasSize(1);
        assertThat(race.failures())
                .hasSize(Race.RUNNERS - 1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.code()).isIn(refusals)));
    }
}
