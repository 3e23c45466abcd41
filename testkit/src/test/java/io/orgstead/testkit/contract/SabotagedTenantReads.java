package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tenant documents that are listed wrongly, each in one way. */
final class SabotagedTenantReads {

    private SabotagedTenantReads() {}

    static Stream<Sabotage<TenantDocuments>> all() {
        return Stream.of(pages(), contents(), orders(), meanings(), scans()).flatMap(sabotages -> sabotages);
    }

    private static Stream<Sabotage<TenantDocuments>> pages() {
        return Stream.of(
                new Sabotage<>(
                        "a full page has a next",
                        "pageThatEndsWithTheLastDocumentHasNoNext",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected Optional<SortPosition> next(DocumentQuery query, int found, List<Document> page) {
                                return super.next(query, page.size() == query.limit() ? found + 1 : found, page);
                            }
                        }),
                new Sabotage<>("no limit", "everyDocumentIsOnOnePage", () -> new ReferenceTenantDocuments() {
                    @Override
                    public DocumentPage find(TenantScope scope, DocumentQuery query) {
                        return super.find(
                                scope,
                                new DocumentQuery(
                                        query.filter(), query.sort(), query.projection(), 1_000, query.after()));
                    }
                }),
                new Sabotage<>("the page overlaps", "everyDocumentIsOnOnePage", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected boolean isBehind(Comparator<SortPosition> order, SortPosition after, SortPosition place) {
                        return order.compare(after, place) <= 0;
                    }
                }),
                new Sabotage<>("ties are left out", "tiesAreOnOnePageToo", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected boolean isBehind(Comparator<SortPosition> order, SortPosition after, SortPosition place) {
                        return super.isBehind(order, after, place)
                                && !(after.keys().size() > 1
                                        && after.keys()
                                                .get(0)
                                                .equals(place.keys().get(0)));
                    }
                }),
                new Sabotage<>(
                        "pages are counted off",
                        "changesBetweenPagesDoNotDisturbOthers",
                        () -> new ReferenceTenantDocuments() {
                            private final Map<SortPosition, Integer> offsets = new HashMap<>();

                            @Override
                            public DocumentPage find(TenantScope scope, DocumentQuery query) {
                                int from = query.after().map(offsets::get).orElse(0);
                                DocumentPage all = super.find(
                                        scope,
                                        new DocumentQuery(
                                                query.filter(),
                                                query.sort(),
                                                query.projection(),
                                                1_000,
                                                Optional.empty()));
                                int to = Math.min(
                                        from + query.limit(), all.documents().size());
                                DocumentPage before = super.find(
                                        scope,
                                        new DocumentQuery(
                                                query.filter(),
                                                query.sort(),
                                                query.projection(),
                                                Math.max(to, 1),
                                                Optional.empty()));
                                before.next().ifPresent(next -> offsets.put(next, to));
                                return new DocumentPage(all.documents().subList(Math.min(from, to), to), before.next());
                            }
                        }),
                new Sabotage<>(
                        "the place must be a document's",
                        "pageBeginsBehindAPlaceWhereNothingIs",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public DocumentPage find(TenantScope scope, DocumentQuery query) {
                                boolean known = query.after()
                                        .map(after -> findById(
                                                scope,
                                                after.keys().get(after.keys().size() - 1)))
                                        .map(Optional::isPresent)
                                        .orElse(true);
                                return known ? super.find(scope, query) : new DocumentPage(List.of(), Optional.empty());
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> contents() {
        return Stream.of(
                new Sabotage<>(
                        "everything is shown", "onlyTheFieldsAskedForAreShown", () -> new ReferenceTenantDocuments() {
                            @Override
                            public DocumentPage find(TenantScope scope, DocumentQuery query) {
                                return super.find(
                                        scope,
                                        new DocumentQuery(
                                                query.filter(),
                                                query.sort(),
                                                Projection.ALL,
                                                query.limit(),
                                                query.after()));
                            }
                        }),
                new Sabotage<>(
                        "what is not shown is not found",
                        "fieldNotShownStillFiltersAndSorts",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public DocumentPage find(TenantScope scope, DocumentQuery query) {
                                DocumentPage page = super.find(scope, query);
                                return new DocumentPage(
                                        page.documents().stream()
                                                .filter(document -> matches(query.filter(), document))
                                                .toList(),
                                        page.next());
                            }
                        }),
                new Sabotage<>(
                        "the count is of a page", "countIsOfWhatTheFilterMeans", () -> new ReferenceTenantDocuments() {
                            @Override
                            public long count(TenantScope scope, Filter filter) {
                                return Math.min(super.count(scope, filter), 20);
                            }
                        }),
                new Sabotage<>("nothing is something", "pageOfNothingIsEmpty", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected boolean matches(Filter filter, Document document) {
                        return true;
                    }
                }));
    }

    private static Sabotage<TenantDocuments> sorting(String what, String seenBy, Comparator<Value> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantDocuments() {
            @Override
            protected Comparator<SortPosition> order(SortOrder sort) {
                return (left, right) -> {
                    for (int i = 0; i < sort.keys().size(); i++) {
                        int difference =
                                wrong.compare(left.keys().get(i), right.keys().get(i));
                        if (difference != 0) {
                            return sort.keys().get(i).ascending() ? difference : -difference;
                        }
                    }
                    return 0;
                };
            }

            @Override
            protected Comparator<Value> scanOrder() {
                return wrong;
            }
        });
    }

    private static Stream<Sabotage<TenantDocuments>> orders() {
        Comparator<Value> byType = Comparator.comparing(Value::type);
        return Stream.of(
                sorting(
                        "numbers are in the order of their types",
                        "equalNumbersOfAllTypesShareAPlace",
                        byType.thenComparing(ValueOrder.COMPARATOR)),
                sorting(
                        "types are in the order of their numbers",
                        "valuesOfAllTypesAreInOneOrder",
                        byType.thenComparing(ValueOrder.COMPARATOR)),
                sorting(
                        "texts are in the order of UTF-16",
                        "idsAreOrderedByTypeAndByCodePoint",
                        (left, right) -> left instanceof Value.Text a && right instanceof Value.Text b
                                ? a.value().compareTo(b.value())
                                : ValueOrder.compare(left, right)),
                sorting(
                        "empty arrays are null",
                        "arraysAreSortedByLeastAndGreatestItem",
                        (left, right) -> ValueOrder.compare(
                                left instanceof Value.Foreign ? Value.Null.INSTANCE : left,
                                right instanceof Value.Foreign ? Value.Null.INSTANCE : right)),
                new Sabotage<>("always upwards", "pagesGoAcrossTypes", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected Comparator<SortPosition> order(SortOrder sort) {
                        return super.order(new SortOrder(sort.keys().stream()
                                .map(key -> new SortOrder.Key(key.path(), true))
                                .toList()));
                    }
                }),
                new Sabotage<>(
                        "only one field counts",
                        "laterFieldsDecideBetweenEquals",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected Comparator<SortPosition> order(SortOrder sort) {
                                return super.order(new SortOrder(
                                        List.of(
                                                        sort.keys().get(0),
                                                        sort.keys()
                                                                .get(sort.keys().size() - 1))
                                                .stream()
                                                .distinct()
                                                .toList()));
                            }
                        }),
                new Sabotage<>(
                        "paths are names", "pathsGoThroughDocumentsAndArrays", () -> new ReferenceTenantDocuments() {
                            @Override
                            protected Comparator<SortPosition> order(SortOrder sort) {
                                return sort.keys().get(0).path().dotted().contains(".")
                                        ? super.order(SortOrder.BY_ID)
                                        : super.order(sort);
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> meanings() {
        return Stream.of(
                new Sabotage<>(
                        "a missing field is no null",
                        "filterMeansWhatMongoDbMeans",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected boolean matches(Filter filter, Document document) {
                                return super.matches(filter, document)
                                        && !(filter instanceof Filter.Match match
                                                && match.condition() instanceof Condition.Compare compare
                                                && compare.value() instanceof Value.Null
                                                && document.get(match.path()
                                                                .names()
                                                                .get(0))
                                                        .isEmpty());
                            }
                        }),
                sorting(
                        "numbers are above text",
                        "orderIsMongoDbs",
                        (left, right) -> left.type().isNumber() && right instanceof Value.Text
                                ? 1
                                : left instanceof Value.Text && right.type().isNumber()
                                        ? -1
                                        : ValueOrder.compare(left, right)));
    }

    private static Stream<Sabotage<TenantDocuments>> scans() {
        return Stream.of(
                new Sabotage<>("a scan has no end", "scanEndsWhenToldTo", () -> new ReferenceTenantDocuments() {
                    @Override
                    public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
                        super.scan(
                                scope,
                                after,
                                document -> consumer.test(document)
                                        || document.get(Document.ID).isPresent());
                    }
                }),
                new Sabotage<>(
                        "a scan is a page", "scanGoesThroughEverythingInOrder", () -> new ReferenceTenantDocuments() {
                            @Override
                            public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
                                int[] seen = {0};
                                super.scan(scope, after, document -> consumer.test(document) && ++seen[0] < 1_000);
                            }
                        }),
                new Sabotage<>(
                        "a scan always begins at the beginning",
                        "scanBeginsBehindAnId",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
                                super.scan(scope, Optional.empty(), consumer);
                            }
                        }),
                new Sabotage<>(
                        "a scan begins only behind what is there",
                        "scanBeginsBehindAnIdThatIsNotThere",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
                                super.scan(
                                        scope,
                                        after.filter(id -> findById(scope, id).isPresent()),
                                        consumer);
                            }
                        }),
                new Sabotage<>(
                        "a scan sees the future",
                        "whoScansKeepsNobodyFromWriting",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
                                List<Document> first = matching(scope, Filter.all());
                                super.scan(scope, after, consumer);
                                for (Document document : matching(scope, Filter.all())) {
                                    if (!first.contains(document) && !consumer.test(document)) {
                                        return;
                                    }
                                }
                            }
                        }));
    }
}
