package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tenant documents that are written or removed wrongly, each in one way. */
final class SabotagedTenantWrites {

    private SabotagedTenantWrites() {}

    static Stream<Sabotage<TenantDocuments>> all() {
        return Stream.of(inserts(), identities(), replacements(), removals(), races())
                .flatMap(sabotages -> sabotages);
    }

    private static Stream<Sabotage<TenantDocuments>> inserts() {
        return Stream.of(
                new Sabotage<>(
                        "a refused batch leaves its beginning",
                        "takenIdKeepsTheWholeBatchOut",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                InsertOutcome outcome = super.insert(scope, batch, quota);
                                if (outcome instanceof InsertOutcome.IdTaken taken && taken.position() > 0) {
                                    super.insert(scope, batch.subList(0, taken.position()), quota);
                                }
                                return outcome;
                            }
                        }),
                new Sabotage<>(
                        "the first is always to blame",
                        "takenIdKeepsTheWholeBatchOut",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                InsertOutcome outcome = super.insert(scope, batch, quota);
                                return outcome instanceof InsertOutcome.IdTaken
                                        ? new InsertOutcome.IdTaken(0)
                                        : outcome;
                            }
                        }),
                new Sabotage<>(
                        "the last of two twins enters",
                        "idTwiceInABatchKeepsItOut",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                Map<Value, Document> byId = new LinkedHashMap<>();
                                batch.forEach(document -> byId.put(document.id(), document));
                                return super.insert(scope, List.copyOf(byId.values()), quota);
                            }
                        }),
                new Sabotage<>(
                        "a large batch is cut", "largestBatchIsInsertedWhole", () -> new ReferenceTenantDocuments() {
                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                return super.insert(scope, batch.subList(0, Math.min(batch.size(), 999)), quota);
                            }
                        }),
                new Sabotage<>(
                        "what is complete is taken back",
                        "nothingInterruptedNothingTakenBack",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public int undoInterrupted(Instant silentSince, int limit) {
                                return silentSince.isAfter(Instant.now()) ? 1 : 0;
                            }
                        }),
                new Sabotage<>(
                        "whatever is under way is taken back",
                        "insertsUnderWayAreNotTakenBack",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public int undoInterrupted(Instant silentSince, int limit) {
                                return 1;
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> identities() {
        return Stream.of(
                new Sabotage<>(
                        "ids are their text", "idsOfDifferentTypesAreDifferent", () -> new ReferenceTenantDocuments() {
                            @Override
                            public Optional<Document> findById(TenantScope scope, Value id) {
                                return id instanceof Value.Text text
                                                && text.value().length() == 24
                                        ? super.findById(scope, new Value.ObjectId(text.value()))
                                        : super.findById(scope, id);
                            }
                        }),
                new Sabotage<>("ids are trimmed", "textOfAnyKindIsAnId", () -> new ReferenceTenantDocuments() {
                    @Override
                    public Optional<Document> findById(TenantScope scope, Value id) {
                        return super.findById(
                                scope,
                                id instanceof Value.Text text
                                        ? new Value.Text(text.value().strip())
                                        : id);
                    }
                }),
                new Sabotage<>("long ids are cut", "longestIdWorks", () -> new ReferenceTenantDocuments() {
                    @Override
                    public Optional<Document> findById(TenantScope scope, Value id) {
                        return id instanceof Value.Text text && text.value().length() > 500
                                ? Optional.empty()
                                : super.findById(scope, id);
                    }
                }));
    }

    private static Stream<Sabotage<TenantDocuments>> replacements() {
        return Stream.of(
                new Sabotage<>(
                        "equal numbers are the same",
                        "documentIsNotTakenForAnother",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected boolean isSame(Document stored, Document expected) {
                                return ValueOrder.equal(new Value.Embedded(stored), new Value.Embedded(expected));
                            }
                        }),
                new Sabotage<>(
                        "any order of fields is the same",
                        "documentIsNotTakenForAnother",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected boolean isSame(Document stored, Document expected) {
                                return stored.fields().equals(expected.fields());
                            }
                        }),
                new Sabotage<>(
                        "the last writer wins",
                        "replacementOfWhatHasChangedIsStale",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected boolean isSame(Document stored, Document expected) {
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "the same is no change", "replacementByTheSameIsOne", () -> new ReferenceTenantDocuments() {
                            @Override
                            public ReplaceOutcome replace(
                                    TenantScope scope, Document expected, Document next, Quota quota) {
                                return expected.equals(next)
                                        ? new ReplaceOutcome.Stale()
                                        : super.replace(scope, expected, next, quota);
                            }
                        }),
                new Sabotage<>(
                        "fields stay", "replacementTakesThePlaceOfTheWhole", () -> new ReferenceTenantDocuments() {
                            @Override
                            public ReplaceOutcome replace(
                                    TenantScope scope, Document expected, Document next, Quota quota) {
                                Map<String, Value> merged = new LinkedHashMap<>(next.fields());
                                expected.fields().forEach(merged::putIfAbsent);
                                return super.replace(scope, expected, Document.of(merged), quota);
                            }
                        }),
                new Sabotage<>(
                        "a replacement is an insert too",
                        "whatIsNotThereIsNeitherReplacedNorRemoved",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public ReplaceOutcome replace(
                                    TenantScope scope, Document expected, Document next, Quota quota) {
                                if (findById(scope, expected.id()).isEmpty()) {
                                    super.insert(scope, List.of(next), quota);
                                }
                                return super.replace(scope, next, next, quota);
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> removals() {
        return Stream.of(
                new Sabotage<>(
                        "only so many are removed", "deleteAllRemovesAnyNumber", () -> new ReferenceTenantDocuments() {
                            @Override
                            public long deleteAll(TenantScope scope, Filter filter) {
                                List<Document> found = matching(scope, filter);
                                found.stream().limit(1_000).forEach(document -> delete(scope, document));
                                return found.size();
                            }
                        }),
                new Sabotage<>(
                        "more is removed than meant",
                        "deleteAllRemovesWhatTheFilterMeans",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public long deleteAll(TenantScope scope, Filter filter) {
                                long meant = count(scope, filter);
                                super.deleteAll(scope, Filter.all());
                                return meant;
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> races() {
        return Stream.of(
                new Sabotage<>(
                        "several win an id",
                        "ofManyInsertingOneIdExactlyOneWins",
                        () -> new ReferenceTenantDocuments() {
                            private final Gap gap = new Gap();

                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                boolean free =
                                        findById(scope, batch.get(0).id()).isEmpty();
                                gap.enter();
                                InsertOutcome outcome = super.insert(scope, batch, quota);
                                return free ? new InsertOutcome.Inserted() : outcome;
                            }
                        }),
                new Sabotage<>(
                        "the beginning of a losing batch stays",
                        "ofManyBatchesThatShareAnIdExactlyOneEnters",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                InsertOutcome outcome = super.insert(scope, batch, quota);
                                if (outcome instanceof InsertOutcome.IdTaken) {
                                    super.insert(scope, batch.subList(0, 1), quota);
                                }
                                return outcome;
                            }
                        }),
                new Sabotage<>(
                        "a replacement is lost",
                        "ofManyReplacingOneStateExactlyOneWins",
                        () -> new ReferenceTenantDocuments() {
                            private final Gap gap = new Gap();

                            @Override
                            public ReplaceOutcome replace(
                                    TenantScope scope, Document expected, Document next, Quota quota) {
                                Optional<Document> stored = findById(scope, expected.id());
                                gap.enter();
                                return stored.filter(expected::equals).isPresent()
                                        ? super.replace(
                                                scope,
                                                findById(scope, expected.id()).orElseThrow(),
                                                next,
                                                quota)
                                        : new ReplaceOutcome.Stale();
                            }
                        }),
                new Sabotage<>("several remove", "ofManyRemovingExactlyOneWins", () -> new ReferenceTenantDocuments() {
                    private final Gap gap = new Gap();

                    @Override
                    public boolean delete(TenantScope scope, Document expected) {
                        boolean there = findById(scope, expected.id()).isPresent();
                        gap.enter();
                        super.delete(scope, expected);
                        return there;
                    }
                }));
    }
}
