package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceAdmins;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

class AdminsContractTest extends SuiteTrial<Admins> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends AdminsContract {

        private static Supplier<? extends Admins> port = ReferenceAdmins::new;
        private Admins opened = new ReferenceAdmins();

        @Override
        protected Admins admins() {
            opened = port.get();
            return opened;
        }

        @Override
        protected void addForeign(Admin admin, String email) {
            if (opened instanceof ReferenceAdmins reference) {
                reference.addForeign(admin, email);
            }
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Admins> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Admins correct() {
        return new ReferenceAdmins();
    }

    @Override
    Admins doingNothing() {
        return DoesNothing.as(Admins.class);
    }

    @Override
    Stream<Sabotage<Admins>> sabotages() {
        return Stream.concat(writes(), Stream.concat(reads(), races()));
    }

    private static Stream<Sabotage<Admins>> writes() {
        return Stream.of(
                new Sabotage<>("any version follows", "fenceStopsAnUpdatePreparedBefore", () -> new ReferenceAdmins() {
                    @Override
                    protected boolean follows(Admin before, Admin next) {
                        return true;
                    }
                }),
                new Sabotage<>(
                        "emails are not unique",
                        "addWithATakenEmailIsRefusedAndChangesNothing",
                        () -> new ReferenceAdmins() {
                            @Override
                            public void add(Admin admin) {
                                write(admin);
                            }
                        }),
                new Sabotage<>(
                        "a refusal changes something",
                        "replaceWithATakenEmailIsRefusedAndChangesNothing",
                        () -> new ReferenceAdmins() {
                            @Override
                            public boolean replace(Admin next) {
                                if (isTaken(next)) {
                                    write(next);
                                }
                                return super.replace(next);
                            }
                        }),
                new Sabotage<>(
                        "another failure leaks",
                        "addWithATakenEmailIsRefusedAndChangesNothing",
                        () -> new ReferenceAdmins() {
                            @Override
                            protected RuntimeException taken() {
                                return new IllegalStateException("duplicate key");
                            }
                        }),
                new Sabotage<>(
                        "a rehash counts as a change", "rehashReplacesNothingButTheHash", () -> new ReferenceAdmins() {
                            @Override
                            protected Admin rehashed(Admin admin, PasswordHash fresh) {
                                return super.rehashed(admin.fenced(), fresh);
                            }
                        }),
                new Sabotage<>(
                        "a rehash ignores the hash stored",
                        "rehashOfAnotherHashChangesNothing",
                        () -> new ReferenceAdmins() {
                            @Override
                            public boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh) {
                                return findById(id)
                                        .map(admin -> super.rehash(id, admin.password(), fresh))
                                        .orElse(false);
                            }
                        }),
                new Sabotage<>("removal forgets everybody", "removedAdminIsFoundNoMore", () -> new ReferenceAdmins() {
                    @Override
                    public void remove(AdminId id) {
                        stored.clear();
                    }
                }),
                new Sabotage<>("removal needs somebody", "removeMadeAgainDoesNothing", () -> new ReferenceAdmins() {
                    @Override
                    public void remove(AdminId id) {
                        super.remove(findById(id).orElseThrow().id());
                    }
                }));
    }

    private static Stream<Sabotage<Admins>> reads() {
        return Stream.of(
                new Sabotage<>(
                        "the case of an address counts",
                        "emailStoredInAnotherCaseIsFound",
                        () -> new ReferenceAdmins() {
                            @Override
                            protected boolean isAt(String writtenEmail, EmailAddress email) {
                                return writtenEmail.equals(email.value());
                            }
                        }),
                new Sabotage<>(
                        "the end of an address is enough",
                        "emailStoredInAnotherCaseIsFound",
                        () -> new ReferenceAdmins() {
                            @Override
                            protected boolean isAt(String writtenEmail, EmailAddress email) {
                                return super.isAt(writtenEmail, email)
                                        || writtenEmail.toLowerCase(Locale.ROOT).endsWith(email.value());
                            }
                        }),
                new Sabotage<>("shortest ended first", "leasesAreFoundLongestEndedFirst", () -> new ReferenceAdmins() {
                    @Override
                    protected Comparator<Admin> order() {
                        return super.order().reversed();
                    }
                }),
                new Sabotage<>("no limit", "leasesAreFoundLongestEndedFirst", () -> new ReferenceAdmins() {
                    @Override
                    public List<Admin> findLeasedBefore(Instant instant, int limit) {
                        return super.findLeasedBefore(instant, Integer.MAX_VALUE);
                    }
                }),
                new Sabotage<>(
                        "the instant itself counts",
                        "leaseThatEndsAtTheInstantHasNotEndedBefore",
                        () -> new ReferenceAdmins() {
                            @Override
                            protected boolean hasEnded(Instant lease, Instant instant) {
                                return !lease.isAfter(instant);
                            }
                        }));
    }

    private static Stream<Sabotage<Admins>> races() {
        return Stream.of(
                new Sabotage<>(
                        "several win an address", "ofManyAddingOneEmailExactlyOneWins", () -> new ReferenceAdmins() {
                            private final Gap gap = new Gap();

                            @Override
                            public void add(Admin admin) {
                                if (isTaken(admin)) {
                                    throw taken();
                                }
                                gap.enter();
                                write(admin);
                            }
                        }),
                new Sabotage<>(
                        "an update is lost", "ofManyReplacingOneVersionExactlyOneWins", () -> new ReferenceAdmins() {
                            private final Gap gap = new Gap();

                            @Override
                            public boolean replace(Admin next) {
                                Optional<Admin> before = findById(next.id());
                                if (before.isEmpty() || !follows(before.get(), next)) {
                                    return false;
                                }
                                gap.enter();
                                write(next);
                                return true;
                            }
                        }),
                new Sabotage<>("several rehash", "ofManyRehashingExactlyOneWins", () -> new ReferenceAdmins() {
                    private final Gap gap = new Gap();

                    @Override
                    public boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh) {
                        boolean same = findById(id)
                                .filter(admin -> admin.password().equals(current))
                                .isPresent();
                        gap.enter();
                        super.rehash(id, current, fresh);
                        return same;
                    }
                }));
    }
}
