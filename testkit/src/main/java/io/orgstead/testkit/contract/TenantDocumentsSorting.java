package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.by;
import static io.orgstead.testkit.Documents.decimal;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of what is listed: MongoDB's own. */
abstract class TenantDocumentsSorting extends TenantDocumentsValues {

    private static final List<Value> LEAST_TO_GREATEST = List.of(
            new Value.MinKey(),
            Value.Null.INSTANCE,
            value(Double.NaN),
            value(Double.NEGATIVE_INFINITY),
            value(Long.MIN_VALUE),
            value(-1),
            decimal("-0.5"),
            value(0.0),
            decimal("1E-6176"),
            value(Double.MIN_VALUE),
            decimal("0.1"),
            value(0.1),
            value(1L),
            decimal("1.5"),
            value(2.0),
            value((double) (1L << 53)),
            value((1L << 53) + 1),
            decimal("9007199254740993.5"),
            value(Long.MAX_VALUE),
            value(1e300),
            decimal("Infinity"),
            value(""),
            value("\0"),
            value("A"),
            value("a"),
            value("a\0"),
            value("aa"),
            value("b"),
            value("\u00e9"),
            value("\uffff"),
            value("\ud83d\ude00"),
            value(Document.empty()),
            value(document("a", 1)),
            value(document("a", 1, "b", 1)),
            value(document("b", 1)),
            value(document("a", "text")),
            new Value.Binary(0, Bytes.of(new byte[] {-1})),
            new Value.Binary(5, Bytes.of(new byte[] {0})),
            new Value.Binary(0, Bytes.of(new byte[] {0, 1})),
            new Value.ObjectId("0".repeat(24)),
            new Value.ObjectId("f".repeat(24)),
            value(false),
            value(true),
            new Value.Date(-1),
            new Value.Date(0),
            new Value.Timestamp(1, 1),
            new Value.Timestamp(1, 2),
            new Value.Regex("a", ""),
            new Value.Regex("a", "i"),
            new Value.Regex("b", ""),
            new Value.MaxKey());

    /** One document for each, the ids and the order of insertion against the order of the values. */
    private List<Document> insertLeastToGreatest() {
        List<Document> added = IntStream.range(0, LEAST_TO_GREATEST.size())
                .mapToObj(i -> document("_id", String.format("%03d", 999 - i), "v", LEAST_TO_GREATEST.get(i)))
                .toList();
        insert(scope, reversed(added));
        return added;
    }

    private static List<Document> reversed(List<Document> list) {
        List<Document> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private List<Document> sorted(SortOrder sort) {
        return pages(scope, Filter.all(), sort);
    }

    @Test
    void valuesOfAllTypesAreInOneOrder() {
        List<Document> added = insertLeastToGreatest();

        assertThat(ids(sorted(by("v")))).isEqualTo(ids(added));
        assertThat(ids(sorted(by("-v")))).isEqualTo(ids(reversed(added)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void pagesGoAcrossTypes(int limit) {
        List<Document> added = insertLeastToGreatest();

        assertThat(ids(pages(scope, Filter.all(), by("v"), limit))).isEqualTo(ids(added));
        assertThat(ids(pages(scope, Filter.all(), by("-v"), limit))).isEqualTo(ids(reversed(added)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void equalNumbersOfAllTypesShareAPlace(int limit) {
        Document a = document("_id", "a", "n", 1.0);
        Document b = document("_id", "b", "n", 1L);
        Document c = document("_id", "c", "n", decimal("1.00"));
        Document d = document("_id", "d", "n", 1);
        Document less = document("_id", "e", "n", 0);
        insert(d, less, b, a, c);

        assertThat(pages(scope, Filter.all(), by("n"), limit)).containsExactly(less, a, b, c, d);
        assertThat(pages(scope, Filter.all(), by("-n"), limit)).containsExactly(a, b, c, d, less);
        assertThat(pages(scope, Filter.all(), by("-n", "-_id"), limit)).containsExactly(d, c, b, a, less);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void arraysAreSortedByLeastAndGreatestItem(int limit) {
        Document none = document("_id", "0", "a", list());
        Document missing = document("_id", "1");
        Document isNull = document("_id", "2", "a", Value.Null.INSTANCE);
        Document wide = document("_id", "3", "a", list(5, 1, 9));
        Document narrow = document("_id", "4", "a", list(4));
        Document plain = document("_id", "5", "a", 6);
        Document mixed = document("_id", "6", "a", list("x", 7));
        insert(mixed, plain, narrow, wide, isNull, missing, none);

        assertThat(pages(scope, Filter.all(), by("a"), limit))
                .containsExactly(none, missing, isNull, wide, narrow, plain, mixed);
        assertThat(pages(scope, Filter.all(), by("-a"), limit))
                .containsExactly(mixed, wide, plain, narrow, missing, isNull, none);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void pathsGoThroughDocumentsAndArrays(int limit) {
        Document inside = document("_id", "1", "l", document("p", 3));
        Document several = document("_id", "2", "l", list(document("p", 9), document("p", 1)));
        Document none = document("_id", "3", "l", list());
        Document other = document("_id", "4", "l", 5);
        insert(inside, several, none, other);

        assertThat(pages(scope, Filter.all(), by("l.p"), limit)).containsExactly(none, other, several, inside);
        assertThat(pages(scope, Filter.all(), by("-l.p"), limit)).containsExactly(several, inside, none, other);
    }

    @Test
    void laterFieldsDecideBetweenEquals() {
        Document a = document("_id", "a", "x", 1, "y", "low", "z", 2);
        Document b = document("_id", "b", "x", 1, "y", "high", "z", 1);
        Document c = document("_id", "c", "x", 0, "y", "low", "z", 1);
        Document d = document("_id", "d", "y", "low", "z", 1);
        insert(a, b, c, d);

        assertThat(sorted(by("x", "y"))).containsExactly(d, c, b, a);
        assertThat(sorted(by("x", "-y"))).containsExactly(d, c, a, b);
        assertThat(sorted(by("-x", "y"))).containsExactly(b, a, c, d);
        assertThat(sorted(by("z", "-x", "-y"))).containsExactly(b, c, d, a);
        assertThat(sorted(by("y", "z", "-_id"))).containsExactly(b, d, c, a);
    }

    @Test
    void idsAreOrderedByTypeAndByCodePoint() {
        Document upper = document("_id", "B");
        Document lower = document("_id", "a");
        Document longer = document("_id", "a ");
        Document bmp = document("_id", "\uffff");
        Document astral = document("_id", "\ud83d\ude00");
        Document low = document("_id", new Value.ObjectId("0".repeat(23) + "1"));
        Document high = document("_id", new Value.ObjectId("f".repeat(24)));
        insert(high, astral, lower, low, bmp, upper, longer);
        List<Document> ordered = List.of(upper, lower, longer, bmp, astral, low, high);

        assertThat(sorted(SortOrder.BY_ID)).isEqualTo(ordered);
        assertThat(sorted(by("-_id"))).isEqualTo(reversed(ordered));
        assertThat(pages(scope, Filter.all(), SortOrder.BY_ID, 1)).isEqualTo(ordered);
        List<Document> scanned = new ArrayList<>();
        documents.scan(scope, Optional.empty(), scanned::add);
        assertThat(scanned).isEqualTo(ordered);
    }
}
