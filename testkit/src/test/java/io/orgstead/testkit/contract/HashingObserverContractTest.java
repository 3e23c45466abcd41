package io.orgstead.testkit.contract;

import io.orgstead.domain.port.HashingObserver;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

class HashingObserverContractTest extends SuiteTrial<HashingObserverContractTest.Sums> {

    /** Adds up. */
    static class Sums implements HashingObserver {

        long hashed;
        long refused;
        Duration waited = Duration.ZERO;
        Duration took = Duration.ZERO;

        @Override
        public synchronized void hashed(Duration wait, Duration work) {
            hashed++;
            waited = waited.plus(wait);
            took = took.plus(work);
        }

        @Override
        public synchronized void refused() {
            refused++;
        }
    }

    /** The suite on whatever observer is tried. Not run by itself. */
    static final class Suite extends HashingObserverContract {

        private static Supplier<? extends Sums> observers = Sums::new;

        private final Sums sums = observers.get();

        @Override
        protected HashingObserver observer() {
            return sums;
        }

        @Override
        protected Seen seen() {
            synchronized (sums) {
                return new Seen(sums.hashed, sums.waited, sums.took, sums.refused);
            }
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Sums> observers) {
        Suite.observers = observers;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Sums correct() {
        return new Sums();
    }

    @Override
    Sums doingNothing() {
        return new Sums() {
            @Override
            public void hashed(Duration wait, Duration work) {}

            @Override
            public void refused() {}
        };
    }

    @Override
    Stream<Sabotage<Sums>> sabotages() {
        return Stream.of(
                new Sabotage<>("waiting counts as work", "addsUpWhatIsHashed", () -> new Sums() {
                    @Override
                    public synchronized void hashed(Duration wait, Duration work) {
                        super.hashed(wait, wait.plus(work));
                    }
                }),
                new Sabotage<>("a refusal counts as a hash", "countsRefusalsByThemselves", () -> new Sums() {
                    @Override
                    public synchronized void refused() {
                        hashed++;
                        super.refused();
                    }
                }),
                new Sabotage<>("stops counting", "manyAtOnceAllCount", () -> new Sums() {
                    @Override
                    public synchronized void refused() {
                        refused = Math.min(refused + 1, 5);
                    }
                }));
    }
}
