package io.orgstead.testkit.contract;

import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceLoginThrottle;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

class LoginThrottleContractTest extends SuiteTrial<LoginThrottleContractTest.Throttles> {

    /** Makes a throttle. */
    interface Throttles {
        LoginThrottle of(LoginLimit limit, SteppingClock clock);
    }

    /** The suite on whatever throttle is tried. Not run by itself. */
    static final class Suite extends LoginThrottleContract {

        private static Supplier<? extends Throttles> throttles = () -> ReferenceLoginThrottle::new;

        @Override
        protected LoginThrottle loginThrottle(LoginLimit limit, SteppingClock clock) {
            return throttles.get().of(limit, clock);
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Throttles> throttles) {
        Suite.throttles = throttles;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Throttles correct() {
        return ReferenceLoginThrottle::new;
    }

    @Override
    Throttles doingNothing() {
        return (limit, clock) -> new LoginThrottle() {
            @Override
            public Optional<Duration> tryBegin(LoginAttempt attempt) {
                return Optional.empty();
            }

            @Override
            public void succeeded(LoginAttempt attempt) {
                // Nothing.
            }

            @Override
            public void withdrawn(LoginAttempt attempt) {
                // Nothing.
            }

            @Override
            public LoginLimit limit() {
                return new LoginLimit(Integer.MAX_VALUE, Duration.ofSeconds(1));
            }
        };
    }

    @Override
    Stream<Sabotage<Throttles>> sabotages() {
        return Stream.concat(counting(), delaying());
    }

    private static Stream<Sabotage<Throttles>> counting() {
        return Stream.of(
                new Sabotage<>(
                        "all clients are one",
                        "neitherOtherClientsNorOtherAccountsHaveToWait",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected LoginAttempt key(LoginAttempt attempt) {
                                return new LoginAttempt(attempt.account(), Optional.empty());
                            }
                        }),
                new Sabotage<>(
                        "attempts without a client do not count",
                        "accountsCountWithoutAClientToo",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public Optional<Duration> tryBegin(LoginAttempt attempt) {
                                return attempt.client().isEmpty() ? Optional.empty() : super.tryBegin(attempt);
                            }
                        }),
                new Sabotage<>(
                        "refusals count",
                        "attemptsThatHaveToWaitDoNotCount",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Streak refused(Streak streak) {
                                return new Streak(streak.failures() + 1, streak.delayEnd());
                            }
                        }),
                new Sabotage<>(
                        "success is forgotten",
                        "successForgetsFailures",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public void succeeded(LoginAttempt attempt) {
                                withdrawn(attempt);
                            }
                        }),
                new Sabotage<>(
                        "outages count as failures",
                        "whatIsWithdrawnDoesNotCount",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public void withdrawn(LoginAttempt attempt) {
                                // Not taken back.
                            }
                        }),
                new Sabotage<>(
                        "taking back gives credit",
                        "withdrawingOrSucceedingWithoutAnAttemptGivesNoCredit",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public void withdrawn(LoginAttempt attempt) {
                                streaks.computeIfPresent(
                                        attempt, (any, streak) -> new Streak(streak.failures() - 1, streak.delayEnd()));
                            }
                        }),
                new Sabotage<>(
                        "taking back forgets everything",
                        "whatIsWithdrawnDoesNotCount",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public void withdrawn(LoginAttempt attempt) {
                                succeeded(attempt);
                            }
                        }),
                new Sabotage<>(
                        "who is not there lately is forgotten",
                        "failuresAreNotForgottenAmongMany",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public Optional<Duration> tryBegin(LoginAttempt attempt) {
                                if (streaks.size() > 100) {
                                    streaks.clear();
                                }
                                return super.tryBegin(attempt);
                            }
                        }),
                new Sabotage<>(
                        "a race lets too many pass",
                        "ofManyAtOnceExactlyTheLimitMayBeMade",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            private final Gap gap = new Gap();

                            @Override
                            public Optional<Duration> tryBegin(LoginAttempt attempt) {
                                Optional<Duration> wait = super.tryBegin(attempt);
                                return wait.isPresent() && gap.enter() ? Optional.empty() : wait;
                            }
                        }));
    }

    private static Stream<Sabotage<Throttles>> delaying() {
        return Stream.of(
                new Sabotage<>(
                        "one failure too few",
                        "asManyAsTheLimitMayFailAtOnceAndTheNextHasToWait",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Duration delay(int failures) {
                                return failures == limit().failures() ? Duration.ZERO : super.delay(failures);
                            }
                        }),
                new Sabotage<>(
                        "delays stay the same",
                        "delaysDoubleUpToTheLongest",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Duration delay(int failures) {
                                return super.delay(Math.min(failures, limit().failures()));
                            }
                        }),
                new Sabotage<>(
                        "delays grow without end",
                        "delaysDoubleUpToTheLongest",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Duration delay(int failures) {
                                return new LoginLimit(limit().failures(), Duration.ofDays(1)).delayAfter(failures);
                            }
                        }),
                new Sabotage<>(
                        "delays end early",
                        "delayEndsWhenToldAndNotBefore",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Duration delay(int failures) {
                                Duration delay = super.delay(failures);
                                return delay.isZero() ? delay : delay.minusMillis(1);
                            }
                        }),
                new Sabotage<>(
                        "failures are never forgotten",
                        "failuresAreForgottenInTime",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Duration memory() {
                                return Duration.ofDays(1);
                            }
                        }),
                new Sabotage<>(
                        "failures are forgotten at once",
                        "failuresAreNotForgottenTooSoon",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            protected Duration memory() {
                                return limit().longestDelay().minusMillis(1);
                            }
                        }),
                new Sabotage<>(
                        "another limit is told",
                        "limitIsTheOneThatIsKept",
                        () -> (limit, clock) -> new ReferenceLoginThrottle(limit, clock) {
                            @Override
                            public LoginLimit limit() {
                                return new LoginLimit(1, Duration.ofSeconds(1));
                            }
                        }));
    }
}
