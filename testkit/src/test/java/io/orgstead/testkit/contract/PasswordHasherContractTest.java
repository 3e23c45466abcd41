package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.testkit.reference.ReferencePasswordHasher;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mindrot.jbcrypt.BCrypt;

class PasswordHasherContractTest extends SuiteTrial<PasswordHasherContractTest.Hashers> {

    private static final int COST = 6;
    private static final int MANY = 1_000;

    /** Makes a hasher. */
    interface Hashers {
        PasswordHasher of(int cost, int atOnce);
    }

    /** The suite on whatever hashers are tried. Not run by itself. */
    static final class Suite extends PasswordHasherContract {

        private static Supplier<? extends Hashers> hashers = () -> ReferencePasswordHasher::new;

        @Override
        protected int cost() {
            return COST;
        }

        @Override
        protected PasswordHasher passwordHasher() {
            return hashers.get().of(COST, MANY);
        }

        @Override
        protected PasswordHasher costlierPasswordHasher() {
            return hashers.get().of(COST + 1, MANY);
        }

        @Override
        protected PasswordHasher overloadedPasswordHasher() {
            return hashers.get().of(10, 2);
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Hashers> hashers) {
        Suite.hashers = hashers;
        return SuiteRun.of(Suite.class);
    }

    @Override
    SuiteRun run(Sabotage<Hashers> sabotage) {
        // The whole suite on every sabotage would take minutes: hashing is slow on purpose.
        Suite.hashers = sabotage.port();
        return SuiteRun.of(Suite.class, sabotage.seenBy());
    }

    @Override
    Hashers correct() {
        return ReferencePasswordHasher::new;
    }

    @Override
    Hashers doingNothing() {
        return (cost, atOnce) -> new PasswordHasher() {
            @Override
            public PasswordHash hash(PlaintextPassword password) {
                return new PasswordHash("");
            }

            @Override
            public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
                return false;
            }

            @Override
            public PasswordHash decoy() {
                return new PasswordHash("");
            }

            @Override
            public boolean isOutdated(PasswordHash hash) {
                return false;
            }
        };
    }

    @Override
    Stream<Sabotage<Hashers>> sabotages() {
        return Stream.of(
                new Sabotage<>(
                        "passwords are cut",
                        "attemptThatLooksLikeThePasswordOnceCutIsWrong",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            protected boolean isHashable(String password) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "what cannot be hashed is refused at once",
                        "refusedAttemptTakesAsLongAsAWrongPassword",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            protected void waste() {
                                // Saves the time.
                            }
                        }),
                new Sabotage<>("one salt for all", "everyHashHasASaltOfItsOwn", () -> {
                    String salt = BCrypt.gensalt(COST);
                    return (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                        @Override
                        protected String newSalt() {
                            return salt;
                        }
                    };
                }),
                new Sabotage<>(
                        "always the same cost",
                        "hashIsPlainBcryptOfTheConfiguredCost",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(COST, atOnce)),
                new Sabotage<>(
                        "malformed hashes are handed on",
                        "malformedHashIsMatchedByNothing",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            protected boolean isWellFormed(String hash) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "only hashes of its own make",
                        "hashesOfOtherImplementationsVerify",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            protected boolean isWellFormed(String hash) {
                                return hash.startsWith("$2b$") && super.isWellFormed(hash);
                            }
                        }),
                new Sabotage<>(
                        "nothing is outdated",
                        "hashOfAnotherCostVerifiesAndIsOutdated",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            public boolean isOutdated(PasswordHash hash) {
                                return false;
                            }
                        }),
                new Sabotage<>(
                        "the decoy is a hash of something known",
                        "decoyIsWellFormedTheSameAndMatchedByNothing",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            public PasswordHash decoy() {
                                return hash(PlaintextPassword.attempt("decoy"));
                            }
                        }),
                new Sabotage<>(
                        "no bound",
                        "whatIsMoreThanTheBoundIsRefused",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, MANY)),
                new Sabotage<>(
                        "a null is a password",
                        "passwordsOfAnyScriptVerify",
                        () -> (cost, atOnce) -> new ReferencePasswordHasher(cost, atOnce) {
                            @Override
                            public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
                                return super.verify(
                                        attempt.reveal().isEmpty() ? PlaintextPassword.attempt("null") : attempt, hash);
                            }
                        }));
    }
}
