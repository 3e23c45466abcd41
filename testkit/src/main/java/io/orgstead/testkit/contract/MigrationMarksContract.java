package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.testkit.Race;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link MigrationMarks} must do. An implementation's test extends this class and says how to make the port. */
public abstract class MigrationMarksContract {

    private static final Optional<MigrationMark> NONE = Optional.empty();
    private static final MigrationMark SENDING =
            new MigrationMark(Stage.SENDING, "665f1f77bcf86cd799439011", "MongoDB \"orgstead\" at '\u682a' \\ $x");
    private static final Optional<MigrationMark> ONE = Optional.of(SENDING);

    private MigrationMarks marks;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port over an empty store of its own
     */
    protected abstract MigrationMarks migrationMarks();

    @BeforeEach
    void open() {
        marks = migrationMarks();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageIsKept(Stage stage) {
        assertThat(marks.find()).isEmpty();
        assertThat(marks.replace(NONE, ONE)).isTrue();
        assertThat(marks.replace(ONE, Optional.of(SENDING.at(stage)))).isTrue();
        assertThat(marks.find()).contains(SENDING.at(stage));
    }

    @Test
    void comesAndGoes() {
        assertThat(marks.replace(NONE, NONE)).isTrue();
        assertThat(marks.replace(NONE, ONE)).isTrue();
        assertThat(marks.find()).isEqualTo(ONE);
        assertThat(marks.replace(ONE, NONE)).isTrue();
        assertThat(marks.find()).isEmpty();
        assertThat(marks.replace(NONE, ONE)).isTrue();
        assertThat(marks.find()).isEqualTo(ONE);
    }

    @Test
    void nothingChangesUnlessWhatIsExpectedIsThere() {
        Optional<MigrationMark> left = Optional.of(SENDING.at(Stage.LEFT));
        assertThat(marks.replace(ONE, left)).isFalse();
        assertThat(marks.replace(ONE, NONE)).isFalse();
        assertThat(marks.find()).isEmpty();
        assertThat(marks.replace(NONE, ONE)).isTrue();
        assertThat(marks.replace(NONE, left)).isFalse();
        assertThat(marks.replace(NONE, NONE)).isFalse();
        assertThat(marks.replace(left, NONE)).isFalse();
        Optional<MigrationMark> other = Optional.of(new MigrationMark(Stage.SENDING, "other", SENDING.peer()));
        assertThat(marks.replace(other, left)).isFalse();
        assertThat(marks.find()).isEqualTo(ONE);
    }

    @Test
    void ofThoseWhoRaceOneWins() {
        Race<Boolean> race = Race.of(i ->
                () -> marks.replace(NONE, Optional.of(new MigrationMark(Stage.RECEIVING, "run " + i, "x"))));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).containsOnlyOnce(true);
    }
}
