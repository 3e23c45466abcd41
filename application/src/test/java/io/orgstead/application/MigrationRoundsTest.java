package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.MigrateInstallation.Phase;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is copied when, while the installation is used. */
class MigrationRoundsTest {

    private final MigrationCore world = new MigrationCore();

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> namesThere() {
        return MigrationCore.all(world.other.organizations()).stream()
                .map(organization -> organization.name().value())
                .toList();
    }

    /** Does something as each of the phases begins. */
    private void migrate(Phase phase, Runnable action) {
        Set<Phase> begun = EnumSet.noneOf(Phase.class);
        world.migration().migrate(progress -> {
            if (begun.add(progress.phase()) && progress.phase() == phase) {
                action.run();
            }
        });
        assertThat(begun).contains(phase);
    }

    @Test
    void whatIsUsedIsCopiedBeforeOthersWait() {
        OrganizationId acme = world.create("acme", document("_id", "a"));
        world.create("beta");
        world.create("doomed");
        world.serving().deleteOrganization().delete(world.principal("doomed@example.com"), Optional.empty());

        migrate(Phase.CATCHING_UP, () -> {
            assertThat(namesThere()).containsExactly("acme", "beta");
            assertThat(world.documentsThere(
                            world.other.organizations().findById(acme).orElseThrow()))
                    .containsExactly(document("_id", "a"));
        });

        assertThat(namesThere()).containsExactly("acme", "beta", "doomed");
        MigrateInstallationTest.expectAllThere(world);
    }

    @Test
    void whatIsAlikeIsNotWrittenAgain() {
        world.create("acme", document("_id", "a"));
        world.create("beta");

        migrate(Phase.SWITCHING, () -> {});

        assertThat(MigrationCore.all(world.other.organizations()))
                .extracting(Organization::version)
                .isEqualTo(MigrationCore.all(world.core.store.organizations()).stream()
                        .map(Organization::version)
                        .toList());
    }

    /** With few changes others wait for the rest; more are caught up with before. */
    @ParameterizedTest
    @CsvSource({"500, false", "501, true"})
    void manyChangesAreCaughtUpWithBeforeOthersWait(int documents, boolean caughtUp) {
        OrganizationId acme = world.create("acme");
        Document[] many = IntStream.range(0, documents)
                .mapToObj(n -> document("_id", "d%03d".formatted(n)))
                .toArray(Document[]::new);
        world.insert("acme", Arrays.copyOf(many, 500));
        world.insert("acme", Arrays.copyOfRange(many, 500, documents));
        List<Boolean> found = new ArrayList<>();

        world.migration().migrate(progress -> {
            if (progress.phase() == Phase.CATCHING_UP && progress.organizations() == 0) {
                world.insert("acme", document("_id", "late"));
            }
            if (progress.phase() == Phase.SWITCHING && progress.organizations() == 0) {
                Organization copy = world.other.organizations().findById(acme).orElseThrow();
                found.add(world.documentsThere(copy).contains(document("_id", "late")));
            }
        });

        assertThat(found).containsExactly(caughtUp);
        MigrateInstallationTest.expectAllThere(world);
    }

    @Test
    void organizationThatIsBeingChangedGoesOverWhenThatHasEnded() {
        world.create("acme");
        OrganizationId beta = world.create("beta", document("_id", "b"));
        Organization updating = world.here(beta)
                .updating(new Samples().operation(world.core.clock.instant().plusSeconds(15)));
        assertThat(world.core.store.organizations().replace(updating)).isTrue();

        migrate(Phase.CATCHING_UP, () -> assertThat(namesThere()).containsExactly("acme"));

        assertThat(namesThere()).containsExactly("acme", "beta");
        MigrateInstallationTest.expectAllThere(world);
    }

    @Test
    void privateCollectionOfNobodyIsDiscarded() {
        world.create("acme");
        world.otherHomes.stage(TenantMarker.of(new Samples().active(Core.name("gone"))), IsolationModel.COLLECTION);

        migrate(
                Phase.CATCHING_UP,
                () -> assertThat(world.otherHomes.findStaged(10)).isEmpty());

        MigrateInstallationTest.expectAllThere(world);
    }

    @Test
    void passwordThatIsChangedMeanwhileGoesOver() {
        world.create("acme");

        migrate(
                Phase.CATCHING_UP,
                () -> world.serving()
                        .updateOrganization()
                        .update(
                                world.principal("acme@example.com"),
                                Core.Change.none().password("battery staple").command()));

        MigrateInstallationTest.expectAllThere(world);
    }
}
