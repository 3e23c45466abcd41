package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.application.usecase.MigrateInstallation.Migrated;
import io.orgstead.application.usecase.MigrationRefusedException;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.MigrationMarks;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When changes are kept out at the end of a migration, and when they are let in again. */
class MigrationSwitchTest {

    private final MigrationCore world = new MigrationCore();
    private OrganizationId acme = new OrganizationId("000000000000000000000000");

    @BeforeEach
    void create() {
        acme = world.create("acme", document("_id", "a"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void expectOpen() {
        world.insert("acme", document("_id", "later"));
        assertThat(world.documentsHere(world.here(acme))).contains(document("_id", "later"));
    }

    private void expectClosed() {
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> world.insert("acme", document("_id", "later")));
    }

    private Stage stageHere() {
        return world.core
                .store
                .migrationMarks()
                .find()
                .map(MigrationMark::stage)
                .orElseThrow();
    }

    /** The mark of the store that is left, where no answer comes to the change that says so. */
    private MigrationMarks silent(boolean done, boolean forGood) {
        boolean[] silent = {false};
        return Interfering.in(MigrationMarks.class, world.core.store.migrationMarks(), (call, port) -> {
            boolean leaves = call.equals("replace")
                    && world.core
                            .store
                            .migrationMarks()
                            .find()
                            .filter(mark -> mark.stage() == Stage.SENDING)
                            .isPresent();
            if (leaves && done) {
                port.call();
            }
            silent[0] |= leaves;
            if (leaves || (silent[0] && forGood)) {
                throw new StoreUnavailableException(null);
            }
            return port.call();
        });
    }

    private Throwable migrateInVain(MigrationMarks own) {
        Throwable failure = catchThrowable(() -> world.migration(own).migrate(progress -> {}));
        assertThat(failure).isInstanceOf(StoreUnavailableException.class);
        return failure;
    }

    @Test
    void changesAreLetInAgainIfTheRestCannotBeCopied() {
        OrganizationId beta = world.create("beta");
        world.core.store.admins().remove(world.here(beta).adminId());

        assertThatThrownBy(() -> world.migration().migrate(progress -> {}))
                .isInstanceOf(MigrationRefusedException.class)
                .hasMessage("organization " + beta.value() + " has no admin");

        assertThat(stageHere()).isEqualTo(Stage.SENDING);
        expectOpen();
    }

    @Test
    void changesAreLetInAgainIfTheStoreDoesNotSayThatItIsLeft() {
        migrateInVain(silent(false, false));

        assertThat(stageHere()).isEqualTo(Stage.SENDING);
        expectOpen();
    }

    @Test
    void changesStayOutOnceTheStoreSaysThatItIsLeft() {
        migrateInVain(silent(true, false));

        assertThat(stageHere()).isEqualTo(Stage.LEAVING);
        expectClosed();
    }

    @Test
    void changesStayOutIfNobodyKnowsWhatTheStoreSays() {
        Throwable failure = migrateInVain(silent(false, true));

        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(StoreUnavailableException.class);
        expectClosed();
    }

    @Test
    void switchThatAnEarlierProcessHasBegunIsMadeWithChangesKeptOut() {
        migrateInVain(silent(true, false));
        world.gate = new WriteGate();

        Migrated migrated = world.migration().migrate(progress -> {});

        MigrateInstallationTest.expectAllThere(world);
        assertThat(migrated).isEqualTo(new Migrated(1, 1, migrated.bytes(), Duration.ZERO));
        expectClosed();
    }

    @Test
    void pauseIsHowLongChangesWereKeptOut() {
        Duration settling = Duration.ofSeconds(3);
        world.interfering = Interfering.before("undoInterrupted", () -> world.core.clock.advance(settling));

        Migrated migrated = world.migration().migrate(progress -> {});

        assertThat(migrated.pause()).isEqualTo(settling);
    }
}
