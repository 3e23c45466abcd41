package io.orgstead.application.internal.migration;

import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.port.MigrationMarks;
import java.util.Optional;

/** The mark of a store in memory. */
final class MemoryMarks implements MigrationMarks {

    private Optional<MigrationMark> mark = Optional.empty();
    private Optional<MigrationMark> somebodyElses = Optional.empty();

    /** Puts a mark there, whatever was there. */
    void put(Stage stage, String migration, String peer) {
        mark = Optional.of(new MigrationMark(stage, migration, peer));
    }

    void clear() {
        mark = Optional.empty();
    }

    /** Somebody else puts a mark there just before the next change. */
    void overtakeNext() {
        somebodyElses = Optional.of(new MigrationMark(Stage.RECEIVING, "theirs", "their store"));
    }

    /** The three parts of the mark that is there. */
    String shown() {
        return mark.map(there -> there.stage() + " " + there.migration() + " " + there.peer())
                .orElse("none");
    }

    @Override
    public Optional<MigrationMark> find() {
        return mark;
    }

    @Override
    public boolean replace(Optional<MigrationMark> expected, Optional<MigrationMark> next) {
        mark = somebodyElses.or(() -> mark);
        somebodyElses = Optional.empty();
        if (!mark.equals(expected)) {
            return false;
        }
        mark = next;
        return true;
    }
}
