package io.orgstead.testkit.contract;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.reference.ReferenceTenantCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

class StoreDiagnosisContractTest extends SuiteTrial<StoreDiagnosisContractTest.Store> {

    /** A store with one index, whose time is a counter. */
    static class Store implements StoreDiagnosis {

        final List<String> missing = new ArrayList<>();
        final TenantCollections collections = new ReferenceTenantCollections();
        boolean reachable = true;
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public List<String> missingIndexes() {
            requireReachable();
            return List.copyOf(missing);
        }

        @Override
        public Instant time() {
            requireReachable();
            now = now.plusMillis(1);
            return now;
        }

        @Override
        public long countCollections() {
            requireReachable();
            return collections.findStaged(Integer.MAX_VALUE).size();
        }

        void requireReachable() {
            if (!reachable) {
                throw new StoreUnavailableException(null);
            }
        }
    }

    /** The suite on whatever store is tried. Not run by itself. */
    static final class Suite extends StoreDiagnosisContract {

        private static Supplier<? extends Store> stores = Store::new;

        private final Store store = stores.get();

        @Override
        protected StoreDiagnosis diagnosis() {
            return store;
        }

        @Override
        protected TenantCollections collections() {
            return store.collections;
        }

        @Override
        protected void removeAnIndex() {
            store.missing.add("name");
        }

        @Override
        protected StoreDiagnosis unreachable() {
            store.reachable = false;
            return store;
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Store> stores) {
        Suite.stores = stores;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Store correct() {
        return new Store();
    }

    @Override
    Store doingNothing() {
        return new Store() {
            @Override
            public List<String> missingIndexes() {
                return List.of();
            }

            @Override
            public Instant time() {
                return Instant.EPOCH;
            }

            @Override
            public long countCollections() {
                return 0;
            }
        };
    }

    @Override
    Stream<Sabotage<Store>> sabotages() {
        return Stream.of(
                new Sabotage<>("mends what it finds", "anIndexThatIsGoneIsToldAndNotMended", () -> new Store() {
                    @Override
                    public List<String> missingIndexes() {
                        List<String> found = super.missingIndexes();
                        missing.clear();
                        return found;
                    }
                }),
                new Sabotage<>("finds what is not missing", "anIndexThatIsGoneIsToldAndNotMended", () -> new Store() {
                    @Override
                    public List<String> missingIndexes() {
                        requireReachable();
                        return List.of("name");
                    }
                }),
                new Sabotage<>("time goes back", "theStoresTimeGoesOn", () -> new Store() {
                    @Override
                    public Instant time() {
                        requireReachable();
                        now = now.minusMillis(1);
                        return now;
                    }
                }),
                new Sabotage<>("counts up only", "collectionsAreCounted", () -> new Store() {
                    private long most;

                    @Override
                    public long countCollections() {
                        most = Math.max(most, super.countCollections());
                        return most;
                    }
                }),
                new Sabotage<>("another failure leaks", "aStoreThatDoesNotAnswerIsTold", () -> new Store() {
                    @Override
                    void requireReachable() {
                        if (!reachable) {
                            throw new IllegalStateException("closed");
                        }
                    }
                }));
    }
}
