package io.orgstead.testkit.contract;

import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.RequestObserver;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

class RequestObserverContractTest extends SuiteTrial<RequestObserverContractTest.Counts> {

    /** Counts what ends. */
    static class Counts implements RequestObserver {

        final Map<String, Long> ended = new ConcurrentHashMap<>();

        @Override
        public Watch begin(Optional<TraceContext> parent) {
            return new Counted(this, parent);
        }

        void count(RequestSummary summary) {
            ended.merge(key(summary), 1L, Long::sum);
        }

        boolean isOver(AtomicBoolean over) {
            return over.getAndSet(true);
        }

        TraceContext place(TraceContext parent) {
            return parent;
        }

        Scope scope() {
            return () -> {};
        }

        static String key(RequestSummary summary) {
            return summary.method() + summary.route() + summary.statusClass();
        }
    }

    private record Counted(Counts counts, Optional<TraceContext> parent, AtomicBoolean over)
            implements RequestObserver.Watch {

        Counted(Counts counts, Optional<TraceContext> parent) {
            this(counts, parent, new AtomicBoolean());
        }

        @Override
        public Optional<TraceContext> context() {
            return parent.map(counts::place);
        }

        @Override
        public RequestObserver.Scope enter() {
            return counts.scope();
        }

        @Override
        public void end(RequestSummary summary) {
            if (!counts.isOver(over)) {
                counts.count(summary);
            }
        }
    }

    /** The suite on whatever observer is tried. Not run by itself. */
    static final class Suite extends RequestObserverContract {

        private static Supplier<? extends Counts> observers = Counts::new;

        private final Counts counts = observers.get();

        @Override
        protected RequestObserver observer() {
            return counts;
        }

        @Override
        protected long ended(RequestSummary like) {
            return counts.ended.getOrDefault(Counts.key(like), 0L);
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
            void count(RequestSummary summary) {}

            @Override
            TraceContext place(TraceContext parent) {
                return null;
            }
        };
    }

    @Override
    Stream<Sabotage<Counts>> sabotages() {
        return Stream.of(
                new Sabotage<>("a trace of its own", "itsPlaceIsInTheTraceOfItsParent", () -> new Counts() {
                    @Override
                    TraceContext place(TraceContext parent) {
                        return new TraceContext("1".repeat(32), parent.spanId(), parent.flags());
                    }
                }),
                new Sabotage<>("records what is not recorded", "itsPlaceIsInTheTraceOfItsParent", () -> new Counts() {
                    @Override
                    TraceContext place(TraceContext parent) {
                        return new TraceContext(parent.traceId(), parent.spanId(), 1);
                    }
                }),
                new Sabotage<>("counts every end", "aRequestEndsOnceAndNotBefore", () -> new Counts() {
                    @Override
                    boolean isOver(AtomicBoolean over) {
                        return false;
                    }
                }),
                new Sabotage<>("takes all statuses for one", "requestsCountByMethodRouteAndStatus", () -> new Counts() {
                    @Override
                    void count(RequestSummary summary) {
                        super.count(new RequestSummary(summary.method(), summary.route(), 200, summary.duration()));
                    }
                }),
                new Sabotage<>("has no scope", "workMovesFromThreadToThread", () -> new Counts() {
                    @Override
                    Scope scope() {
                        throw new IllegalStateException("not this thread");
                    }
                }),
                new Sabotage<>("loses some of many", "manyAtOnceAllCount", () -> new Counts() {
                    @Override
                    void count(RequestSummary summary) {
                        if (ended.getOrDefault(key(summary), 0L) < 5) {
                            super.count(summary);
                        }
                    }
                }));
    }
}
