package io.orgstead.testkit.contract;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceTenantChanges;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import io.orgstead.testkit.reference.ReferenceTenantIndexes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

class TenantChangesContractTest extends SuiteTrial<TenantChanges> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends TenantChangesContract {

        private static Supplier<? extends TenantChanges> port = ReferenceTenantChanges::new;
        private TenantChanges opened = new ReferenceTenantChanges();
        private ReferenceTenantData data = new ReferenceTenantData();

        @Override
        protected TenantCollections tenantCollections() {
            opened = port.get();
            data = opened instanceof ReferenceTenantChanges reference ? reference.data : new ReferenceTenantData();
            return data.collections;
        }

        @Override
        protected TenantDocuments tenantDocuments() {
            return new ReferenceTenantDocuments(data);
        }

        @Override
        protected TenantIndexes tenantIndexes() {
            return new ReferenceTenantIndexes(data);
        }

        @Override
        protected TenantChanges tenantChanges() {
            return opened;
        }

        @Override
        protected Instant storeTime() {
            return Samples.NOW;
        }
    }

    @Override
    SuiteRun run(Supplier<? extends TenantChanges> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    SuiteRun run(Sabotage<TenantChanges> sabotage) {
        Suite.port = sabotage.port();
        return SuiteRun.of(Suite.class, sabotage.seenBy());
    }

    @Override
    TenantChanges correct() {
        return new ReferenceTenantChanges();
    }

    @Override
    TenantChanges doingNothing() {
        return DoesNothing.as(TenantChanges.class);
    }

    private static Sabotage<TenantChanges> over(String what, String seenBy, Supplier<ReferenceTenantData> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantChanges(wrong.get()));
    }

    @Override
    Stream<Sabotage<TenantChanges>> sabotages() {
        return Stream.of(
                over("only the first of a batch is noted", "everyKindOfChangeIsNoted", () -> new ReferenceTenantData() {
                    @Override
                    protected void note(TenantScope scope, Collection<Value> ids) {
                        super.note(scope, ids.stream().limit(1).toList());
                    }
                }),
                over("nothing is noted", "documentThatIsInsertedAloneIsNoted", () -> new ReferenceTenantData() {
                    @Override
                    protected void note(TenantScope scope, Collection<Value> ids) {}
                }),
                over("some notes are lost", "copyThatFollowsTheNotesIsComplete", () -> new ReferenceTenantData() {
                    private int noted;

                    @Override
                    protected void note(TenantScope scope, Collection<Value> ids) {
                        noted++;
                        if (noted % 5 != 0) {
                            super.note(scope, ids);
                        }
                    }
                }),
                over(
                        "closed is as open as ever",
                        "closedDocumentsAreReadAndNotChanged",
                        () -> new ReferenceTenantData() {
                            @Override
                            protected Kept changing(TenantScope scope) {
                                return of(scope);
                            }
                        }),
                over(
                        "writers do not look twice",
                        "nothingChangesOnceClosingHasReturned",
                        () -> new ReferenceTenantData() {
                            @Override
                            protected Kept changing(TenantScope scope) {
                                return of(scope);
                            }
                        }),
                over("indexes change all the same", "closedDocumentsKeepTheirIndexes", () -> new ReferenceTenantData() {
                    @Override
                    protected Kept changing(TenantScope scope) {
                        return of(scope);
                    }
                }),
                new Sabotage<>(
                        "taken is not gone",
                        "whatIsTakenIsGoneUntilItChangesAgain",
                        () -> new ReferenceTenantChanges() {
                            private int taken;

                            @Override
                            protected void forget(Set<Value> notes, List<Value> ids) {
                                taken++;
                                if (taken > 1) {
                                    super.forget(notes, ids);
                                }
                            }
                        }),
                new Sabotage<>(
                        "too many at once are lost",
                        "noMoreAreTakenThanAskedForAndNoneIsLost",
                        () -> new ReferenceTenantChanges() {
                            @Override
                            protected void forget(Set<Value> notes, List<Value> ids) {
                                notes.clear();
                            }
                        }),
                new Sabotage<>("never ends", "watchThatHasEndedBeginsAnew", () -> new ReferenceTenantChanges() {
                    @Override
                    protected boolean hasLapsed(Instant until, Instant now) {
                        return false;
                    }
                }),
                new Sabotage<>("going on starts again", "goingOnKeepsWhatIsNoted", () -> new ReferenceTenantChanges() {
                    @Override
                    public boolean watch(TenantScope scope, Instant now, Instant until) {
                        unwatch(scope);
                        return super.watch(scope, now, until);
                    }
                }),
                new Sabotage<>("anybody opens", "onlyWhoKnowsALaterVersionOpens", () -> new ReferenceTenantChanges() {
                    @Override
                    protected boolean isMeant(long closedFor, long version) {
                        return true;
                    }
                }));
    }
}
