package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceTenantCollections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tenant collections with one fault each. */
final class SabotagedTenantCollections {

    private SabotagedTenantCollections() {}

    static Stream<Sabotage<TenantCollections>> all() {
        return Stream.concat(incarnations(), Stream.concat(staging(), moves()));
    }

    private static Stream<Sabotage<TenantCollections>> incarnations() {
        return Stream.of(
                new Sabotage<>(
                        "all incarnations are one",
                        "everyCollectionHasAnIncarnationOfItsOwn",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            protected CollectionIncarnation nextIncarnation() {
                                return new CollectionIncarnation("one and only");
                            }
                        }),
                new Sabotage<>(
                        "a stale call reaches a successor",
                        "recreatedCollectionIsAnotherAndEmptyAndSafeFromALateDrop",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            protected boolean isSame(Stored collection, CollectionIncarnation incarnation) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "a rename makes another incarnation",
                        "renameTakesEverythingAlong",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            protected Stored moved(Stored collection) {
                                return new Stored(nextIncarnation(), collection.model(), collection.documents());
                            }
                        }),
                new Sabotage<>(
                        "foreign collections are not found",
                        "foreignCollectionHasALastingIncarnation",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public Optional<CollectionIncarnation> find(CollectionName name) {
                                return documents(name).stream().anyMatch(TenantMarker.class::isInstance)
                                        ? super.find(name)
                                        : Optional.empty();
                            }
                        }));
    }

    private static Stream<Sabotage<TenantCollections>> staging() {
        return Stream.of(
                new Sabotage<>(
                        "staged is public at once",
                        "stagedCollectionIsSeenByNobody",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
                                CollectionIncarnation incarnation = super.stage(marker, model);
                                synchronized (open) {
                                    open.put(
                                            marker.organization().collectionName(),
                                            new Stored(incarnation, model, List.of(marker)));
                                }
                                return incarnation;
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
                        "staging again adds a marker",
                        "stageMadeAgainFindsTheFirst",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
                                synchronized (open) {
                                    Stored before = staged.get(marker.organizationId());
                                    if (before != null) {
                                        before.documents().add(marker);
                                    }
                                    return super.stage(marker, model);
                                }
                            }
                        }),
                new Sabotage<>(
                        "discarding forgets all",
                        "discardStagedTouchesNothingElse",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public void discardStaged(OrganizationId organization) {
                                staged.clear();
                            }
                        }),
                new Sabotage<>(
                        "no limit", "stagedCollectionsAreListedUpToTheLimit", () -> new ReferenceTenantCollections() {
                            @Override
                            public List<OrganizationId> findStaged(int limit) {
                                return super.findStaged(Integer.MAX_VALUE);
                            }
                        }),
                new Sabotage<>(
                        "two instances stage at once",
                        "ofManyStagingForOneOrganizationAllFindTheSame",
                        () -> new ReferenceTenantCollections() {
                            private final Gap gap = new Gap();

                            @Override
                            public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
                                if (gap.enter()) {
                                    discardStaged(marker.organizationId());
                                }
                                return super.stage(marker, model);
                            }
                        }));
    }

    private static Stream<Sabotage<TenantCollections>> moves() {
        return Stream.of(
                new Sabotage<>(
                        "a move overwrites",
                        "renameOntoATakenNameChangesNothing",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            protected boolean overwrites() {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "a move leaves documents behind",
                        "renameTakesEverythingAlong",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            protected Stored moved(Stored collection) {
                                return new Stored(
                                        collection.incarnation(),
                                        collection.model(),
                                        new ArrayList<>(collection.documents().subList(0, 1)));
                            }
                        }),
                new Sabotage<>(
                        "a replayed publication finds nothing",
                        "publishMadeAgainFindsItThere",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public MoveOutcome publish(
                                    OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
                                return findStaged(100).contains(organization)
                                        ? super.publish(organization, incarnation, to)
                                        : MoveOutcome.SOURCE_GONE;
                            }
                        }),
                new Sabotage<>(
                        "a replayed rename finds its own target taken",
                        "renameMadeAgainFindsItThere",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public MoveOutcome rename(
                                    CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
                                return find(to).isPresent()
                                        ? MoveOutcome.TARGET_TAKEN
                                        : super.rename(from, incarnation, to);
                            }
                        }),
                new Sabotage<>(
                        "a drop leaves the collection empty",
                        "dropRemovesEverythingAndIsIdempotent",
                        () -> new ReferenceTenantCollections() {
                            @Override
                            public void drop(CollectionName name, CollectionIncarnation incarnation) {
                                synchronized (open) {
                                    if (isAt(open, name, incarnation)) {
                                        open.put(
                                                name,
                                                new Stored(incarnation, IsolationModel.COLLECTION, new ArrayList<>()));
                                    }
                                }
                            }
                        }),
                new Sabotage<>(
                        "several move to one name",
                        "ofManyRenamingOntoOneNameExactlyOneMoves",
                        () -> new ReferenceTenantCollections() {
                            private final Gap gap = new Gap();

                            @Override
                            public MoveOutcome rename(
                                    CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
                                return gap.enter() ? MoveOutcome.MOVED : super.rename(from, incarnation, to);
                            }
                        }));
    }
}
