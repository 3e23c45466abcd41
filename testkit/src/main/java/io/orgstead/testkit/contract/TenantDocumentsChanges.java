package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.decimal;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.Value;
import io.orgstead.testkit.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents are replaced and removed, only as long as they are what they were taken for. */
abstract class TenantDocumentsChanges extends TenantDocumentsPages {

    ReplaceOutcome replace(Document expected, Document replacement) {
        return documents.replace(scope, expected, replacement, Quota.UNLIMITED);
    }

    @Test
    void replacementTakesThePlaceOfTheWhole() {
        Document stored = samples.document("a", 1, "b", 2);
        Document other = samples.document("a", 1, "b", 2);
        insert(stored, other);
        Document next = document("c", list(3), "a", "x").withId(stored.id());

        assertThat(replace(stored, next)).isEqualTo(new ReplaceOutcome.Replaced());

        assertThat(documents.findById(scope, stored.id())).contains(next);
        assertThat(documents.count(scope, equal("b", 2))).isEqualTo(1);
        expectKept(next, other);
        assertThat(replace(next, stored)).isEqualTo(new ReplaceOutcome.Replaced());
        expectKept(stored, other);
    }

    @Test
    void replacementByTheSameIsOne() {
        Document stored = samples.document("a", 1);
        insert(stored);

        assertThat(replace(stored, stored)).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(replace(stored, stored)).isEqualTo(new ReplaceOutcome.Replaced());

        expectKept(stored);
    }

    @Test
    void replacementOfWhatHasChangedIsStale() {
        Document stored = samples.document("a", 1);
        insert(stored);
        Document first = document("a", 2).withId(stored.id());
        Document late = document("a", 3).withId(stored.id());
        assertThat(replace(stored, first)).isEqualTo(new ReplaceOutcome.Replaced());

        assertThat(replace(stored, late)).isEqualTo(new ReplaceOutcome.Stale());
        assertThat(documents.delete(scope, stored)).isFalse();

        expectKept(first);
    }

    @Test
    void whatIsNotThereIsNeitherReplacedNorRemoved() {
        Document stored = samples.document("a", 1);
        Document missing = samples.document("a", 1);
        insert(stored);

        assertThat(replace(missing, missing)).isEqualTo(new ReplaceOutcome.Stale());
        assertThat(documents.delete(scope, missing)).isFalse();
        assertThat(documents.delete(scope, stored)).isTrue();
        assertThat(documents.delete(scope, stored)).isFalse();
        assertThat(replace(stored, stored)).isEqualTo(new ReplaceOutcome.Stale());

        expectKept();
    }

    /** Documents that a filter for equality, or a comparison of values, may take for one another. */
    static Stream<Arguments> mistakable() {
        Value nothing = Value.Null.INSTANCE;
        return Stream.of(
                Arguments.of(document("n", 1), document("n", 1L)),
                Arguments.of(document("n", 1L), document("n", 1.0)),
                Arguments.of(document("n", 1.0), document("n", decimal("1"))),
                Arguments.of(document("n", decimal("1.0")), document("n", decimal("1.00"))),
                Arguments.of(document("n", 0.0), document("n", -0.0)),
                Arguments.of(document("n", decimal("0")), document("n", decimal("-0"))),
                Arguments.of(document("n", Double.NaN), document("n", decimal("NaN"))),
                Arguments.of(document("l", list(1, 2)), document("l", list(1, 2L))),
                Arguments.of(document("d", document("n", 1)), document("d", document("n", 1L))),
                Arguments.of(document("a", 1, "b", 2), document("b", 2, "a", 1)),
                Arguments.of(document("d", document("a", 1, "b", 2)), document("d", document("b", 2, "a", 1))),
                Arguments.of(document("a", nothing), document()),
                Arguments.of(document("a", 1), document("a", 1, "b", 2)),
                Arguments.of(document("a", 1), document("a", list(1))),
                Arguments.of(document("a", list(1)), document("a", list(1, 2))),
                Arguments.of(document("a", list(1, 2)), document("a", list(2, 1))),
                Arguments.of(document("a", list()), document("a", nothing)),
                Arguments.of(document("a", document()), document("a", document("b", nothing))),
                Arguments.of(document("a", "x"), document("a", "X")),
                Arguments.of(document("a", "x"), document("a", "x ")),
                Arguments.of(document("a", "\u00e9"), document("a", "e\u0301")),
                Arguments.of(document("a", new Value.Regex("x", "")), document("a", "x")),
                Arguments.of(document("a", true), document("a", 1)));
    }

    @ParameterizedTest
    @MethodSource("mistakable")
    void documentIsNotTakenForAnother(Document one, Document another) {
        Document stored = one.withId(samples.objectId());
        Document expected = another.withId(stored.id());
        Document next = document("next", 1).withId(stored.id());
        insert(stored);

        assertThat(replace(expected, next)).isEqualTo(new ReplaceOutcome.Stale());
        assertThat(documents.delete(scope, expected)).isFalse();
        assertThat(documents.findById(scope, stored.id())).contains(stored);

        assertThat(replace(stored, expected)).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(replace(stored, next)).isEqualTo(new ReplaceOutcome.Stale());
        assertThat(documents.delete(scope, stored)).isFalse();
        expectKept(expected);
    }

    @Test
    void ofManyReplacingOneStateExactlyOneWins() {
        Document stored = samples.document("of", "nobody");
        insert(stored);
        List<Document> rivals = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> document("of", "x".repeat(i)).withId(stored.id()))
                .toList();

        Race<ReplaceOutcome> race = Race.of(runner -> () -> replace(stored, rivals.get(runner)));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results())
                .filteredOn(new ReplaceOutcome.Stale()::equals)
                .hasSize(Race.RUNNERS - 1);
        expectKept(rivals.get(race.results().indexOf(new ReplaceOutcome.Replaced())));
    }

    @Test
    void ofManyRemovingExactlyOneWins() {
        Document stored = samples.document("a", 1);
        Document other = samples.document("a", 1);
        insert(stored, other);

        Race<Boolean> race = Race.of(runner -> () -> documents.delete(scope, stored));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
        expectKept(other);
    }

    @Test
    void deleteAllRemovesWhatTheFilterMeans() {
        List<Document> added = IntStream.range(0, 50)
                .mapToObj(i -> samples.document("n", i, "third", i % 3))
                .toList();
        insert(scope, added);

        assertThat(documents.deleteAll(scope, equal("third", 0))).isEqualTo(17);
        assertThat(documents.deleteAll(scope, equal("third", 0))).isZero();
        assertThat(documents.deleteAll(scope, where("n", Operator.GTE, 40))).isEqualTo(7);
        assertThat(documents.deleteAll(scope, equal("_id", added.get(1).id()))).isEqualTo(1);

        List<Document> left = new ArrayList<>(added.subList(2, 40));
        left.removeIf(document -> document.get("third").orElseThrow().equals(new Value.Int32(0)));
        expectKept(scope, left);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 2_345})
    void deleteAllRemovesAnyNumber(int count) {
        insertMany(count);

        assertThat(documents.deleteAll(scope, Filter.all())).isEqualTo(count);

        expectKept();
        Document later = samples.document("n", 1);
        insert(later);
        expectKept(later);
    }

    private List<Document> insertMany(int count) {
        List<Document> added = IntStream.range(0, count)
                .mapToObj(i -> samples.document("n", i))
                .toList();
        for (int from = 0; from < count; from += 1_000) {
            insert(scope, added.subList(from, Math.min(from + 1_000, count)));
        }
        return added;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_345})
    void scanGoesThroughEverythingInOrder(int count) {
        List<Document> added = insertMany(count);
        List<Document> scanned = new ArrayList<>();

        documents.scan(scope, Optional.empty(), scanned::add);

        assertThat(scanned).containsExactlyElementsOf(added);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_500})
    void scanEndsWhenToldTo(int wanted) {
        List<Document> added = insertMany(2_000);
        List<Document> scanned = new ArrayList<>();

        documents.scan(scope, Optional.empty(), document -> {
            scanned.add(document);
            return scanned.size() < wanted;
        });

        assertThat(scanned).containsExactlyElementsOf(added.subList(0, wanted));
        expectKept(scope, added);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1_999})
    void scanBeginsBehindAnId(int position) {
        List<Document> added = insertMany(2_000);
        List<Document> scanned = new ArrayList<>();

        documents.scan(scope, Optional.of(added.get(position).id()), scanned::add);

        assertThat(scanned).containsExactlyElementsOf(added.subList(position + 1, 2_000));
    }

    @Test
    void scanBeginsBehindAnIdThatIsNotThere() {
        Document text = Document.empty().withId(new Value.Text("m"));
        Document hex = Document.empty().withId(new Value.ObjectId("800000000000000000000000"));
        insert(text, hex);
        for (Value before : List.of(new Value.Text("a"), new Value.Text("l\"'\\\u00e9"))) {
            assertThat(scannedAfter(before)).containsExactly(text, hex);
        }
        for (Value between :
                List.of(new Value.Text("m0"), new Value.Text("z"), new Value.ObjectId("7fffffffffffffffffffffff"))) {
            assertThat(scannedAfter(between)).containsExactly(hex);
        }
        assertThat(scannedAfter(new Value.ObjectId("ffffffffffffffffffffffff"))).isEmpty();
    }

    private List<Document> scannedAfter(Value id) {
        List<Document> scanned = new ArrayList<>();
        documents.scan(scope, Optional.of(id), scanned::add);
        return scanned;
    }

    @Test
    void whoScansKeepsNobodyFromWriting() {
        List<Document> added = insertMany(10);
        List<Value> scanned = new ArrayList<>();
        List<Object> written = new ArrayList<>();

        documents.scan(scope, Optional.empty(), document -> {
            scanned.add(document.id());
            Race<InsertOutcome> other = Race.between(List.of(() -> tryInsert(samples.document())));
            written.addAll(other.results());
            written.add(documents.delete(scope, document));
            return scanned.size() < 10;
        });

        assertThat(scanned).isEqualTo(ids(added));
        assertThat(written).hasSize(20).containsOnly(new InsertOutcome.Inserted(), true);
        assertThat(documents.count(scope, Filter.all())).isEqualTo(10);
    }
}
