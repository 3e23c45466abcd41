package io.orgstead.application.internal.migration;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.usecase.MigrateInstallation;
import io.orgstead.application.usecase.MigrationTarget;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.domain.port.TenantChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Copies round by round while the installation is used, each round what the one before has left over or missed; then closes the gate,
 * copies the rest, and switches.
 */
public final class MigrateInstallationHandler implements MigrateInstallation {

    /** With so few changes in a round the rest is copied while others wait. */
    private static final long FEW = 500;

    private static final int MOST_ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Marks marks;
    private final TargetInstallation target;
    private final SourceInstallation source;
    private final WriteGate gate;
    private final InstantSource clock;
    private final Runnable recovery;

    /**
     * Between these stores.
     *
     * @param own the mark of the store that is left
     * @param name what that store is called for a person
     * @param recovery settles what is under way in the store that is left
     */
    public static MigrateInstallation between(
            Admins admins,
            DataPorts data,
            TenantChanges changes,
            MigrationMarks own,
            String name,
            Runnable recovery,
            MigrationTarget target,
            WriteGate gate) {
        return new MigrateInstallationHandler(
                new Marks(own, target.marks(), data.ids(), name, target.name()),
                new SourceInstallation(admins, data, changes),
                new TargetInstallation(target),
                gate,
                data.clock(),
                recovery);
    }

    private MigrateInstallationHandler(
            Marks marks,
            SourceInstallation source,
            TargetInstallation target,
            WriteGate gate,
            InstantSource clock,
            Runnable recovery) {
        this.marks = marks;
        this.source = source;
        this.target = target;
        this.gate = gate;
        this.clock = clock;
        this.recovery = recovery;
    }

    @Override
    public Migrated migrate(Observer observer) {
        MigrationMark mark = marks.begin(target.isEmpty());
        Progresses progresses = new Progresses(observer, clock, source.count());
        if (mark.stage() != Stage.SENDING) {
            gate.close(PATIENCE);
            marks.arrive(mark);
            return source.total(Duration.ZERO);
        }
        Rounds rounds = new Rounds(source, target, clock, progresses);
        progresses.begin(Phase.COPYING);
        long changes = rounds.copy();
        progresses.begin(Phase.CATCHING_UP);
        for (int round = 1; round < MOST_ROUNDS && changes > FEW; round++) {
            progresses.beginRound();
            changes = rounds.copy();
        }
        return finish(mark, rounds, progresses);
    }

    private Migrated finish(MigrationMark mark, Rounds rounds, Progresses progresses) {
        progresses.begin(Phase.SWITCHING);
        Instant closed = clock.instant();
        gate.close(PATIENCE);
        MigrationMark leaving;
        try {
            recovery.run();
            rounds.complete();
            leaving = marks.leave(mark);
        } catch (RuntimeException failure) {
            if (isOpenable(mark, failure)) {
                gate.open();
            }
            throw failure;
        }
        marks.arrive(leaving);
        return source.total(Duration.between(closed, clock.instant()));
    }

    /** Once the store may have said that it is being left nobody is to change it. */
    private boolean isOpenable(MigrationMark mark, RuntimeException failure) {
        try {
            return marks.isStill(mark);
        } catch (StoreUnavailableException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    @Override
    public void abandon() {
        MigrationMark mark = marks.abandonable();
        if (marks.isBegun()) {
            new Rounds(source, target, clock, Progresses.none(clock)).removeAll();
        }
        source.unwatchAll();
        marks.abandon(mark);
    }
}
