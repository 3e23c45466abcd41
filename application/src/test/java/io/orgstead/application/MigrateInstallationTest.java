package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Core.Change;
import io.orgstead.application.usecase.MigrateInstallation.Migrated;
import io.orgstead.application.usecase.MigrateInstallation.Phase;
import io.orgstead.application.usecase.MigrationRefusedException;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateInstallationTest {

    private static final IndexDefinition INDEX = new IndexDefinition(
            "unique_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());

    private MigrationCore world = new MigrationCore();

    @BeforeEach
    void fill() {
        fill(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Four organizations, one of each model and one that waits for its end. */
    private static void fill(MigrationCore world) {
        OrganizationManagement serving = world.serving();
        for (String name : List.of("acme", "beta", "gamma", "doomed")) {
            serving.createOrganization().create(Core.organization(name, name + "@example.com"));
            insert(world, name, document("_id", "a", "n", 1), document("_id", "b", "n", 2));
        }
        serving.moveOrganization().orElseThrow().move(Core.name("beta"), IsolationModel.SHARED, progress -> true);
        serving.moveOrganization().orElseThrow().move(Core.name("gamma"), IsolationModel.DATABASE, progress -> true);
        Principal acme = world.principal("acme@example.com");
        serving.organizationData().orElseThrow().indexes().create(acme, INDEX);
        world.core
                .store
                .tenantSchemas()
                .replace(acme.organizationId(), Optional.empty(), Optional.of(new DocumentSchema("n")));
        serving.organizationData()
                .orElseThrow()
                .insert()
                .insert(
                        acme,
                        new InsertDocuments.Command(
                                List.of(document("_id", "once", "n", 9)),
                                Optional.of(new InsertDocuments.Once(new IdempotencyKey("k1"), "fingerprint")),
                                false));
        serving.deleteOrganization().delete(world.principal("doomed@example.com"), Optional.empty());
    }

    private static void insert(MigrationCore world, String name, Document... documents) {
        world.serving()
                .organizationData()
                .orElseThrow()
                .insert()
                .insert(world.principal(name + "@example.com"), new InsertDocuments.Command(List.of(documents)));
    }

    private Migrated migrate() {
        return world.migration().migrate(progress -> {});
    }

    private static Stage stage(Optional<MigrationMark> mark) {
        return mark.orElseThrow().stage();
    }

    static void expectAllThere(MigrationCore world) {
        assertThat(stage(world.core.store.migrationMarks().find())).isEqualTo(Stage.LEFT);
        assertThat(stage(world.other.migrationMarks().find())).isEqualTo(Stage.RECEIVED);
        List<Organization> here = MigrationCore.all(world.core.store.organizations());
        List<Organization> there = MigrationCore.all(world.other.organizations());
        assertThat(there).hasSameSizeAs(here);
        for (int i = 0; i < here.size(); i++) {
            Organization original = here.get(i);
            Organization copy = there.get(i);
            assertThat(copy)
                    .usingRecursiveComparison()
                    .ignoringFields("version", "home")
                    .isEqualTo(original);
            assertThat(copy.isolation()).isEqualTo(original.isolation());
            Optional<Admin> admin = world.core.store.admins().findById(original.adminId());
            assertThat(world.other.admins().findById(original.adminId()))
                    .isEqualTo(admin)
                    .isPresent();
            assertThat(world.documentsThere(copy)).isEqualTo(world.documentsHere(original));
            assertThat(world.other.tenantSchemas().find(original.id()))
                    .isEqualTo(world.core.store.tenantSchemas().find(original.id()));
            assertThat(world.otherMemory.records().list(original.id(), Optional.empty(), 10))
                    .isEqualTo(world.memory.records().list(original.id(), Optional.empty(), 10));
        }
        assertThat(world.otherHomes.count()).as("nothing else").isEqualTo(here.size());
    }

    @Test
    void everythingGoesOver() {
        Migrated migrated = migrate();

        expectAllThere(world);
        assertThat(migrated.organizations()).isEqualTo(4);
        assertThat(migrated.documents()).isEqualTo(9);
        Principal acme = world.principal("acme@example.com");
        assertThat(world.indexesThere(acme.organizationId())).containsExactly(INDEX);
        assertThat(world.memory.records().list(acme.organizationId(), Optional.empty(), 10))
                .hasSize(1);
        assertThat(world.other.organizations().findById(acme.organizationId()).map(Organization::isolation))
                .contains(IsolationModel.COLLECTION);
    }

    @Test
    void installationGoesOnWhereItHasGone() {
        migrate();
        OrganizationManagement elsewhere = world.elsewhere();

        Principal beta = elsewhere
                .authorizeRequest()
                .authorize(world.core
                        .logIn("beta@example.com", Core.PASSWORD)
                        .token()
                        .reveal());
        elsewhere
                .organizationData()
                .orElseThrow()
                .insert()
                .insert(beta, new InsertDocuments.Command(List.of(document("n", 3))));
        elsewhere.restoreOrganization().restore(Core.name("doomed"));

        assertThat(elsewhere.findOrganization().find(Core.name("doomed")).name().value())
                .isEqualTo("doomed");
        assertThat(elsewhere
                        .organizationData()
                        .orElseThrow()
                        .usage()
                        .usage(beta)
                        .usage()
                        .documents())
                .isEqualTo(3);
    }

    @Test
    void nothingChangesHereAnyMore() {
        migrate();

        assertThatThrownBy(() -> insert(world, "acme", document("n", 77)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() ->
                        world.serving().createOrganization().create(Core.organization("late", "late@example.com")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(world.serving()
                        .findOrganization()
                        .find(Core.name("acme"))
                        .name()
                        .value())
                .isEqualTo("acme");
    }

    @Test
    void whatChangesMeanwhileGoesOverAsItIsInTheEnd() {
        boolean[] changed = {false};
        world.migration().migrate(progress -> {
            // Three are there already when these change, and the rest goes on from there.
            if (progress.phase() == Phase.CATCHING_UP && !changed[0]) {
                changed[0] = true;
                changeEverything();
            }
        });

        expectAllThere(world);
        assertThat(changed[0]).isTrue();
        List<Organization> there = MigrationCore.all(world.other.organizations());
        assertThat(there.stream().map(organization -> organization.name().value()))
                .containsExactly("beta", "acme", "delta");
        assertThat(there.stream().map(organization -> organization.adminEmail().value()))
                .containsExactly("beta@example.com", "acme@example.com", "delta@example.com");
        assertThat(world.other.organizations().list(Optional.empty(), 10))
                .allMatch(organization -> organization.status() == OrganizationStatus.ACTIVE);
    }

    /** Two swap names and addresses, one goes, one waits no more for its end, one comes, documents change. */
    private void changeEverything() {
        OrganizationManagement serving = world.serving();
        Principal acme = world.principal("acme@example.com");
        Principal beta = world.principal("beta@example.com");
        update(acme, Change.none().name("tmp").email("tmp@example.com"));
        update(beta, Change.none().name("acme").email("acme@example.com"));
        update(acme, Change.none().name("beta").email("beta@example.com"));
        insert(world, "beta", document("_id", "c", "n", 3));
        serving.organizationData()
                .orElseThrow()
                .delete()
                .delete(world.principal("acme@example.com"), new Value.Text("a"), Preconditions.NONE);
        serving.deleteOrganization().delete(world.principal("gamma@example.com"), Optional.empty());
        world.core.clock.advance(MigrationCore.GRACE.plusSeconds(1));
        serving.recoverInterrupted().recoverExpired();
        serving.createOrganization().create(Core.organization("delta", "delta@example.com"));
        insert(world, "delta", document("_id", "d", "n", 4));
    }

    private void update(Principal caller, Change change) {
        world.serving().updateOrganization().update(caller, change.command());
    }

    @Test
    void anotherStoreThatIsUsedIsRefused() {
        world.elsewhere().createOrganization().create(Core.organization("other", "other@example.com"));

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationRefusedException.class)
                .hasMessageContaining("not empty");

        assertThat(world.core.store.migrationMarks().find()).isEmpty();
        insert(world, "acme", document("n", 3));
    }

    @Test
    void storeThatAnotherMigrationFillsIsRefused() {
        world.other
                .migrationMarks()
                .replace(Optional.empty(), Optional.of(new MigrationMark(Stage.RECEIVING, "x", "elsewhere")));

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationRefusedException.class)
                .hasMessageContaining("elsewhere");

        insert(world, "acme", document("n", 3));
    }

    @Test
    void installationThatHasLeftForAnotherStoreIsRefused() {
        world.core
                .store
                .migrationMarks()
                .replace(Optional.empty(), Optional.of(new MigrationMark(Stage.LEFT, "x", "elsewhere")));

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationRefusedException.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void madeAgainItSaysWhatWentOver() {
        Migrated first = migrate();

        Migrated again = migrate();

        assertThat(again.organizations()).isEqualTo(first.organizations());
        assertThat(again.documents()).isEqualTo(first.documents());
        expectAllThere(world);
    }

    @Test
    void noOrganizationMovesMeanwhile() {
        world.migration().migrate(progress -> {
            if (progress.phase() == Phase.CATCHING_UP) {
                assertThatThrownBy(() -> moveAcme()).isInstanceOf(DomainException.class);
            }
        });
        expectAllThere(world);
    }

    private void moveAcme() {
        world.core
                .builder()
                .tenantCollections(world.homes)
                .organizationData(world.memory.documents(), world.memory.indexes(), world.memory.records())
                .tenantChanges(world.memory.changes())
                .migrationMarks(world.core.store.migrationMarks(), "here")
                .build()
                .moveOrganization()
                .orElseThrow()
                .move(Core.name("acme"), IsolationModel.SHARED, progress -> true);
    }

    @Test
    void abandonedMigrationLeavesNothingThere() {
        assertThatThrownBy(() -> world.migration().abandon()).isInstanceOf(MigrationRefusedException.class);
        world.interfering = new Dying(60, false);
        assertThatThrownBy(this::migrate).isInstanceOf(Dying.Died.class);
        world.interfering = Interfering.NOT;

        world.migration().abandon();

        assertThat(MigrationCore.all(world.other.organizations())).isEmpty();
        assertThat(world.otherHomes.count()).isZero();
        assertThat(world.other.migrationMarks().find()).isEmpty();
        assertThat(world.core.store.migrationMarks().find()).isEmpty();
        insert(world, "acme", document("n", 3));
        world.gate = new WriteGate();
        migrate();
        expectAllThere(world);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("thorough")
    void migrationThatDiesAtAnyCallIsGoneOnWith(boolean after) {
        int call = 0;
        while (diesAt(call, after)) {
            call += call < 150 ? 3 : 11;
        }
        assertThat(call).as("calls of a migration").isGreaterThan(150);
    }

    /** Says whether there were so many calls. */
    private static boolean diesAt(int call, boolean after) {
        try (MigrationCore world = new MigrationCore()) {
            fill(world);
            Dying dying = new Dying(call, after);
            world.interfering = dying;
            boolean done = false;
            try {
                world.migration().migrate(progress -> {});
                done = true;
            } catch (Dying.Died e) {
                assertThat(dying.dead).isTrue();
            }
            world.interfering = Interfering.NOT;
            // The process that served it is gone, too: the next one asks the mark.
            world.gate = new WriteGate();
            if (world.core
                    .store
                    .migrationMarks()
                    .find()
                    .map(mark -> mark.stage().isServable())
                    .orElse(true)) {
                insert(world, "acme", document("_id", "meanwhile", "n", 5));
            }
            if (!done) {
                world.migration().migrate(progress -> {});
            }
            expectAllThere(world);
            return dying.dead;
        }
    }

    /** Whoever dies at a call makes no more. */
    private static final class Dying implements Interfering {

        private static final class Died extends Error {
            private static final long serialVersionUID = 1L;
        }

        private final int call;
        private final boolean after;
        private int made;
        private boolean dead;

        Dying(int call, boolean after) {
            this.call = call;
            this.after = after;
        }

        @Override
        public Object around(String name, Callable<Object> port) throws Exception {
            if (dead) {
                throw new Died();
            }
            boolean now = made++ == call;
            dead = now;
            if (now && !after) {
                throw new Died();
            }
            Object result = port.call();
            if (now) {
                throw new Died();
            }
            return result;
        }
    }
}
