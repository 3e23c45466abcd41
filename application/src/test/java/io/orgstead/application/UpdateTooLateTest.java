package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.Core.Change;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update that was applied stalls before it moves the collection, and wakes up after others have gone on. */
class UpdateTooLateTest {

    private static final CollectionName ACME = Core.name("acme").collectionName();
    private static final CollectionName BETA = Core.name("beta").collectionName();
    private static final CollectionName GAMMA = Core.name("gamma").collectionName();

    private final MoveCore world = new MoveCore();
    private final Samples samples = new Samples();
    private CollectionIncarnation home = CollectionIncarnation.NONE;

    @BeforeEach
    void findHome() {
        home = world.homes.find(ACME).orElseThrow();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Renames to beta, and stalls before the collection is moved. */
    private OrganizationDetails renameWhile(Runnable meanwhile) {
        world.interfering = Interfering.before("rename", Interfering.once(() -> {
            world.core.clock.advance(Duration.ofSeconds(16));
            assertThat(world.management().recoverInterrupted().recoverExpired()).isEqualTo(new Report(1, 0, 0));
            meanwhile.run();
        }));
        return update("beta");
    }

    private OrganizationDetails update(String name) {
        return world.management()
                .updateOrganization()
                .update(world.acme, Change.none().name(name).command());
    }

    private void store(Organization next) {
        assertThat(world.core.store.organizations().replace(next)).isTrue();
    }

    @Test
    void answerIsThatOfWhoCarriedItThrough() {
        OrganizationDetails answer = renameWhile(() -> {});

        assertThat(answer).isEqualTo(OrganizationDetails.of(world.organization()));
        assertThat(answer.name().value()).isEqualTo("beta");
        assertThat(world.homes.find(BETA)).contains(home);
    }

    @Test
    void whoLookedForTheCollectionWhileItWasAwayLooksAgain() {
        long[] version = {0};

        OrganizationDetails answer = renameWhile(() -> {
            update("acme");
            version[0] = world.organization().version();
        });

        assertThat(answer.name().value()).isEqualTo("acme");
        assertThat(world.homes.find(ACME)).contains(home);
        assertThat(world.organization().version()).isEqualTo(version[0] + 1);
    }

    @Test
    void collectionGoesToTheOldNameIfTheNextRenameIsNotApplied() {
        OrganizationDetails answer = renameWhile(() -> {
            update("acme");
            beginRenameToGamma();
        });

        assertThat(answer.name().value()).isEqualTo("acme");
        assertThat(world.homes.find(ACME)).contains(home);
        assertThat(world.organization().currentOperation().incarnation()).contains(home);
        assertThat(world.management().recoverInterrupted().recoverAll()).isEqualTo(new Report(0, 1, 0));
        assertThat(world.organization().collection()).isEqualTo(ACME);
    }

    @Test
    void collectionGoesToTheNewNameIfTheNextRenameIsApplied() {
        renameWhile(() -> {
            update("acme");
            beginRenameToGamma();
            Admin admin =
                    world.core.store.admins().findById(world.acme.adminId()).orElseThrow();
            world.core
                    .store
                    .admins()
                    .replace(admin.updated(
                            world.organization(), Optional.empty(), Optional.empty(), world.core.clock.instant()));
        });

        assertThat(world.homes.find(GAMMA)).contains(home);
        assertThat(world.management().recoverInterrupted().recoverAll()).isEqualTo(new Report(1, 0, 0));
        assertThat(world.organization().collection()).isEqualTo(GAMMA);
        assertThat(world.homes.find(GAMMA)).contains(home);
    }

    /** It looked before it knew which collection it was going to move. */
    private void beginRenameToGamma() {
        store(world.organization()
                .updating(samples.operation(world.core.clock.instant().plusSeconds(15))
                        .renamingTo(Core.name("gamma"))));
    }

    @Test
    void organizationWhoseDocumentsHaveAnotherHomeStaysThere() {
        world.insert(DataCore.document("_id", "a"));

        OrganizationDetails answer = renameWhile(() -> world.move(IsolationModel.SHARED));

        assertThat(answer.name().value()).isEqualTo("beta");
        assertThat(world.organization().isolation()).isEqualTo(IsolationModel.SHARED);
        assertThat(world.all()).containsExactly(DataCore.document("_id", "a"));
        assertThat(world.homes.count()).isEqualTo(1);
    }

    @Test
    void organizationWithANewCollectionIsNotTouched() {
        long[] version = {0};

        OrganizationDetails answer = renameWhile(() -> {
            update("acme");
            world.move(IsolationModel.SHARED);
            world.move(IsolationModel.COLLECTION);
            version[0] = world.organization().version();
        });

        assertThat(answer.name().value()).isEqualTo("acme");
        assertThat(world.organization().version()).isEqualTo(version[0]);
        assertThat(world.homes.find(ACME)).isPresent().isNotEqualTo(Optional.of(home));
        assertThat(world.homes.count()).isEqualTo(1);
    }
}
