package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantData.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tenant indexes that hold what they should not, or do not hold what they should, each in one way. */
final class SabotagedUniqueness {

    private SabotagedUniqueness() {}

    private static Sabotage<TenantIndexes> holding(String what, String seenBy, Holding wrong) {
        return SabotagedTenantIndexes.over(what, seenBy, () -> new ReferenceTenantData() {
            @Override
            public Optional<Fault> faultOf(IndexDefinition index, Collection<Document> documents) {
                return wrong.faultOf(new ReferenceTenantData(), index, documents);
            }
        });
    }

    private interface Holding {
        Optional<Fault> faultOf(ReferenceTenantData right, IndexDefinition index, Collection<Document> documents);
    }

    private static IndexDefinition with(IndexDefinition index, boolean unique) {
        return new IndexDefinition(index.name(), index.keys(), unique, index.expireAfter());
    }

    static Stream<Sabotage<TenantIndexes>> all() {
        Holding nothingUnique = (right, index, documents) -> right.faultOf(with(index, false), documents);
        Holding parallelIsEqual = (right, index, documents) ->
                right.faultOf(index, documents).map(fault -> new Fault(fault.index(), false));
        return Stream.of(
                holding("nothing is unique", "equalValuesAreKeptOut", nothingUnique),
                holding("duplicates do not matter", "equalValuesKeepTheIndexOut", nothingUnique),
                holding("one of a batch may be equal", "oneOfABatchKeepsOutAll", nothingUnique),
                holding("two of a batch may be equal", "twoOfABatchMustDiffer", nothingUnique),
                holding("racing values enter", "ofManyInsertingOneValueExactlyOneWins", nothingUnique),
                holding("racing changes enter", "ofManyChangingToOneValueExactlyOneWins", nothingUnique),
                holding(
                        "everything is unique",
                        "plainIndexKeepsNothingOut",
                        (right, index, documents) -> right.faultOf(with(index, true), documents)),
                holding(
                        "what is missing does not count",
                        "equalValuesAreKeptOut",
                        (right, index, documents) -> right.faultOf(
                                index,
                                documents.stream()
                                        .filter(document -> document.fields().size() > 1)
                                        .toList())),
                holding(
                        "only the first field counts",
                        "differentValuesAreNotKeptOut",
                        (right, index, documents) ->
                                right.faultOf(unique(index, index.keys().subList(0, 1)), documents)),
                holding(
                        "only so many are looked at",
                        "indexOverManyDocumentsHoldsThemAll",
                        (right, index, documents) -> right.faultOf(
                                index, documents.stream().limit(1_000).toList())),
                holding(
                        "a document is its own rival",
                        "documentIsNotItsOwnRival",
                        (right, index, documents) -> documents.stream().anyMatch(SabotagedUniqueness::hasTwins)
                                ? Optional.of(new Fault(index.name(), false))
                                : right.faultOf(index, documents)),
                holding("parallel arrays are duplicates", "arraysInTwoFieldsKeepTheIndexOut", parallelIsEqual),
                holding("parallel arrays are violations", "arraysInTwoFieldsOfAnIndexAreKeptOut", parallelIsEqual),
                holding(
                        "one array is two",
                        "fieldsOfOneArrayAreNotParallel",
                        (right, index, documents) -> documents.stream()
                                        .flatMap(document -> document.get("l").stream())
                                        .anyMatch(Value.Array.class::isInstance)
                                ? Optional.of(new Fault(index.name(), true))
                                : right.faultOf(index, documents)),
                SabotagedTenantIndexes.over(
                        "values are never free again", "valueIsFreeAgainOnceItsDocumentLeavesIt", Remembering::new),
                SabotagedTenantIndexes.over("others are rivals", "valuesOfOthersAreNobodysRivals", Remembering::new),
                SabotagedTenantIndexes.over(
                        "the marker is a rival", "markerIsNobodysRival", () -> new ReferenceTenantData() {
                            @Override
                            public Optional<Fault> faultOf(IndexDefinition index, Collection<Document> documents) {
                                List<Document> all = new ArrayList<>(documents);
                                all().forEach(kept -> all.addAll(kept.all()));
                                return super.faultOf(
                                        index, all.stream().distinct().toList());
                            }
                        }));
    }

    private static IndexDefinition unique(IndexDefinition index, List<SortOrder.Key> keys) {
        return new IndexDefinition(index.name(), keys, index.unique(), index.expireAfter());
    }

    private static boolean hasTwins(Document document) {
        return document.fields().values().stream()
                .anyMatch(value -> value instanceof Value.Array array
                        && array.items().stream().distinct().count()
                                < array.items().size());
    }

    /** Every document that ever was counts. */
    static final class Remembering extends ReferenceTenantData {

        private final List<Document> seen = new ArrayList<>();

        @Override
        public Optional<Fault> faultOf(IndexDefinition index, Collection<Document> documents) {
            Optional<Fault> fault = super.faultOf(
                    index,
                    Stream.concat(seen.stream(), documents.stream()).distinct().toList());
            seen.addAll(documents);
            return fault;
        }
    }
}
