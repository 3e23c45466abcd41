package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantData.Kept;
import io.orgstead.testkit.reference.ReferenceTenantIndexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tenant indexes with one fault each. */
final class SabotagedTenantIndexes {

    private SabotagedTenantIndexes() {}

    static Stream<Sabotage<TenantIndexes>> all() {
        return Stream.of(lists(), wishes(), expiry(), scopes()).flatMap(sabotages -> sabotages);
    }

    static Sabotage<TenantIndexes> over(String what, String seenBy, Supplier<ReferenceTenantData> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantIndexes(wrong.get()));
    }

    private static Stream<Sabotage<TenantIndexes>> lists() {
        return Stream.of(
                new Sabotage<>("any order", "listIsInTheOrderOfNames", () -> new ReferenceTenantIndexes() {
                    @Override
                    protected List<IndexDefinition> listed(Collection<IndexDefinition> indexes) {
                        List<IndexDefinition> listed = new ArrayList<>(indexes);
                        Collections.reverse(listed);
                        return listed;
                    }
                }),
                new Sabotage<>(
                        "the expiry is forgotten", "indexIsListedAsItWasMade", () -> new ReferenceTenantIndexes() {
                            @Override
                            protected List<IndexDefinition> listed(Collection<IndexDefinition> indexes) {
                                return indexes.stream()
                                        .map(index -> new IndexDefinition(
                                                index.name(), index.keys(), index.unique(), Optional.empty()))
                                        .toList();
                            }
                        }),
                new Sabotage<>(
                        "a drop takes patterns", "dropOfAnotherNameChangesNothing", () -> new ReferenceTenantIndexes() {
                            @Override
                            public boolean drop(TenantScope scope, String name) {
                                return super.drop(scope, name.equals("*") ? "a" : name);
                            }
                        }));
    }

    private static Stream<Sabotage<TenantIndexes>> wishes() {
        return Stream.of(
                new Sabotage<>(
                        "only the name counts", "sameNameOrSameFieldsConflict", () -> new ReferenceTenantIndexes() {
                            @Override
                            protected boolean isPresent(Collection<IndexDefinition> present, IndexDefinition wish) {
                                return present.stream()
                                        .anyMatch(index -> index.name().equals(wish.name()));
                            }
                        }),
                new Sabotage<>(
                        "the same fields twice", "sameNameOrSameFieldsConflict", () -> new ReferenceTenantIndexes() {
                            @Override
                            protected boolean sameKeys(List<SortOrder.Key> present, List<SortOrder.Key> wish) {
                                return false;
                            }
                        }),
                new Sabotage<>(
                        "one more on the id", "sameNameOrSameFieldsConflict", () -> new ReferenceTenantIndexes() {
                            @Override
                            protected boolean isOnId(IndexDefinition wish) {
                                return false;
                            }
                        }),
                new Sabotage<>(
                        "directions are one",
                        "otherOrderOrDirectionIsAnotherIndex",
                        () -> new ReferenceTenantIndexes() {
                            @Override
                            protected boolean sameKeys(List<SortOrder.Key> present, List<SortOrder.Key> wish) {
                                return present.stream()
                                        .map(SortOrder.Key::path)
                                        .toList()
                                        .equals(wish.stream()
                                                .map(SortOrder.Key::path)
                                                .toList());
                            }
                        }),
                new Sabotage<>("no limit", "numberOfIndexesIsLimited", () -> new ReferenceTenantIndexes() {
                    @Override
                    public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
                        return super.create(scope, index, Integer.MAX_VALUE);
                    }
                }),
                new Sabotage<>(
                        "a wish made again counts", "numberOfIndexesIsLimited", () -> new ReferenceTenantIndexes() {
                            @Override
                            public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
                                return list(scope).size() >= limit
                                        ? IndexOutcome.QUOTA_REACHED
                                        : super.create(scope, index, limit);
                            }
                        }));
    }

    private static Stream<Sabotage<TenantIndexes>> expiry() {
        return Stream.of(
                expiring("nothing expires", "expiredDocumentsAreRemoved", (index, document, now) -> false),
                expiring("everything is expired", "expiredDocumentsAreRemoved", (index, document, now) -> true),
                expiring(
                        "what is no date is old",
                        "onlyDatesExpire",
                        (index, document, now) -> document.fields().keySet().stream()
                                .anyMatch(index.keys().get(0).path().dotted()::equals)),
                expiring(
                        "arrays do not expire",
                        "leastDateOfAnArrayCounts",
                        (index, document, now) -> document.get("at")
                                .filter(Value.Date.class::isInstance)
                                .isPresent()),
                expiring(
                        "only the outside is seen",
                        "dateInsideCounts",
                        (index, document, now) -> document.get("at").isPresent()),
                new Sabotage<>(
                        "no limit of removal", "noMoreAreRemovedThanTheLimit", () -> new ReferenceTenantIndexes() {
                            @Override
                            public int removeExpired(Instant now, int limit) {
                                return super.removeExpired(now, Integer.MAX_VALUE);
                            }
                        }),
                new Sabotage<>("one hour for all", "eachExpiresByItsOwnIndexes", () -> new ReferenceTenantIndexes() {
                    @Override
                    protected boolean isPast(Instant date, Duration expireAfter, Instant now) {
                        return super.isPast(date, Duration.ofHours(1), now);
                    }
                }),
                new Sabotage<>(
                        "renamed ones do not expire",
                        "renamedOrganizationStillExpires",
                        () -> new ReferenceTenantIndexes() {
                            private int made;

                            @Override
                            public int removeExpired(Instant now, int limit) {
                                return made++ > 0 ? super.removeExpired(now, limit) : 0;
                            }
                        }),
                new Sabotage<>("an index works on after its drop", "droppedIndexRemovesNothing", LivingOn::new),
                over(
                        "values of the expired stay taken",
                        "removalFreesUniqueValues",
                        SabotagedUniqueness.Remembering::new));
    }

    private static Sabotage<TenantIndexes> expiring(String what, String seenBy, Expiring wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantIndexes() {
            @Override
            protected boolean isExpired(IndexDefinition index, Document document, Instant now) {
                return index.expireAfter().isPresent() && wrong.isExpired(index, document, now);
            }
        });
    }

    private interface Expiring {
        boolean isExpired(IndexDefinition index, Document document, Instant now);
    }

    private static final class LivingOn extends ReferenceTenantIndexes {

        @Override
        public boolean drop(TenantScope scope, String name) {
            return list(scope).stream().anyMatch(index -> index.name().equals(name));
        }
    }

    private static Stream<Sabotage<TenantIndexes>> scopes() {
        return Stream.of(
                new Sabotage<>("a dropped index works on", "droppedIndexKeepsNothingOut", LivingOn::new),
                new Sabotage<>("what is gone is empty", "dropTakesIndexesAlong", () -> new ReferenceTenantIndexes() {
                    @Override
                    public List<IndexDefinition> list(TenantScope scope) {
                        try {
                            return super.list(scope);
                        } catch (TenantMovedException e) {
                            return List.of();
                        }
                    }
                }),
                over("the name is enough", "collectionThatNeverWasIsNotMade", () -> new ReferenceTenantData() {
                    @Override
                    protected boolean isThere(TenantScope scope) {
                        return collections.find(scope.collection()).isPresent();
                    }
                }),
                over("a rename loses them", "renameTakesIndexesAlong", () -> new ReferenceTenantData() {
                    private final Map<CollectionName, Kept> named = new HashMap<>();

                    @Override
                    protected Kept of(TenantScope scope) {
                        super.of(scope);
                        return named.computeIfAbsent(scope.collection(), name -> new Kept(marker(scope)));
                    }
                }),
                new Sabotage<>("one list for all", "eachHasItsOwn", () -> new ReferenceTenantIndexes() {
                    private final List<IndexDefinition> made = new ArrayList<>();

                    @Override
                    public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
                        made.add(index);
                        return super.create(scope, index, limit);
                    }

                    @Override
                    public List<IndexDefinition> list(TenantScope scope) {
                        super.list(scope);
                        return made.stream()
                                .sorted(Comparator.comparing(IndexDefinition::name))
                                .toList();
                    }
                }),
                new Sabotage<>(
                        "an index leaves documents out", "indexChangesNoAnswer", () -> new ReferenceTenantIndexes() {
                            @Override
                            public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
                                IndexOutcome outcome = super.create(scope, index, limit);
                                for (Kept kept : data.all()) {
                                    kept.own().stream()
                                            .filter(document -> document.get("n")
                                                            .isEmpty()
                                                    || document.get("tags").isEmpty())
                                            .forEach(kept::remove);
                                }
                                return outcome;
                            }
                        }));
    }
}
