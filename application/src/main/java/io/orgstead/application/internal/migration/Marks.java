package io.orgstead.application.internal.migration;

import io.orgstead.application.usecase.MigrationRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.port.IdSource;
import io.orgstead.domain.port.MigrationMarks;
import java.util.Optional;

/** The marks of both stores, which say together how far a migration is. For use by one thread. */
final class Marks {

    private final MigrationMarks source;
    private final MigrationMarks target;
    private final IdSource ids;
    private final String sourceName;
    private final String targetName;

    Marks(MigrationMarks source, MigrationMarks target, IdSource ids, String sourceName, String targetName) {
        this.source = source;
        this.target = target;
        this.ids = ids;
        this.sourceName = sourceName;
        this.targetName = targetName;
    }

    /**
     * Begins a migration, or finds how far this one was.
     *
     * @param targetIsEmpty whether nobody has used the other store
     * @return the mark of the store that is left
     */
    MigrationMark begin(boolean targetIsEmpty) {
        Optional<MigrationMark> sending = source.find();
        Optional<MigrationMark> receiving = target.find();
        if (sending.isPresent() && isLeaving(sending.get())) {
            return pair(sending.get(), receiving);
        }
        if (sending.filter(mark -> mark.stage() == Stage.RECEIVED).isPresent() || sending.isEmpty()) {
            return beginNew(sending, receiving, targetIsEmpty);
        }
        return goOn(sending.get(), receiving, targetIsEmpty);
    }

    private static boolean isLeaving(MigrationMark mark) {
        return mark.stage() == Stage.LEAVING || mark.stage() == Stage.LEFT;
    }

    private static MigrationMark pair(MigrationMark leaving, Optional<MigrationMark> receiving) {
        boolean same = receiving
                .filter(mark -> mark.migration().equals(leaving.migration()))
                .isPresent();
        if (!same) {
            throw new MigrationRefusedException(
                    "the installation is leaving for " + leaving.peer() + ", and that is another store than this one");
        }
        return leaving;
    }

    private MigrationMark beginNew(
            Optional<MigrationMark> before, Optional<MigrationMark> receiving, boolean targetIsEmpty) {
        refuseUnlessFree(receiving, targetIsEmpty);
        MigrationMark sending = new MigrationMark(Stage.SENDING, ids.nextId(), targetName);
        require(source.replace(before, Optional.of(sending)));
        require(target.replace(Optional.empty(), Optional.of(receiving(sending))));
        return sending;
    }

    private MigrationMark goOn(MigrationMark sending, Optional<MigrationMark> receiving, boolean targetIsEmpty) {
        if (sending.stage() != Stage.SENDING) {
            throw new MigrationRefusedException("the store is being filled by a migration from " + sending.peer());
        }
        if (receiving.isEmpty() && sending.peer().equals(targetName)) {
            refuseUnlessFree(receiving, targetIsEmpty);
            require(target.replace(Optional.empty(), Optional.of(receiving(sending))));
        } else if (!receiving.equals(Optional.of(receiving(sending)))) {
            throw new MigrationRefusedException(
                    "a migration to " + sending.peer() + " has begun: go on with that, or abandon it first");
        }
        return sending;
    }

    private void refuseUnlessFree(Optional<MigrationMark> receiving, boolean targetIsEmpty) {
        if (receiving.isPresent()) {
            throw new MigrationRefusedException(targetName + " has the mark of another migration, from "
                    + receiving.get().peer());
        }
        if (!targetIsEmpty) {
            throw new MigrationRefusedException(targetName + " is not empty: there are organizations in it");
        }
    }

    private MigrationMark receiving(MigrationMark sending) {
        return new MigrationMark(Stage.RECEIVING, sending.migration(), sourceName);
    }

    /** From when this returns on nobody serves the store that is left. */
    MigrationMark leave(MigrationMark sending) {
        MigrationMark leaving = sending.at(Stage.LEAVING);
        require(source.replace(Optional.of(sending), Optional.of(leaving)));
        return leaving;
    }

    /** Whether the store that is left is served as before. */
    boolean isStill(MigrationMark sending) {
        return source.find().equals(Optional.of(sending));
    }

    /** The switch. Can be repeated. */
    void arrive(MigrationMark leaving) {
        Optional<MigrationMark> receiving = Optional.of(receiving(leaving));
        Optional<MigrationMark> received = Optional.of(receiving(leaving).at(Stage.RECEIVED));
        if (!target.replace(receiving, received)) {
            require(target.find().equals(received));
        }
        Optional<MigrationMark> left = Optional.of(leaving.at(Stage.LEFT));
        if (!source.replace(Optional.of(leaving.at(Stage.LEAVING)), left)) {
            require(source.find().equals(left));
        }
    }

    /**
     * The mark of a migration that may be given up.
     *
     * @throws MigrationRefusedException if there is none
     */
    MigrationMark abandonable() {
        MigrationMark mark = source.find()
                .filter(found -> found.stage() == Stage.SENDING || found.stage() == Stage.LEAVING)
                .orElseThrow(() -> new MigrationRefusedException("no migration has begun that could be abandoned"));
        Optional<MigrationMark> other = target.find();
        if (other.isPresent() && !other.equals(Optional.of(receiving(mark)))) {
            throw new MigrationRefusedException(
                    other.get().stage() == Stage.RECEIVED
                            ? targetName + " counts already"
                            : "the migration goes to " + mark.peer());
        }
        if (other.isEmpty() && !mark.peer().equals(targetName)) {
            throw new MigrationRefusedException("the migration goes to " + mark.peer());
        }
        return mark;
    }

    /** Whether there is something in the other store that came from here. */
    boolean isBegun() {
        return target.find().isPresent();
    }

    void abandon(MigrationMark mark) {
        if (isBegun()) {
            require(target.replace(Optional.of(receiving(mark)), Optional.empty()));
        }
        require(source.replace(Optional.of(mark), Optional.empty()));
    }

    private static void require(boolean done) {
        if (!done) {
            throw new StoreUnavailableException(new IllegalStateException("a mark has changed meanwhile"));
        }
    }
}
