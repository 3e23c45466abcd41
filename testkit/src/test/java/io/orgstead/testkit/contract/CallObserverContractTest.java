package io.orgstead.testkit.contract;

import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.CallObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

class CallObserverContractTest extends SuiteTrial<CallObserverContractTest.Counts> {

    /** Counts what ends. */
    static class Counts implements CallObserver {

        final Map<String, Long> ended = new ConcurrentHashMap<>();

        @Override
        public Call begin(PortCall call) {
            AtomicBoolean over = new AtomicBoolean();
            return outcome -> {
                if (!over.getAndSet(true)) {
                    count(call, outcome);
                }
            };
        }

        void count(PortCall call, CallOutcome outcome) {
            ended.merge(key(call, outcome), 1L, Long::sum);
        }

        static String key(PortCall call, CallOutcome outcome) {
            return call + " " + outcome;
        }
    }

    /** The suite on whatever observer is tried. Not run by itself. */
    static final class Suite extends CallObserverContract {

        private static Supplier<? extends Counts> observers = Counts::new;

        private final Counts counts = observers.get();

        @Override
        protected CallObserver observer() {
            return counts;
        }

        @Override
        protected long ended(PortCall call, CallOutcome outcome) {
            return counts.ended.getOrDefault(Counts.key(call, outcome), 0L);
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Counts> observers) {
        Suite.observers = observers;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Counts correct() {
        return new Counts();
    }

    @Override
    Counts doingNothing() {
        return new Counts() {
            @Override
            void count(PortCall call, CallOutcome outcome) {}
        };
    }

    @Override
    Stream<Sabotage<Counts>> sabotages() {
        return Stream.of(
                new Sabotage<>("counts at the beginning", "aCallCountsWhenItHasEnded", () -> new Counts() {
                    @Override
                    public Call begin(PortCall call) {
                        count(call, CallOutcome.OK);
                        return outcome -> {};
                    }
                }),
                new Sabotage<>("counts every end", "aCallEndsOnce", () -> new Counts() {
                    @Override
                    public Call begin(PortCall call) {
                        return outcome -> count(call, outcome);
                    }
                }),
                new Sabotage<>("takes all outcomes for one", "aCallCountsWhenItHasEnded", () -> new Counts() {
                    @Override
                    void count(PortCall call, CallOutcome outcome) {
                        super.count(call, outcome == CallOutcome.FAILED ? CallOutcome.UNAVAILABLE : outcome);
                    }
                }),
                new Sabotage<>("knows one call at a time", "callsMayLieWithinCalls", () -> new Counts() {
                    private Call last = outcome -> {};

                    @Override
                    public synchronized Call begin(PortCall call) {
                        Call begun = super.begin(call);
                        last = begun;
                        return outcome -> {
                            if (last == begun) {
                                begun.end(outcome);
                            }
                        };
                    }
                }),
                new Sabotage<>("loses some of many", "manyAtOnceAllCount", () -> new Counts() {
                    @Override
                    void count(PortCall call, CallOutcome outcome) {
                        if (ended.getOrDefault(key(call, outcome), 0L) < 5) {
                            super.count(call, outcome);
                        }
                    }
                }));
    }
}
