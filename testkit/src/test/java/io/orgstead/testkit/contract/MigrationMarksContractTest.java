package io.orgstead.testkit.contract;

import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceMigrationMarks;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

class MigrationMarksContractTest extends SuiteTrial<MigrationMarks> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends MigrationMarksContract {

        private static Supplier<? extends MigrationMarks> port = ReferenceMigrationMarks::new;

        @Override
        protected MigrationMarks migrationMarks() {
            return port.get();
        }
    }

    @Override
    SuiteRun run(Supplier<? extends MigrationMarks> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    MigrationMarks correct() {
        return new ReferenceMigrationMarks();
    }

    @Override
    MigrationMarks doingNothing() {
        return DoesNothing.as(MigrationMarks.class);
    }

    @Override
    Stream<Sabotage<MigrationMarks>> sabotages() {
        return Stream.of(
                new Sabotage<>("forgets the peer", "everyStageIsKept", () -> new ReferenceMigrationMarks() {
                    @Override
                    public synchronized Optional<MigrationMark> find() {
                        return super.find().map(mark -> new MigrationMark(mark.stage(), mark.migration(), ""));
                    }
                }),
                new Sabotage<>("never goes", "comesAndGoes", () -> new ReferenceMigrationMarks() {
                    @Override
                    public synchronized boolean replace(
                            Optional<MigrationMark> expected, Optional<MigrationMark> next) {
                        return super.replace(expected, next.isPresent() ? next : mark);
                    }
                }),
                new Sabotage<>(
                        "one migration is like another",
                        "nothingChangesUnlessWhatIsExpectedIsThere",
                        () -> new ReferenceMigrationMarks() {
                            @Override
                            protected boolean isMeant(Optional<MigrationMark> expected) {
                                return mark.map(MigrationMark::stage).equals(expected.map(MigrationMark::stage));
                            }
                        }),
                new Sabotage<>(
                        "looks and puts in two steps", "ofThoseWhoRaceOneWins", () -> new ReferenceMigrationMarks() {
                            private final Gap gap = new Gap();

                            @Override
                            @SuppressWarnings("UnsynchronizedOverridesSynchronized")
                            public boolean replace(Optional<MigrationMark> expected, Optional<MigrationMark> next) {
                                if (!find().equals(expected)) {
                                    return false;
                                }
                                gap.enter();
                                mark = next;
                                return true;
                            }
                        }));
    }
}
