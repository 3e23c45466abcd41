package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceTenantCollections;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

class TenantHomesContractTest extends SuiteTrial<TenantCollections> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends TenantHomesContract {

        private static Supplier<? extends TenantCollections> port = ReferenceTenantCollections::new;
        private TenantCollections opened = new ReferenceTenantCollections();

        @Override
        protected IsolationModel model() {
            return IsolationModel.SHARED;
        }

        @Override
        protected TenantCollections tenantCollections() {
            opened = port.get();
            return opened;
        }

        @Override
        protected TenantDocuments tenantDocuments() {
            return opened instanceof ReferenceTenantCollections reference
                    ? new ReferenceTenantDocuments(new ReferenceTenantData(reference))
                    : DoesNothing.as(TenantDocuments.class);
        }
    }

    @Override
    SuiteRun run(Supplier<? extends TenantCollections> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    SuiteRun run(Sabotage<TenantCollections> sabotage) {
        Suite.port = sabotage.port();
        return SuiteRun.of(Suite.class, sabotage.seenBy());
    }

    @Override
    TenantCollections correct() {
        return new ReferenceTenantCollections();
    }

    @Override
    TenantCollections doingNothing() {
        return DoesNothing.as(TenantCollections.class);
    }

    @Override
    Stream<Sabotage<TenantCollections>> sabotages() {
        return Stream.of(
                new Sabotage<>(
                        "found by the name",
                        "publicOneIsThereAndIsFoundByNoName",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public Optional<CollectionIncarnation> find(CollectionName name) {
                                synchronized (open) {
                                    return super.find(name)
                                            .or(() -> unnamed.keySet().stream().findFirst());
                                }
                            }
                        }),
                new Sabotage<>("the name is taken", "nameStaysFreeForOthers", () -> new ReferenceTenantCollections() {
                    @Override
                    public MoveOutcome publish(
                            OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
                        MoveOutcome outcome = super.publish(organization, incarnation, to);
                        synchronized (open) {
                            unnamed.values().forEach(stored -> open.putIfAbsent(to, stored));
                        }
                        return outcome;
                    }
                }),
                new Sabotage<>(
                        "private is there", "privateOneIsListedAndNotThere", () -> new ReferenceTenantCollections() {
                            @Override
                            public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
                                synchronized (open) {
                                    return super.isPresent(name, incarnation)
                                            || staged.values().stream().anyMatch(stored -> isSame(stored, incarnation));
                                }
                            }
                        }),
                new Sabotage<>("no limit", "privateOnesAreListedUpToTheLimit", () -> new ReferenceTenantCollections() {
                    @Override
                    public List<OrganizationId> findStaged(int limit) {
                        return super.findStaged(Integer.MAX_VALUE);
                    }
                }),
                new Sabotage<>(
                        "whoever publishes", "publishingWhatIsNotThereSaysSo", () -> new ReferenceTenantCollections() {
                            @Override
                            protected boolean isSame(Stored collection, CollectionIncarnation incarnation) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "any private one will do",
                        "stageOfAnotherModelTakesThePlaceOfTheFirst",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
                                synchronized (open) {
                                    Stored before = staged.get(marker.organizationId());
                                    return before == null ? super.stage(marker, model) : before.incarnation();
                                }
                            }
                        }),
                new Sabotage<>(
                        "staging again starts again",
                        "stageMadeAgainFindsTheFirst",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
                                discardStaged(marker.organizationId());
                                return super.stage(marker, model);
                            }
                        }),
                new Sabotage<>(
                        "one home at a time",
                        "privateOneOfAnyModelTakesThePlaceOfThePublicOne",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
                                synchronized (open) {
                                    unnamed.values()
                                            .removeIf(
                                                    stored -> stored.documents().contains(marker));
                                    return super.stage(marker, model);
                                }
                            }
                        }),
                new Sabotage<>(
                        "discarding forgets all",
                        "discardingTouchesNothingElse",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public void discardStaged(OrganizationId organization) {
                                staged.clear();
                            }
                        }),
                new Sabotage<>(
                        "a name counts",
                        "dropTakesTheVeryCollectionWhateverTheNameIs",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public void drop(CollectionName name, CollectionIncarnation incarnation) {
                                synchronized (open) {
                                    unnamed.values()
                                            .removeIf(stored -> stored.documents().stream()
                                                    .anyMatch(document -> document instanceof TenantMarker marker
                                                            && marker.organization()
                                                                    .collectionName()
                                                                    .equals(name)));
                                }
                            }
                        }),
                new Sabotage<>(
                        "all go together", "lateDropLeavesASuccessorAlone", () -> new ReferenceTenantCollections() {
                            @Override
                            public void drop(CollectionName name, CollectionIncarnation incarnation) {
                                synchronized (open) {
                                    unnamed.clear();
                                }
                            }
                        }));
    }
}
