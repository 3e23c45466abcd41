package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.by;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents are listed, page by page. */
abstract class TenantDocumentsPages extends TenantDocumentsSorting {

    private List<Document> insertNumbered(int count) {
        List<Document> added = IntStream.range(0, count)
                .mapToObj(i -> samples.document("n", i, "third", i % 3, "even", i % 2 == 0))
                .toList();
        insert(scope, added);
        return added;
    }

    private DocumentPage page(Filter filter, SortOrder sort, int limit, Optional<SortPosition> after) {
        return documents.find(scope, query(filter, sort, limit, after));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 21, 1_000})
    void everyDocumentIsOnOnePage(int limit) {
        List<Document> added = insertNumbered(20);

        assertThat(pages(scope, Filter.all(), SortOrder.BY_ID, limit)).containsExactlyElementsOf(added);
        assertThat(pages(scope, equal("even", true), by("-n"), limit))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void tiesAreOnOnePageToo(int limit) {
        List<Document> added = insertNumbered(50);

        for (SortOrder sort :
                List.of(by("third"), by("-third"), by("even", "-third"), by("missing"), by("third", "-_id"))) {
            assertThat(pages(scope, Filter.all(), sort, limit))
                    .containsExactlyElementsOf(pages(scope, Filter.all(), sort))
                    .containsExactlyInAnyOrderElementsOf(added);
        }
    }

    @Test
    void pageThatEndsWithTheLastDocumentHasNoNext() {
        List<Document> added = insertNumbered(10);

        DocumentPage first = page(Filter.all(), by("n"), 5, Optional.empty());
        DocumentPage second = page(Filter.all(), by("n"), 5, first.next());

        assertThat(first.documents()).containsExactlyElementsOf(added.subList(0, 5));
        assertThat(first.next().orElseThrow().keys())
                .containsExactly(new Value.Int32(4), added.get(4).id());
        assertThat(second.documents()).containsExactlyElementsOf(added.subList(5, 10));
        assertThat(second.next()).isEmpty();
        assertThat(page(Filter.all(), by("n"), 10, Optional.empty()).next()).isEmpty();
        assertThat(page(Filter.all(), by("n"), 9, Optional.empty()).next()).isPresent();
    }

    @Test
    void pageOfNothingIsEmpty() {
        Document added = insertNumbered(1).get(0);

        DocumentPage none = page(equal("n", 7), SortOrder.BY_ID, 10, Optional.empty());
        DocumentPage one = page(equal("n", 0), SortOrder.BY_ID, 10, Optional.empty());

        assertThat(none).isEqualTo(new DocumentPage(List.of(), Optional.empty()));
        assertThat(one).isEqualTo(new DocumentPage(List.of(added), Optional.empty()));
    }

    @Test
    void pageBeginsBehindAPlaceWhereNothingIs() {
        List<Document> added = insertNumbered(10);
        SortPosition place = new SortPosition(List.<Value>of(new Value.Float64(4.5), new Value.Text("nobody")));

        assertThat(page(Filter.all(), by("n"), 3, Optional.of(place)).documents())
                .containsExactlyElementsOf(added.subList(5, 8));
        assertThat(page(Filter.all(), by("-n"), 3, Optional.of(place)).documents())
                .containsExactly(added.get(4), added.get(3), added.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "-n", "third", "_id", "-_id"})
    void changesBetweenPagesDoNotDisturbOthers(String field) {
        List<Document> lasting = new ArrayList<>(insertNumbered(30));
        List<Document> seen = new ArrayList<>();
        Optional<SortPosition> after = Optional.empty();
        int round = 0;
        do {
            DocumentPage next = page(Filter.all(), by(field), 4, after);
            seen.addAll(next.documents());
            after = next.next();
            round++;
            insert(
                    samples.document("n", round, "third", 1),
                    document("_id", "first" + round, "n", -round, "third", -1),
                    document("_id", new Value.ObjectId(String.format("ff%022x", round)), "n", 100 + round));
            Document last = next.documents().get(next.documents().size() - 1);
            assertThat(documents.delete(scope, last)).isTrue();
        } while (after.isPresent() && round < 200);

        assertThat(round).isLessThan(200);
        assertThat(seen).doesNotHaveDuplicates().containsAll(lasting);
    }

    @Test
    void onlyTheFieldsAskedForAreShown() {
        Document added = samples.document("c", 1, "b", document("x", 1, "y", 2), "a", list(document("x", 3, "y", 4)));
        insert(added);

        assertThat(shown(Projection.Kind.ONLY, "b", "c"))
                .isEqualTo(document("c", 1, "b", document("x", 1, "y", 2)).withId(added.id()));
        assertThat(shown(Projection.Kind.ONLY, "a.x", "b.y"))
                .isEqualTo(document("b", document("y", 2), "a", list(document("x", 3)))
                        .withId(added.id()));
        assertThat(shown(Projection.Kind.ONLY, "missing")).isEqualTo(document().withId(added.id()));
        assertThat(shown(Projection.Kind.WITHOUT, "b", "a.y"))
                .isEqualTo(document("c", 1, "a", list(document("x", 3))).withId(added.id()));
        assertThat(shown(Projection.Kind.WITHOUT, "missing", "b.z")).isEqualTo(added);
    }

    private Document shown(Projection.Kind kind, String... paths) {
        List<FieldPath> fields = Stream.of(paths).map(FieldPath::new).toList();
        DocumentQuery query =
                new DocumentQuery(Filter.all(), SortOrder.BY_ID, new Projection(kind, fields), 10, Optional.empty());
        List<Document> found = documents.find(scope, query).documents();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void fieldNotShownStillFiltersAndSorts() {
        List<Document> added = insertNumbered(5);
        Projection projection = new Projection(Projection.Kind.ONLY, List.of(new FieldPath("even")));
        DocumentQuery first = new DocumentQuery(where("n", Operator.GTE, 1), by("-n"), projection, 2, Optional.empty());

        DocumentPage page = documents.find(scope, first);
        DocumentPage next =
                documents.find(scope, new DocumentQuery(first.filter(), first.sort(), projection, 2, page.next()));

        assertThat(page.documents()).containsExactly(evenOf(added.get(4)), evenOf(added.get(3)));
        assertThat(next.documents()).containsExactly(evenOf(added.get(2)), evenOf(added.get(1)));
        assertThat(next.next()).isEmpty();
    }

    private static Document evenOf(Document document) {
        return document("even", document.get("even").orElseThrow()).withId(document.id());
    }

    @Test
    void countIsOfWhatTheFilterMeans() {
        insertNumbered(50);

        assertThat(documents.count(scope, Filter.all())).isEqualTo(50);
        assertThat(documents.count(scope, equal("third", 0))).isEqualTo(17);
        assertThat(documents.count(scope, equal("even", true))).isEqualTo(25);
        assertThat(documents.count(scope, where("n", Operator.GT, 44))).isEqualTo(5);
        assertThat(documents.count(scope, new Filter.And(List.of(equal("third", 0), equal("even", true)))))
                .isEqualTo(9);
        assertThat(documents.count(scope, new Filter.Or(List.of(equal("n", 1), equal("n", 2), equal("n", 99)))))
                .isEqualTo(2);
        assertThat(documents.count(scope, new Filter.Nor(List.of(equal("third", 0)))))
                .isEqualTo(33);
        assertThat(documents.count(scope, equal("missing", 1))).isZero();
    }
}
