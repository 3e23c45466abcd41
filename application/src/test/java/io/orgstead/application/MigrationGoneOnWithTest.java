package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Core.Change;
import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.usecase.MigrateInstallation.Phase;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A migration that ended early is made again, or given up, after things have changed. */
class MigrationGoneOnWithTest {

    private final MigrationCore world = new MigrationCore();
    private OrganizationId acme = new OrganizationId("000000000000000000000000");

    @BeforeEach
    void create() {
        acme = world.create("acme", document("_id", "a"));
        world.create("beta", document("_id", "b"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void migrateAndDieBehindTheFirstRound() {
        assertThatThrownBy(() -> world.migration().migrate(progress -> {
                    if (progress.phase() == Phase.CATCHING_UP) {
                        throw new IllegalStateException("dead");
                    }
                }))
                .hasMessage("dead");
        assertThat(MigrationCore.all(world.other.organizations())).hasSize(2);
    }

    private void migrateAgain() {
        world.migration().migrate(progress -> {});
        MigrateInstallationTest.expectAllThere(world);
    }

    private void updateAcme(Change change) {
        world.serving().updateOrganization().update(world.principal("acme@example.com"), change.command());
    }

    private Organization there(OrganizationId id) {
        return world.other.organizations().findById(id).orElseThrow();
    }

    @Test
    void whatHasBeenCopiedIsNotCopiedAgain() {
        migrateAndDieBehindTheFirstRound();
        var home = Homes.of(there(acme), world.otherHomes);
        world.insert("acme", document("_id", "c"));

        migrateAgain();

        assertThat(Homes.of(there(acme), world.otherHomes)).isEqualTo(home).isPresent();
        assertThat(world.documentsThere(there(acme))).hasSize(2);
    }

    @Test
    void whatIsGoneSinceIsRemovedInTheFirstRound() {
        migrateAndDieBehindTheFirstRound();
        world.serving().deleteOrganization().delete(world.principal("beta@example.com"), Optional.empty());
        world.core.clock.advance(MigrationCore.GRACE.plusSeconds(1));
        world.serving().recoverInterrupted().recoverExpired();

        world.migration().migrate(progress -> {
            if (progress.phase() == Phase.CATCHING_UP) {
                assertThat(MigrationCore.all(world.other.organizations()))
                        .extracting(Organization::id)
                        .containsExactly(acme);
            }
        });

        MigrateInstallationTest.expectAllThere(world);
    }

    @Test
    void whatHasAnotherModelSinceIsCopiedAnew() {
        migrateAndDieBehindTheFirstRound();
        world.serving()
                .moveOrganization()
                .orElseThrow()
                .move(Core.name("acme"), IsolationModel.SHARED, progress -> true);

        migrateAgain();

        assertThat(there(acme).isolation()).isEqualTo(IsolationModel.SHARED);
    }

    @Test
    void nameThatIsAnothersSinceGoesOverToItInTheEnd() {
        migrateAndDieBehindTheFirstRound();
        updateAcme(Change.none().name("zeta"));
        OrganizationId namesake = world.serving()
                .createOrganization()
                .create(Core.organization("acme", "new@example.com"))
                .id();

        migrateAgain();

        assertThat(there(namesake).name().value()).isEqualTo("acme");
        assertThat(there(acme).name().value()).isEqualTo("zeta");
    }

    @Test
    void addressThatIsAnothersSinceGoesOverToItInTheEnd() {
        migrateAndDieBehindTheFirstRound();
        updateAcme(Change.none().email("z@example.com"));
        OrganizationId gamma = world.serving()
                .createOrganization()
                .create(Core.organization("gamma", "acme@example.com"))
                .id();

        migrateAgain();

        assertThat(there(gamma).adminEmail().value()).isEqualTo("acme@example.com");
        assertThat(there(acme).adminEmail().value()).isEqualTo("z@example.com");
    }

    @Test
    void whatWasEnteredAndNotPublishedIsPublished() {
        world.interfering = Interfering.before("publish", () -> {
            throw new StoreUnavailableException(null);
        });
        assertThatThrownBy(() -> world.migration().migrate(progress -> {}))
                .isInstanceOf(StoreUnavailableException.class);
        world.interfering = Interfering.NOT;
        assertThat(there(acme)).isNotNull();
        assertThat(world.otherHomes.findStaged(10)).containsExactly(acme);

        migrateAgain();

        assertThat(world.otherHomes.findStaged(10)).isEmpty();
    }

    @Test
    void changesAreNotNotedAnyMoreOnceItIsGivenUp() {
        migrateAndDieBehindTheFirstRound();
        var home = Homes.of(world.here(acme), world.homes).orElseThrow();
        assertThat(world.memory.isWatched(home)).isTrue();

        world.migration().abandon();

        assertThat(world.memory.isWatched(home)).isFalse();
    }
}
