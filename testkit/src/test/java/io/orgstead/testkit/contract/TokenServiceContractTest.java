package io.orgstead.testkit.contract;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.TokenService;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceTokenService;
import io.orgstead.testkit.reference.ReferenceTokenService.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

class TokenServiceContractTest extends SuiteTrial<TokenServiceContractTest.Services> {

    /** Makes a token service. */
    interface Services {
        TokenService of(Setup setup, SteppingClock clock);
    }

    /** The suite on whatever services are tried. Not run by itself. */
    static final class Suite extends TokenServiceContract {

        private static Supplier<? extends Services> services = () -> ReferenceTokenService::new;

        @Override
        protected TokenService tokenService(SteppingClock clock, Duration lifetime) {
            return services.get().of(new Setup("key", "orgstead", lifetime), clock);
        }

        @Override
        protected TokenService tokenServiceOfAnotherKey(SteppingClock clock, Duration lifetime) {
            return services.get().of(new Setup("another key", "orgstead", lifetime), clock);
        }

        @Override
        protected TokenService tokenServiceOfAnotherIssuer(SteppingClock clock, Duration lifetime) {
            return services.get().of(new Setup("key", "another", lifetime), clock);
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Services> services) {
        Suite.services = services;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Services correct() {
        return ReferenceTokenService::new;
    }

    @Override
    Services doingNothing() {
        return (setup, clock) -> DoesNothing.as(TokenService.class);
    }

    @Override
    Stream<Sabotage<Services>> sabotages() {
        return Stream.concat(lenient(), careless());
    }

    private static Stream<Sabotage<Services>> lenient() {
        return Stream.of(
                new Sabotage<>(
                        "any header will do",
                        "tokenOfAnotherAlgorithmIsInvalid",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected boolean isHeader(String header) {
                                return true;
                            }

                            @Override
                            protected boolean isSignature(String offered, String computed) {
                                return offered.isEmpty() || super.isSignature(offered, computed);
                            }
                        }),
                new Sabotage<>(
                        "any signature will do",
                        "tokenOfAnotherKeyIsInvalid",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected boolean isSignature(String offered, String computed) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "half a signature will do",
                        "tokenChangedAnywhereIsInvalid",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected boolean isSignature(String offered, String computed) {
                                return offered.startsWith(computed.substring(0, 20));
                            }
                        }),
                new Sabotage<>(
                        "any issuer will do",
                        "tokenOfAnotherIssuerIsInvalid",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected boolean isIssuer(String issuer) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "tokens live forever",
                        "tokenHoldsUntilItsExpiry",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected boolean isAlive(Instant expiry, Instant now) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "tokens die early",
                        "tokenHoldsUntilItsExpiry",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected boolean isAlive(Instant expiry, Instant now) {
                                return now.isBefore(expiry.minusSeconds(60));
                            }
                        }),
                new Sabotage<>(
                        "white space is cut off",
                        "genuineTokenWithAnythingAroundItIsInvalid",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            public TokenClaims verify(String token) {
                                return super.verify(token.strip());
                            }
                        }));
    }

    private static Stream<Sabotage<Services>> careless() {
        return Stream.of(
                new Sabotage<>(
                        "tokens without an id",
                        "noTokenIsIssuedTwice",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected String nextId() {
                                return "id";
                            }
                        }),
                new Sabotage<>(
                        "another failure leaks",
                        "garbageIsInvalid",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            protected RuntimeException invalid() {
                                return new IllegalArgumentException("malformed");
                            }
                        }),
                new Sabotage<>(
                        "the state of the password is not told",
                        "issuedTokenEndsWithTheNextChangeOfThePassword",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            public TokenClaims verify(String token) {
                                TokenClaims claims = super.verify(token);
                                return new TokenClaims(
                                        claims.adminId(), claims.organizationId(), Optional.empty(), claims.issuedAt());
                            }
                        }),
                new Sabotage<>(
                        "another lifetime is told",
                        "tokenTellsItsLifetime",
                        () -> (setup, clock) -> new ReferenceTokenService(setup, clock) {
                            @Override
                            public AccessToken issue(Admin admin, Organization organization) {
                                return new AccessToken(
                                        super.issue(admin, organization).reveal(), Duration.ofDays(1));
                            }
                        }),
                new Sabotage<>(
                        "every instance has a key of its own",
                        "otherInstancesOfTheSameKeyAcceptTheToken",
                        () -> (setup, clock) -> new ReferenceTokenService(
                                new Setup(setup.key() + setup.lifetime(), setup.issuer(), setup.lifetime()), clock)));
    }
}
