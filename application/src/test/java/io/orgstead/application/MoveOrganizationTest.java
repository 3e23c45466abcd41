package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static io.orgstead.application.DataCore.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Progress;
import io.orgstead.application.usecase.MoveOrganization.Result;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization's documents go to another home: all of them, as they are, whatever happens meanwhile. */
class MoveOrganizationTest {

    private static final IndexDefinition UNIQUE = new IndexDefinition(
            "unique_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());

    private static final Document A = document("_id", "a", "n", 1);
    private static final Document B = document("_id", "b", "n", 2);
    private static final Document C = document("_id", "c", "n", 3);

    private final MoveCore core = new MoveCore();

    @BeforeEach
    void insert() {
        core.insert(A, B, C);
        core.data().indexes().create(core.acme, UNIQUE);
    }

    @AfterEach
    void close() {
        core.close();
    }

    /** Once, before a call of a port. */
    private void before(String call, Runnable action) {
        core.interfering = Interfering.before(call, () -> {
            core.interfering = Interfering.NOT;
            action.run();
        });
    }

    private void put(String id, int n) {
        core.data()
                .replace()
                .replace(
                        core.acme,
                        new ReplaceDocument.Command(id(id), document("_id", id, "n", n), Preconditions.NONE));
    }

    private void delete(String id) {
        core.data().delete().delete(core.acme, id(id), Preconditions.NONE);
    }

    private static StoreUnavailableException outage() {
        return new StoreUnavailableException(null);
    }

    private void expectAt(IsolationModel model, Document... documents) {
        assertThat(core.organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(core.organization().isolation()).isEqualTo(model);
        assertThat(core.all()).containsExactly(documents);
        assertThat(core.indexes()).containsExactly(UNIQUE);
        assertThat(core.homes.count()).as("homes").isEqualTo(1);
        assertThat(core.memory.allRecords()).as("claims").isEmpty();
        core.insert(document("_id", "z", "n", 99));
        delete("z");
    }

    @Test
    void toEveryModelAndBack() {
        List<IsolationModel> way = List.of(
                IsolationModel.DATABASE, IsolationModel.SHARED, IsolationModel.COLLECTION, IsolationModel.SHARED);
        for (IsolationModel model : way) {
            Result result = core.move(model);
            assertThat(result).isInstanceOfSatisfying(Result.Moved.class, moved -> {
                assertThat(moved.documents()).isEqualTo(3);
                assertThat(moved.bytes()).isPositive();
                assertThat(moved.mended()).isZero();
                assertThat(moved.checksum()).hasSize(64);
            });
            expectAt(model, A, B, C);
        }
        assertThat(core.audit)
                .filteredOn(event -> event.action() == AuditAction.ORGANIZATION_MOVE)
                .hasSize(4)
                .containsOnly(AuditEvent.success(AuditAction.ORGANIZATION_MOVE).on(core.acme.organizationId()));
    }

    @Test
    void whereItIsItStays() {
        assertThat(core.move(IsolationModel.COLLECTION)).isEqualTo(new Result.AlreadyThere());
        assertThat(core.audit).noneMatch(event -> event.action() == AuditAction.ORGANIZATION_MOVE);
    }

    @Test
    void anUnknownOneIsNotFound() {
        Refused.with(
                FailureCode.ORGANIZATION_NOT_FOUND,
                () -> core.mover().move(Core.name("beta"), IsolationModel.SHARED, progress -> true));
    }

    @Test
    void tellsHowFarItIs() {
        List<Progress> seen = new ArrayList<>();
        core.mover().move(Core.name("acme"), IsolationModel.SHARED, seen::add);
        assertThat(seen)
                .extracting(Progress::phase)
                .startsWith(Phase.COPYING)
                .endsWith(Phase.SWITCHING, Phase.CLEANING_UP)
                .contains(Phase.INDEXING, Phase.CATCHING_UP, Phase.VERIFYING);
        assertThat(seen.get(0)).isEqualTo(new Progress(Phase.COPYING, 0, 3, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "take", "close"})
    void whatChangesMeanwhileGoesWithThem(String call) {
        before(call, () -> {
            put("a", 10);
            delete("b");
            core.insert(document("_id", "d", "n", 2));
        });
        core.move(IsolationModel.DATABASE);
        expectAt(IsolationModel.DATABASE, document("_id", "a", "n", 10), C, document("_id", "d", "n", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "take", "close"})
    void valuesOfAUniqueIndexThatPassOnGoWithThem(String call) {
        before(call, () -> {
            put("b", 50);
            put("a", 2);
            put("b", 1);
            put("c", 51);
            core.insert(document("_id", "0", "n", 3));
        });
        core.move(IsolationModel.SHARED);
        expectAt(
                IsolationModel.SHARED,
                document("_id", "0", "n", 3),
                document("_id", "a", "n", 2),
                document("_id", "b", "n", 1),
                document("_id", "c", "n", 51));
    }

    @Test
    void indexesThatChangeMeanwhileGoWithThem() {
        before("close", () -> {
            core.data().indexes().drop(core.acme, UNIQUE.name());
            core.insert(document("_id", "d", "n", 1));
        });
        core.move(IsolationModel.DATABASE);
        assertThat(core.indexes()).isEmpty();
        assertThat(core.all()).hasSize(4);
    }

    @Test
    void aRenameMeanwhileChangesNothing() {
        before(
                "list",
                () -> core.management()
                        .updateOrganization()
                        .update(
                                core.acme,
                                new UpdateOrganization.Command(
                                        Optional.empty(),
                                        Optional.of(Core.name("gamma")),
                                        Optional.empty(),
                                        Optional.empty())));
        core.move(IsolationModel.DATABASE);
        expectAt(IsolationModel.DATABASE, A, B, C);
        assertThat(core.organization().name()).isEqualTo(Core.name("gamma"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "list", "take", "usage", "insert"})
    void aDeletionMeanwhileEndsItAndLeavesNothing(String call) {
        before(call, () -> core.management().deleteOrganization().delete(core.acme, Optional.empty()));
        Throwable thrown = catchThrowable(() -> core.move(IsolationModel.DATABASE));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.ORGANIZATION_NOT_FOUND));
        assertThat(core.homes.count()).isZero();
    }

    @Test
    void aForeignCollectionIsInTheWay() {
        core.move(IsolationModel.SHARED);
        core.homes.addForeign(core.organization().collection());
        Refused.with(FailureCode.COLLECTION_TAKEN, () -> core.move(IsolationModel.COLLECTION));
        assertThat(core.homes.count()).as("its own, and the foreign one").isEqualTo(2);
        assertThat(core.all()).containsExactly(A, B, C);
    }

    @Test
    void aForeignCollectionThatComesAtTheLastMomentIsInTheWay() {
        core.move(IsolationModel.SHARED);
        before("publish", () -> core.homes.addForeign(core.organization().collection()));
        Refused.with(FailureCode.COLLECTION_TAKEN, () -> core.move(IsolationModel.COLLECTION));
        assertThat(core.homes.count()).isEqualTo(2);
        assertThat(core.all()).containsExactly(A, B, C);
        assertThat(core.isWatched()).isFalse();
        core.insert(document("_id", "d", "n", 4));
    }

    @Test
    void goesOnWithWhatIsThere() {
        before("list", () -> {
            throw outage();
        });
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> core.move(IsolationModel.DATABASE));
        assertThat(core.homes.count()).as("the home and half a copy").isEqualTo(2);
        assertThat(core.all()).containsExactly(A, B, C);
        put("b", 20);
        AtomicInteger inserts = new AtomicInteger();
        core.interfering = Interfering.before("insert", inserts::incrementAndGet);
        core.move(IsolationModel.DATABASE);
        assertThat(inserts).as("of the one that has changed").hasValue(1);
        core.interfering = Interfering.NOT;
        expectAt(IsolationModel.DATABASE, A, document("_id", "b", "n", 20), C);
    }

    @Test
    void stopsWhenItIsToldTo() {
        Result result = core.mover()
                .move(Core.name("acme"), IsolationModel.SHARED, progress -> progress.phase() != Phase.VERIFYING);
        assertThat(result).isEqualTo(new Result.Stopped());
        assertThat(core.homes.count()).isEqualTo(2);
        core.mover().abandon(Core.name("acme"));
        expectAt(IsolationModel.COLLECTION, A, B, C);
        assertThat(core.isWatched()).isFalse();
    }

    @Test
    void isNotToldToStopAnyMoreOnTheLastSteps() {
        core.mover()
                .move(
                        Core.name("acme"),
                        IsolationModel.SHARED,
                        progress -> progress.phase().compareTo(Phase.SWITCHING) < 0);
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void aHalfCopyOfAnotherModelIsOfNoUse() {
        core.mover().move(Core.name("acme"), IsolationModel.SHARED, progress -> progress.phase() != Phase.VERIFYING);
        core.move(IsolationModel.DATABASE);
        expectAt(IsolationModel.DATABASE, A, B, C);
    }

    @Test
    void mendsWhatIsWrongInTheCopy() {
        Organization before = core.organization();
        CollectionIncarnation staged = core.homes.stage(TenantMarker.of(before), IsolationModel.SHARED);
        core.memory.corrupt(staged, document("_id", "b", "n", 77));
        core.memory.corrupt(staged, document("_id", "bb", "n", 78));
        core.memory.corrupt(staged, document("_id", "zz", "n", 1));
        core.move(IsolationModel.SHARED);
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void mendsWhatGoesWrongAtTheLastMoment() {
        before("close", () -> {
            CollectionIncarnation staged =
                    core.homes.stage(TenantMarker.of(core.organization()), IsolationModel.SHARED);
            core.memory.corrupt(staged, document("_id", "b", "n", 77));
        });
        core.move(IsolationModel.SHARED);
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void givesUpACopyThatDoesNotBecomeEqual() {
        core.interfering = (call, port) -> {
            Object result = port.call();
            if (call.equals("scan") && core.organization().status() == OrganizationStatus.MOVING) {
                CollectionIncarnation staged =
                        core.homes.stage(TenantMarker.of(core.organization()), IsolationModel.SHARED);
                core.memory.corrupt(staged, document("_id", "bad", "n", 77));
            }
            return result;
        };
        Throwable thrown = catchThrowable(() -> core.move(IsolationModel.SHARED));
        core.interfering = Interfering.NOT;
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("differ");
        expectAt(IsolationModel.COLLECTION, A, B, C);
        assertThat(core.isWatched()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "publish"})
    void aFailureBeforeTheSwitchLeavesThemWhereTheyAre(String call) {
        before(call, () -> {
            throw outage();
        });
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> core.move(IsolationModel.SHARED));
        expectAt(IsolationModel.COLLECTION, A, B, C);
    }

    @Test
    void aSwitchWhoseAnswerIsLostIsCarriedThrough() {
        core.interfering = (call, port) -> {
            Object result = port.call();
            boolean switching = call.equals("replace")
                    && core.organization().home().isPresent()
                    && core.organization().status() == OrganizationStatus.MOVING;
            if (switching) {
                core.interfering = Interfering.NOT;
                throw outage();
            }
            return result;
        };
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> core.move(IsolationModel.SHARED));
        assertThat(core.all()).containsExactly(A, B, C);
        core.core.clock.advance(Duration.ofMinutes(1));
        core.management().recoverInterrupted().recoverExpired();
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void anOldHomeThatTakesLongToRemoveIsRemoved() {
        AtomicInteger drops = new AtomicInteger();
        core.interfering = (call, port) -> {
            if (call.equals("drop") && drops.incrementAndGet() < 3) {
                throw outage();
            }
            return port.call();
        };
        assertThat(core.move(IsolationModel.SHARED)).isInstanceOf(Result.Moved.class);
        core.interfering = Interfering.NOT;
        assertThat(drops).hasValue(3);
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void whoIsOvertakenOnTheLastStepsTakesNothingBack() {
        before("publish", () -> {
            core.core.clock.advance(Duration.ofMinutes(1));
            core.management().recoverInterrupted().recoverExpired();
            // The next move has begun when the one before wakes up.
            core.homes.stage(TenantMarker.of(core.organization()), IsolationModel.SHARED);
        });
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> core.move(IsolationModel.SHARED));
        assertThat(core.homes.findStaged(10)).containsExactly(core.acme.organizationId());
        core.move(IsolationModel.SHARED);
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void keepsItsLeaseHoweverLongTheLastStepsTake() {
        core.interfering = (call, port) -> {
            Object result = port.call();
            if (call.equals("take") && core.organization().status() == OrganizationStatus.MOVING) {
                core.core.clock.advance(OrganizationManagementBuilder.DEFAULT_LEASE
                        .multipliedBy(2)
                        .dividedBy(3));
                core.management().recoverInterrupted().recoverExpired();
            }
            return result;
        };
        assertThat(core.move(IsolationModel.SHARED)).isInstanceOf(Result.Moved.class);
        core.interfering = Interfering.NOT;
        expectAt(IsolationModel.SHARED, A, B, C);
    }

    @Test
    void ofTwoThatMoveItOneDoes() {
        before("take", () -> Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> core.move(IsolationModel.SHARED)));
        assertThat(core.move(IsolationModel.DATABASE)).isInstanceOf(Result.Moved.class);
        expectAt(IsolationModel.DATABASE, A, B, C);
    }

    @Test
    void aClientsRequestOfTheSameNameIsInNobodysWay() {
        core.memory
                .records()
                .enter(
                        new IdempotencyRecord(
                                core.acme.organizationId(),
                                new IdempotencyKey("orgstead:move"),
                                "a fingerprint",
                                List.of(),
                                false,
                                core.core.clock.instant().plusSeconds(100),
                                core.core.clock.instant().plusSeconds(100)),
                        core.core.clock.instant());
        core.move(IsolationModel.DATABASE);
        expectAt(IsolationModel.DATABASE, A, B, C);
    }

    @Test
    void beginsAgainWhereChangesMayHaveBeenMissed() {
        AtomicInteger comparisons = new AtomicInteger();
        before("take", () -> {
            core.interfering = Interfering.before("scan", comparisons::incrementAndGet);
            core.core.clock.advance(Duration.ofHours(1));
            CollectionIncarnation staged =
                    core.homes.stage(TenantMarker.of(core.organization()), IsolationModel.DATABASE);
            core.memory.corrupt(staged, document("_id", "b", "n", 77));
        });
        core.move(IsolationModel.DATABASE);
        assertThat(comparisons.get()).as("scans of two sides").isGreaterThanOrEqualTo(12);
        core.interfering = Interfering.NOT;
        expectAt(IsolationModel.DATABASE, A, B, C);
    }

    @Test
    void anotherChangeUnderWayIsInTheWay() {
        Organization moving = core.organization()
                .moving(Operation.begin(
                                new OperationId("0123456789abcdef01234567"),
                                core.core.clock.instant().plusSeconds(10))
                        .moving(
                                core.homes
                                        .find(core.organization().collection())
                                        .orElseThrow(),
                                new TenantHome(IsolationModel.SHARED, new CollectionIncarnation("none"))));
        core.core.store.organizations().replace(moving);
        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> core.move(IsolationModel.DATABASE));
        core.core.clock.advance(Duration.ofMinutes(1));
        assertThat(core.move(IsolationModel.DATABASE)).isInstanceOf(Result.Moved.class);
    }

    @Test
    void aWriterWaitsUntilTheLastStepsAreOver() {
        Organization before = core.organization();
        CollectionIncarnation home = core.homes.find(before.collection()).orElseThrow();
        Organization moving = before.moving(Operation.begin(
                        new OperationId("0123456789abcdef01234567"),
                        core.core.clock.instant().plusSeconds(60))
                .moving(home, new TenantHome(IsolationModel.SHARED, new CollectionIncarnation("elsewhere"))));
        core.core.store.organizations().replace(moving);
        TenantScope scope = TenantScope.of(core.acme, moving, moving.collection(), home);
        core.memory.changes().close(scope, moving.version());
        AtomicInteger attempts = new AtomicInteger();
        core.interfering = Interfering.before("insert", () -> {
            if (attempts.incrementAndGet() == 10) {
                core.core.store.organizations().replace(moving.settled());
            } else if (attempts.get() == 13) {
                core.memory.changes().reopen(scope, moving.version());
            }
        });
        core.insert(document("_id", "d", "n", 4));
        assertThat(attempts).hasValue(13);
    }

    @Test
    @Tag("thorough")
    void ofManyTheLastChangesGoWithThem() {
        core.insertMany();
        before("close", () -> {
            put("b", 4);
            delete("c");
            core.insert(document("_id", "d", "n", 3));
        });
        core.move(IsolationModel.SHARED);
        assertThat(core.everything())
                .as("of the same number and size as those before")
                .hasSize(2_503)
                .contains(document("_id", "b", "n", 4), document("_id", "d", "n", 3))
                .doesNotContain(B, C);
    }

    @Test
    @Tag("thorough")
    void ofManyADifferenceInNumberIsMended() {
        core.insertMany();
        before("close", () -> {
            CollectionIncarnation staged =
                    core.homes.stage(TenantMarker.of(core.organization()), IsolationModel.SHARED);
            core.memory.corrupt(staged, document("_id", "bad", "n", 7));
        });
        core.move(IsolationModel.SHARED);
        assertThat(core.everything()).hasSize(2_503).doesNotContain(document("_id", "bad", "n", 7));
    }

    @Test
    @Tag("thorough")
    void moreThanAPageGoes() {
        core.insertMany();
        List<Document> all = core.everything();
        Result result = core.move(IsolationModel.DATABASE);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Moved.class,
                        moved -> assertThat(moved.documents()).isEqualTo(2_503));
        assertThat(core.everything()).isEqualTo(all);
    }
}
