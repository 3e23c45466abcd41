package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.MigrateInstallation.Phase;
import io.orgstead.application.usecase.MigrateInstallation.Progress;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever watches a migration is told. */
class MigrationProgressTest {

    private final MigrationCore world = new MigrationCore();
    private final List<Progress> told = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    /** Each call takes so long that a person can read of it. */
    private void slowly() {
        world.interfering = (call, port) -> {
            world.core.clock.advance(Duration.ofMillis(200));
            return port.call();
        };
    }

    private List<Progress> toldOf(Phase phase) {
        return told.stream().filter(progress -> progress.phase() == phase).toList();
    }

    @Test
    void everyPhaseIsToldOfAsItBegins() {
        world.create("acme", document("_id", "a"));
        world.create("beta");

        world.migration().migrate(told::add);

        assertThat(told)
                .containsExactly(
                        new Progress(Phase.COPYING, 0, 2, 0),
                        new Progress(Phase.CATCHING_UP, 0, 2, 0),
                        new Progress(Phase.SWITCHING, 0, 2, 0));
    }

    @Test
    void everyPhaseIsToldOfEvenWhereThereIsNothingToDo() {
        world.migration().migrate(told::add);

        assertThat(told).extracting(Progress::phase).containsExactly(Phase.values());
    }

    @Test
    void organizationsAreCountedAsTheyAreDone() {
        world.create("acme", document("_id", "a"));
        world.create("beta", document("_id", "a"), document("_id", "b"));
        slowly();

        world.migration().migrate(told::add);

        assertThat(toldOf(Phase.COPYING))
                .contains(new Progress(Phase.COPYING, 1, 2, 1), new Progress(Phase.COPYING, 2, 2, 3));
        assertThat(toldOf(Phase.SWITCHING)).extracting(Progress::organizations).contains(1L, 2L);
    }

    @Test
    void documentsOfALargeOrganizationAreCountedBeforeItIsDone() {
        world.create(
                "acme",
                IntStream.range(0, 500)
                        .mapToObj(n -> document("_id", "d%03d".formatted(n)))
                        .toArray(Document[]::new));
        slowly();

        world.migration().migrate(told::add);

        assertThat(toldOf(Phase.COPYING))
                .anySatisfy(progress -> {
                    assertThat(progress.organizations()).isZero();
                    assertThat(progress.documents()).isBetween(1L, 500L);
                })
                .last()
                .isEqualTo(new Progress(Phase.COPYING, 1, 1, 500));
    }

    @Test
    void noMoreOrganizationsAreCountedThanThereAre() {
        world.create("acme");
        world.insert("acme", many(0));
        world.insert("acme", many(500));
        world.interfering = (call, port) -> {
            world.core.clock.advance(Duration.ofMillis(200));
            if (call.equals("findStaged") && !told.isEmpty() && !isSwitching()) {
                deleteAll();
                world.insert("acme", many(0));
                world.insert("acme", many(500));
            }
            return port.call();
        };

        world.migration().migrate(told::add);

        assertThat(toldOf(Phase.CATCHING_UP)).hasSizeGreaterThan(3);
        assertThat(told).allMatch(progress -> progress.organizations() <= progress.expected());
    }

    private boolean isSwitching() {
        return told.get(told.size() - 1).phase() == Phase.SWITCHING;
    }

    private void deleteAll() {
        Organization acme = MigrationCore.all(world.core.store.organizations()).get(0);
        world.serving().organizationData().orElseThrow().deleteAll().delete(Samples.principal(acme), Filter.all());
    }

    private static Document[] many(int from) {
        return IntStream.range(from, from + 500)
                .mapToObj(n -> document("_id", "d%04d".formatted(n)))
                .toArray(Document[]::new);
    }
}
