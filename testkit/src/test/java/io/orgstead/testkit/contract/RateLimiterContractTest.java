package io.orgstead.testkit.contract;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceRateLimiter;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

class RateLimiterContractTest extends SuiteTrial<RateLimiterContractTest.Limiters> {

    /** Makes a limiter. */
    interface Limiters {
        RateLimiter of(RateLimit limit, SteppingClock clock);
    }

    /** The suite on whatever limiter is tried. Not run by itself. */
    static final class Suite extends RateLimiterContract {

        private static Supplier<? extends Limiters> limiters = () -> ReferenceRateLimiter::new;

        @Override
        protected RateLimiter rateLimiter(RateLimit limit, SteppingClock clock) {
            return limiters.get().of(limit, clock);
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Limiters> limiters) {
        Suite.limiters = limiters;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Limiters correct() {
        return ReferenceRateLimiter::new;
    }

    @Override
    Limiters doingNothing() {
        return (limit, clock) -> new RateLimiter() {
            @Override
            public RateDecision tryAcquire(String client) {
                return new RateDecision(true, 0, Duration.ZERO, Duration.ZERO);
            }

            @Override
            public RateLimit limit() {
                return new RateLimit(Long.MAX_VALUE, Duration.ofSeconds(1));
            }
        };
    }

    @Override
    Stream<Sabotage<Limiters>> sabotages() {
        return Stream.concat(counting(), answering());
    }

    private static Stream<Sabotage<Limiters>> counting() {
        return Stream.of(
                new Sabotage<>(
                        "all clients are one",
                        "clientsDoNotCountForEachOther",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            public RateDecision tryAcquire(String client) {
                                return super.tryAcquire("everybody");
                            }
                        }),
                new Sabotage<>(
                        "credit without end",
                        "fullWindowFillsTheBucketAndNoMore",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            protected Duration capped(Duration credit) {
                                return credit;
                            }
                        }),
                new Sabotage<>(
                        "refusals cost",
                        "refusalsCostNothing",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            protected Duration costOfRefusal() {
                                return Duration.ofSeconds(1);
                            }
                        }),
                new Sabotage<>(
                        "the bucket fills twice as fast",
                        "whoComesBackTooSoonMayNotPass",
                        () -> (limit, clock) -> new ReferenceRateLimiter(
                                new RateLimit(limit.requests(), limit.window().dividedBy(2)), clock)),
                new Sabotage<>(
                        "who is not there lately is forgotten",
                        "clientWithoutTokensIsNotForgottenAmongMany",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            public RateDecision tryAcquire(String client) {
                                if (buckets.size() > 100) {
                                    buckets.clear();
                                }
                                return super.tryAcquire(client);
                            }
                        }),
                new Sabotage<>(
                        "a race lets too many pass",
                        "ofManyAtOnceExactlyTheLimitMayPass",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            private final Gap gap = new Gap();

                            @Override
                            public RateDecision tryAcquire(String client) {
                                RateDecision decision = super.tryAcquire(client);
                                return new RateDecision(
                                        decision.allowed() || (client.equals("client") && gap.enter()),
                                        decision.remaining(),
                                        decision.retryAfter(),
                                        decision.resetAfter());
                            }
                        }));
    }

    private static Stream<Sabotage<Limiters>> answering() {
        return Stream.of(
                new Sabotage<>(
                        "nobody is told when to come back",
                        "oneMoreIsRefusedAndToldWhenToComeBack",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            public RateDecision tryAcquire(String client) {
                                RateDecision decision = super.tryAcquire(client);
                                return new RateDecision(
                                        decision.allowed(), decision.remaining(), Duration.ZERO, decision.resetAfter());
                            }
                        }),
                new Sabotage<>(
                        "the rest is one off",
                        "asManyAsTheLimitMayPassAtOnce",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            public RateDecision tryAcquire(String client) {
                                RateDecision decision = super.tryAcquire(client);
                                return new RateDecision(
                                        decision.allowed(),
                                        decision.remaining() + 1,
                                        decision.retryAfter(),
                                        decision.resetAfter());
                            }
                        }),
                new Sabotage<>(
                        "another limit is told",
                        "limitIsTheOneThatIsKept",
                        () -> (limit, clock) -> new ReferenceRateLimiter(limit, clock) {
                            @Override
                            public RateLimit limit() {
                                return new RateLimit(1, Duration.ofSeconds(1));
                            }
                        }));
    }
}
