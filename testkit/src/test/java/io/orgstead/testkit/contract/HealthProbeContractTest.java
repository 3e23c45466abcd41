package io.orgstead.testkit.contract;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.HealthProbe;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

class HealthProbeContractTest extends SuiteTrial<HealthProbeContractTest.Probes> {

    /** Makes a probe of something that is there or is not. */
    interface Probes {
        HealthProbe of(boolean there);
    }

    /** The suite on whatever probes are tried. Not run by itself. */
    static final class Suite extends HealthProbeContract {

        private static Supplier<? extends Probes> probes = () -> Probe::new;

        @Override
        protected HealthProbe healthyProbe() {
            return probes.get().of(true);
        }

        @Override
        protected HealthProbe unhealthyProbe() {
            return probes.get().of(false);
        }
    }

    private static class Probe implements HealthProbe {

        private final boolean there;

        Probe(boolean there) {
            this.there = there;
        }

        @Override
        public String name() {
            return "store";
        }

        @Override
        public void check() {
            if (!there) {
                throw new StoreUnavailableException(null);
            }
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Probes> probes) {
        Suite.probes = probes;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Probes correct() {
        return Probe::new;
    }

    @Override
    Probes doingNothing() {
        return there -> new Probe(true) {
            @Override
            public String name() {
                return "";
            }
        };
    }

    @Override
    Stream<Sabotage<Probes>> sabotages() {
        return Stream.of(
                new Sabotage<>(
                        "another failure leaks",
                        "whatIsNotThereIsToldAgainAndAgainInTime",
                        () -> there -> new Probe(there) {
                            @Override
                            public void check() {
                                if (!there) {
                                    throw new IllegalStateException("connection refused");
                                }
                            }
                        }),
                new Sabotage<>(
                        "the name tells the health",
                        "nameIsShortStableAndTheSameInAnyHealth",
                        () -> there -> new Probe(there) {
                            @Override
                            public String name() {
                                return there ? "store" : "no-store";
                            }
                        }),
                new Sabotage<>(
                        "told only once",
                        "whatIsNotThereIsToldAgainAndAgainInTime",
                        () -> there -> new Probe(there) {
                            private final AtomicBoolean told = new AtomicBoolean();

                            @Override
                            public void check() {
                                if (!told.getAndSet(true)) {
                                    super.check();
                                }
                            }
                        }),
                new Sabotage<>("always ill", "whatIsThereIsFoundAgainAndAgain", () -> there -> new Probe(false)));
    }
}
