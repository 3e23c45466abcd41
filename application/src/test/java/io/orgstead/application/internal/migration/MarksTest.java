package io.orgstead.application.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.MigrationRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How far a migration is, by the marks of both stores. */
class MarksTest {

    private static final MigrationMark SENDING = new MigrationMark(Stage.SENDING, "m1", "there");
    private static final MigrationMark LEAVING = SENDING.at(Stage.LEAVING);

    private final MemoryMarks here = new MemoryMarks();
    private final MemoryMarks there = new MemoryMarks();
    private final Marks marks = new Marks(here, there, () -> "m1", "here", "there");

    private void put(String atHome, String atPeer) {
        put(here, atHome);
        put(there, atPeer);
    }

    private static void put(MemoryMarks store, String mark) {
        store.clear();
        if (!mark.equals("none")) {
            String[] parts = mark.split(" ", 3);
            store.put(Stage.valueOf(parts[0]), parts[1], parts[2]);
        }
    }

    private void expect(String atHome, String atPeer) {
        assertThat(here.shown()).as("here").isEqualTo(atHome);
        assertThat(there.shown()).as("there").isEqualTo(atPeer);
    }

    private static void refused(String reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MigrationRefusedException.class).hasMessage(reason);
    }

    private static void overtaken(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreUnavailableException.class)
                .hasRootCauseMessage("a mark has changed meanwhile");
    }

    @Test
    void firstMigrationMarksBothStores() {
        assertThat(marks.begin(true)).isEqualTo(SENDING);

        expect("SENDING m1 there", "RECEIVING m1 here");
    }

    @Test
    void storeThatWasFilledByAMigrationCanBeLeftByAnother() {
        put("RECEIVED m0 before", "none");

        assertThat(marks.begin(true)).isEqualTo(SENDING);

        expect("SENDING m1 there", "RECEIVING m1 here");
    }

    @Test
    void storeWithOrganizationsIsRefusedAndNothingIsMarked() {
        refused("there is not empty: there are organizations in it", () -> marks.begin(false));

        expect("none", "none");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void storeWithTheMarkOfAnotherMigrationIsRefused(Stage stage) {
        there.put(stage, "m0", "elsewhere");

        refused("there has the mark of another migration, from elsewhere", () -> marks.begin(true));

        expect("none", stage + " m0 elsewhere");
    }

    @Test
    void whoLosesTheStoreThatIsLeftDoesNotTouchTheOther() {
        here.overtakeNext();

        overtaken(() -> marks.begin(true));

        expect("RECEIVING theirs their store", "none");
    }

    @Test
    void whoLosesTheOtherStoreDoesNotBegin() {
        there.overtakeNext();

        overtaken(() -> marks.begin(true));

        expect("SENDING m1 there", "RECEIVING theirs their store");
    }

    @Test
    void migrationThatHasBegunGoesOnThoughTheOtherStoreIsFilled() {
        put("SENDING m1 there", "RECEIVING m1 here");

        assertThat(marks.begin(false)).isEqualTo(SENDING);

        expect("SENDING m1 there", "RECEIVING m1 here");
    }

    @Test
    void migrationThatDiedBeforeItMarkedTheOtherStoreGoesOn() {
        put("SENDING m7 there", "none");

        assertThat(marks.begin(true).migration()).isEqualTo("m7");

        expect("SENDING m7 there", "RECEIVING m7 here");
    }

    @Test
    void otherStoreThatWasUsedBeforeItWasMarkedIsRefused() {
        put("SENDING m1 there", "none");

        refused("there is not empty: there are organizations in it", () -> marks.begin(false));

        expect("SENDING m1 there", "none");
    }

    @Test
    void otherStoreThatSomebodyElseMarksMeanwhileIsNotTakenFor() {
        put("SENDING m1 there", "none");
        there.overtakeNext();

        overtaken(() -> marks.begin(true));

        expect("SENDING m1 there", "RECEIVING theirs their store");
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING m1 elsewhere, none, elsewhere",
        "SENDING m1 there, RECEIVING m2 here, there",
        "SENDING m1 there, RECEIVED m1 here, there",
        "SENDING m1 elsewhere, RECEIVING m2 here, elsewhere"
    })
    void migrationToOneStoreDoesNotGoOnWithAnother(String atHome, String atPeer, String begun) {
        put(atHome, atPeer);

        refused(
                "a migration to " + begun + " has begun: go on with that, or abandon it first",
                () -> marks.begin(true));

        expect(atHome, atPeer);
    }

    @ParameterizedTest
    @CsvSource({"none", "RECEIVING m0 here"})
    void storeThatIsBeingFilledCannotBeLeft(String atPeer) {
        put("RECEIVING m0 origin", atPeer);

        refused("the store is being filled by a migration from origin", () -> marks.begin(true));

        expect("RECEIVING m0 origin", atPeer);
    }

    @ParameterizedTest
    @CsvSource({"LEAVING, RECEIVING", "LEAVING, RECEIVED", "LEFT, RECEIVED"})
    void migrationThatWasLeavingGoesOnWhereItWas(Stage stage, Stage peers) {
        here.put(stage, "m1", "there");
        there.put(peers, "m1", "here");

        assertThat(marks.begin(false)).isEqualTo(SENDING.at(stage));

        expect(stage + " m1 there", peers + " m1 here");
    }

    @ParameterizedTest
    @CsvSource({"LEAVING, none", "LEFT, none", "LEAVING, RECEIVING m2 here", "LEFT, RECEIVED m2 here"})
    void installationThatLeavesForOneStoreDoesNotGoToAnother(Stage stage, String atPeer) {
        put(stage + " m1 elsewhere", atPeer);

        refused(
                "the installation is leaving for elsewhere, and that is another store than this one",
                () -> marks.begin(true));

        expect(stage + " m1 elsewhere", atPeer);
    }

    @Test
    void storeSaysThatItIsBeingLeft() {
        put("SENDING m1 there", "RECEIVING m1 here");
        assertThat(marks.isStill(SENDING)).isTrue();

        assertThat(marks.leave(SENDING)).isEqualTo(LEAVING);

        expect("LEAVING m1 there", "RECEIVING m1 here");
        assertThat(marks.isStill(SENDING)).isFalse();
    }

    @Test
    void storeThatSomebodyElseHasMarkedMeanwhileIsNotLeft() {
        put("SENDING m1 there", "RECEIVING m1 here");
        here.overtakeNext();

        overtaken(() -> marks.leave(SENDING));

        expect("RECEIVING theirs their store", "RECEIVING m1 here");
        assertThat(marks.isStill(SENDING)).isFalse();
    }

    /** However far an earlier run was with it. */
    @ParameterizedTest
    @CsvSource({"LEAVING, RECEIVING", "LEAVING, RECEIVED", "LEFT, RECEIVED"})
    void switchCanBeRepeated(Stage stage, Stage peers) {
        here.put(stage, "m1", "there");
        there.put(peers, "m1", "here");

        marks.arrive(SENDING.at(stage));

        expect("LEFT m1 there", "RECEIVED m1 here");
    }

    @Test
    void storeIsNotLeftForOneThatDoesNotCount() {
        put("LEAVING m1 there", "RECEIVING m2 here");

        overtaken(() -> marks.arrive(LEAVING));

        expect("LEAVING m1 there", "RECEIVING m2 here");
    }

    @Test
    void switchSaysSoIfTheStoreThatIsLeftHasAnotherMark() {
        put("SENDING m2 there", "RECEIVING m1 here");

        overtaken(() -> marks.arrive(LEAVING));

        expect("SENDING m2 there", "RECEIVED m1 here");
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING m1 there, RECEIVING m1 here",
        "LEAVING m1 there, RECEIVING m1 here",
        "SENDING m1 there, none",
        "LEAVING m1 there, none"
    })
    void migrationThatHasNotSwitchedIsAbandoned(String atHome, String atPeer) {
        put(atHome, atPeer);

        MigrationMark mark = marks.abandonable();
        assertThat(marks.isBegun()).isEqualTo(!atPeer.equals("none"));
        marks.abandon(mark);

        expect("none", "none");
    }

    @ParameterizedTest
    @CsvSource({"none", "LEFT m1 there", "RECEIVING m1 there", "RECEIVED m1 there"})
    void whatHasNotBegunOrIsOverCannotBeAbandoned(String atHome) {
        put(atHome, "RECEIVING m1 here");

        refused("no migration has begun that could be abandoned", marks::abandonable);
    }

    @Test
    void migrationThatHasSwitchedCannotBeAbandoned() {
        put("LEAVING m1 there", "RECEIVED m1 here");

        refused("there counts already", marks::abandonable);
    }

    @ParameterizedTest
    @CsvSource({"SENDING m1 elsewhere, RECEIVING m2 here", "SENDING m1 elsewhere, none", "LEAVING m1 elsewhere, none"})
    void migrationToOneStoreIsNotAbandonedAtAnother(String atHome, String atPeer) {
        put(atHome, atPeer);

        refused("the migration goes to elsewhere", marks::abandonable);
    }

    @Test
    void migrationWhoseOtherStoreHasAnotherMarkIsGoneOnWithByItsOwner() {
        put("SENDING m1 there", "RECEIVING m1 here");
        there.overtakeNext();

        overtaken(() -> marks.abandon(SENDING));

        expect("SENDING m1 there", "RECEIVING theirs their store");
    }

    @Test
    void markThatHasChangedSinceIsNotRemoved() {
        put("SENDING m1 there", "RECEIVING m1 here");
        here.overtakeNext();

        overtaken(() -> marks.abandon(SENDING));

        expect("RECEIVING theirs their store", "none");
    }
}
