package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Tenant documents that are written as something else, or in another organization's collection, each in one way. */
final class SabotagedTenantScopes {

    private SabotagedTenantScopes() {}

    static Stream<Sabotage<TenantDocuments>> all() {
        return Stream.of(values(), moves(), isolation()).flatMap(sabotages -> sabotages);
    }

    private static Sabotage<TenantDocuments> over(String what, String seenBy, Supplier<ReferenceTenantData> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantDocuments(wrong.get()));
    }

    /** Values are written as something else, at every depth. */
    private static Sabotage<TenantDocuments> writing(String what, String seenBy, UnaryOperator<Value> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantDocuments() {
            @Override
            protected Document written(Document document) {
                Map<String, Value> fields = new LinkedHashMap<>();
                document.fields().forEach((name, value) -> fields.put(name, rewritten(value)));
                return Document.of(fields);
            }

            private Value rewritten(Value value) {
                if (value instanceof Value.Embedded embedded) {
                    return new Value.Embedded(written(embedded.document()));
                } else if (value instanceof Value.Array array) {
                    return new Value.Array(
                            array.items().stream().map(this::rewritten).toList());
                }
                return wrong.apply(value);
            }
        });
    }

    private static Stream<Sabotage<TenantDocuments>> values() {
        return Stream.of(
                writing(
                        "longs are ints where they fit",
                        "valueComesOutAsItWentIn",
                        value -> value instanceof Value.Int64 number && number.value() == (int) number.value()
                                ? new Value.Int32((int) number.value())
                                : value),
                writing(
                        "negative zero is zero",
                        "valueComesOutAsItWentIn",
                        value -> value instanceof Value.Float64 number && number.value() == 0
                                ? new Value.Float64(0)
                                : value),
                writing(
                        "text ends with NUL",
                        "valueComesOutAsItWentIn",
                        value ->
                                value instanceof Value.Text text && text.value().indexOf('\0') >= 0
                                        ? new Value.Text(text.value()
                                                .substring(0, text.value().indexOf('\0')))
                                        : value),
                writing(
                        "binaries have no subtype",
                        "valuesOfAllKindsKeepCompanyInOneDocument",
                        value -> value instanceof Value.Binary binary ? new Value.Binary(0, binary.bytes()) : value),
                writing(
                        "empty timestamps are the present",
                        "emptyTimestampIsKept",
                        value -> value instanceof Value.Timestamp ? new Value.Timestamp(1_700_000_000L, 1) : value),
                writing(
                        "long text is cut",
                        "largeDocumentsAreKept",
                        value ->
                                value instanceof Value.Text text && text.value().length() > 100_000
                                        ? new Value.Text(text.value().substring(0, 100_000))
                                        : value),
                rewriting(
                        "fields are sorted",
                        "orderOfFieldsIsKept",
                        document -> Document.of(new LinkedHashMap<>(new TreeMap<>(document.fields())))),
                rewriting("names are trimmed", "nameOfAnyKindIsKept", document -> {
                    Map<String, Value> fields = new LinkedHashMap<>();
                    document.fields().forEach((name, value) -> fields.put(name.strip(), value));
                    return Document.of(fields);
                }),
                rewriting(
                        "depth ends",
                        "deepestDocumentIsKept",
                        document ->
                                document.get("d").isPresent() ? Document.of(Map.of("_id", document.id())) : document),
                rewriting("fields end", "documentWithManyFieldsIsKept", document -> {
                    Map<String, Value> fields = new LinkedHashMap<>();
                    document.fields().entrySet().stream()
                            .limit(1_000)
                            .forEach(field -> fields.put(field.getKey(), field.getValue()));
                    return Document.of(fields);
                }));
    }

    private static Sabotage<TenantDocuments> rewriting(String what, String seenBy, UnaryOperator<Document> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantDocuments() {
            @Override
            protected Document written(Document document) {
                return wrong.apply(document);
            }
        });
    }

    /** What is kept belongs to a name, not to the collection that has it. */
    private static class ByName extends ReferenceTenantData {

        private final Map<String, Kept> named = new HashMap<>();

        @Override
        protected Kept of(TenantScope scope) {
            if (!isThere(scope)) {
                throw new TenantMovedException();
            }
            return named.computeIfAbsent(key(scope.collection()), name -> new Kept(marker(scope)));
        }

        String key(CollectionName name) {
            return name.value();
        }
    }

    private static Stream<Sabotage<TenantDocuments>> moves() {
        Supplier<ReferenceTenantData> anyIncarnation = () -> new ByName() {
            @Override
            protected boolean isThere(TenantScope scope) {
                return collections.find(scope.collection()).isPresent();
            }
        };
        Supplier<ReferenceTenantData> madeForWhoeverAsks = () -> new ReferenceTenantData() {
            @Override
            protected Kept of(TenantScope scope) {
                Document marker = Documents.document(
                        "_id", new Value.ObjectId(scope.organization().value()));
                return kept.computeIfAbsent(scope.incarnation(), incarnation -> new Kept(marker));
            }
        };
        return Stream.of(
                over("the name is enough", "lateCallLeavesASuccessorOfTheNameAlone", anyIncarnation),
                over("the name is what counts", "successorOfARenamedOneIsLeftAlone", anyIncarnation),
                over("private is public", "hiddenScopeReachesNoPublicCollection", () -> new ReferenceTenantData() {
                    @Override
                    protected boolean isThere(TenantScope scope) {
                        return super.isThere(scope) || collections.isPresent(scope.collection(), scope.incarnation());
                    }
                }),
                over(
                        "private once is private for good",
                        "hiddenScopeReachesThePrivateCollectionUntilItIsPublic",
                        () -> new ReferenceTenantData() {
                            @Override
                            protected boolean isThere(TenantScope scope) {
                                return super.isThere(scope)
                                        || (scope.isHidden() && kept.containsKey(scope.incarnation()));
                            }
                        }),
                over(
                        "one organization, one collection",
                        "organizationMayHaveAPrivateCollectionBesideItsPublicOne",
                        () -> new ReferenceTenantData() {
                            private final Map<OrganizationId, Kept> byOwner = new HashMap<>();

                            @Override
                            protected Kept of(TenantScope scope) {
                                Kept own = super.of(scope);
                                return byOwner.computeIfAbsent(scope.organization(), any -> own);
                            }
                        }),
                over("a rename loses everything", "renameTakesTheDocumentsAlong", ByName::new),
                over("a name is inherited", "writersDuringADropLeaveNothingBehind", ByName::new),
                over("what was dropped lives on", "droppedCollectionIsGoneForEveryCall", madeForWhoeverAsks),
                over("a collection is made for whoever asks", "collectionThatNeverWasIsNotMade", madeForWhoeverAsks),
                over(
                        "a collection is there before it is public",
                        "collectionThatNobodySeesYetIsNotReached",
                        madeForWhoeverAsks),
                new Sabotage<>(
                        "what has moved is empty",
                        "newNameWorksAndTheOldOneDoesTooOrSaysSo",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public long count(TenantScope scope, Filter filter) {
                                try {
                                    return super.count(scope, filter);
                                } catch (TenantMovedException e) {
                                    return 0;
                                }
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> isolation() {
        return Stream.of(
                over("all are one", "sameIdsAndValuesBelongToEach", Shared::new),
                over("all see all", "documentOfAnotherIsNotThere", Shared::new),
                over("names are alike", "namesThatDifferLittleAreNotOne", () -> new ByName() {
                    @Override
                    String key(CollectionName name) {
                        return name.value().replace("_", "");
                    }
                }),
                over("who goes takes all along", "dropOfOneLeavesTheOther", () -> new ReferenceTenantData() {
                    @Override
                    protected boolean isThere(TenantScope scope) {
                        return super.isThere(scope) && kept.keySet().stream().allMatch(collections::isOpen);
                    }
                }),
                new Sabotage<>(
                        "an alternative leaks",
                        "filterOfAnyKindMeansTheOwnDocumentsOnly",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected List<Document> matching(TenantScope scope, Filter filter) {
                                return filter instanceof Filter.Or ? everybodys(this) : super.matching(scope, filter);
                            }
                        }),
                new Sabotage<>(
                        "an order leaks",
                        "orderOfAnyKindShowsTheOwnDocumentsOnly",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public DocumentPage find(TenantScope scope, DocumentQuery query) {
                                return query.sort()
                                                .keys()
                                                .get(0)
                                                .path()
                                                .dotted()
                                                .contains("'")
                                        ? new DocumentPage(everybodys(this), Optional.empty())
                                        : super.find(scope, query);
                            }
                        }),
                new Sabotage<>(
                        "a place is a key",
                        "placeInTheListOfAnotherIsOnlyAPlace",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public DocumentPage find(TenantScope scope, DocumentQuery query) {
                                return query.after().isPresent()
                                        ? new DocumentPage(everybodys(this), Optional.empty())
                                        : super.find(scope, query);
                            }
                        }),
                new Sabotage<>(
                        "every marker's id is taken",
                        "markersOfOthersAreLikeAnyId",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                boolean taken = data.all().stream()
                                        .anyMatch(kept ->
                                                isMarker(kept, batch.get(0).id()));
                                return taken ? new InsertOutcome.IdTaken(0) : super.insert(scope, batch, quota);
                            }
                        }));
    }

    private static List<Document> everybodys(ReferenceTenantDocuments documents) {
        return documents.data.all().stream()
                .flatMap(kept -> kept.own().stream())
                .toList();
    }

    /** All organizations keep what they have in one place. */
    private static final class Shared extends ReferenceTenantData {

        private final List<Kept> one = new ArrayList<>();

        @Override
        protected Kept of(TenantScope scope) {
            if (!isThere(scope)) {
                throw new TenantMovedException();
            }
            if (one.isEmpty()) {
                one.add(new Kept(marker(scope)));
            }
            return one.get(0);
        }
    }
}
