package io.orgstead.testkit.reference;

import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.port.MigrationMarks;
import java.util.Optional;

/** The mark in memory, one call at a time. */
public class ReferenceMigrationMarks implements MigrationMarks {

    protected Optional<MigrationMark> mark = Optional.empty();

    @Override
    public synchronized Optional<MigrationMark> find() {
        return mark;
    }

    @Override
    public synchronized boolean replace(Optional<MigrationMark> expected, Optional<MigrationMark> next) {
        boolean still = isMeant(expected);
        if (still) {
            mark = next;
        }
        return still;
    }

    protected boolean isMeant(Optional<MigrationMark> expected) {
        return mark.equals(expected);
    }
}
