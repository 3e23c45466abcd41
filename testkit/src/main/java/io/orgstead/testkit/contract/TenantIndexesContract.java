package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.by;
import static io.orgstead.testkit.Documents.decimal;
import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link io.orgstead.domain.port.TenantIndexes} must do. An implementation's test extends this class and says how to
 * make the port, and the other two of the same store.
 */
public abstract class TenantIndexesContract extends TenantIndexesExpiry {

    private static final List<IndexDefinition> HELPFUL = List.of(
            plain("n", "n"),
            plain("n_desc", "-n"),
            plain("tags", "tags"),
            plain("sub", "sub.x"),
            plain("both", "n", "-tags"),
            plain("missing", "missing"),
            unique("with_id", "n", "_id"));

    private static List<Document> varied() {
        List<Object> numbers = List.<Object>of(
                0,
                1,
                1L,
                1.0,
                decimal("1.0"),
                2.5,
                -3,
                "1",
                "text",
                true,
                Value.Null.INSTANCE,
                list(1, 5),
                list(),
                document("x", 1));
        List<Document> varied = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String id = String.format("%02d", (i * 5) % numbers.size());
            varied.add(document("_id", id + "plain", "n", numbers.get(i)));
            varied.add(document("_id", id + "tags", "tags", numbers.get(i), "n", i));
            varied.add(document("_id", id + "sub", "sub", document("x", numbers.get(i)), "n", i % 3));
        }
        return varied;
    }

    private static Stream<Filter> questions() {
        Stream<Filter> compared = Stream.of("n", "tags", "sub.x", "missing")
                .flatMap(path -> Stream.of(Operator.values())
                        .flatMap(operator -> Stream.<Object>of(1, "1", 2.5, Value.Null.INSTANCE, true)
                                .map(operand -> where(path, operator, operand))));
        Stream<Filter> others = Stream.of("n", "tags", "sub.x")
                .map(FieldPath::new)
                .flatMap(path -> Stream.of(
                        new Filter.Match(path, new Condition.Exists(true)),
                        new Filter.Match(path, new Condition.Exists(false)),
                        new Filter.Match(path, new Condition.Size(2)),
                        new Filter.Match(
                                path, new Condition.In(List.<Value>of(new Value.Int64(1), new Value.Text("text"))))));
        return Stream.concat(
                Stream.of(
                        Filter.all(), new Filter.And(List.of(where("n", Operator.GT, 0), where("n", Operator.LT, 2)))),
                Stream.concat(compared, others));
    }

    private List<List<Value>> answers() {
        List<List<Value>> answers = new ArrayList<>();
        questions().forEach(filter -> {
            List<Value> found = ids(pages(scope, filter, SortOrder.BY_ID));
            assertThat(documents.count(scope, filter)).isEqualTo(found.size());
            answers.add(found);
        });
        for (SortOrder sort : List.of(by("n"), by("-n"), by("tags", "-n"), by("sub.x"), by("-missing", "n"))) {
            answers.add(ids(pages(scope, Filter.all(), sort, 7)));
        }
        return answers;
    }

    /** Every field that a filter or an order of these documents names at its beginning has an index. */
    private void indexed(TenantScope tenant, List<Document> kept) {
        Stream<Document> filters = FilterCases.all()
                .filter(question -> question.documents().equals(kept))
                .map(FilterCases.Case::filter);
        Stream<Document> orders = SortCases.all()
                .filter(question -> question.documents().equals(kept))
                .map(SortCases.Case::sort);
        List<String> fields = Stream.concat(filters, orders)
                .flatMap(question -> question.fields().keySet().stream())
                .filter(field -> !field.startsWith("$") && !field.equals(Document.ID))
                .distinct()
                .limit(LIMIT)
                .toList();
        for (int i = 0; i < fields.size(); i++) {
            assertThat(indexes.create(tenant, plain("on" + i, fields.get(i)), LIMIT))
                    .isIn(IndexOutcome.PRESENT, IndexOutcome.PARALLEL_ARRAYS);
        }
        assertThat(indexes.list(tenant)).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> filterMeansTheSameWithIndexes() {
        return filters(this::indexed);
    }

    @TestFactory
    Stream<DynamicTest> orderIsTheSameWithIndexes() {
        return orders(this::indexed);
    }

    @Test
    void indexChangesNoAnswer() {
        insert(scope, varied());
        List<List<Value>> before = answers();
        for (IndexDefinition index : HELPFUL) {
            create(index);
            assertThat(answers()).as("with %s", index).isEqualTo(before);
            assertThat(indexes.drop(scope, index.name())).isTrue();
        }
    }

    @Test
    void indexOverManyDocumentsHoldsThemAll() {
        List<Document> many = IntStream.range(0, 3_000)
                .mapToObj(i -> samples.document("n", i, "text", "value " + i))
                .toList();
        IntStream.range(0, 3).forEach(part -> insert(scope, many.subList(part * 1_000, (part + 1) * 1_000)));

        create(unique("u", "n"));

        assertThat(tryInsert(samples.document("n", 2_999L))).isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
        assertThat(pages(scope, equal("n", 1_500), SortOrder.BY_ID)).containsExactly(many.get(1_500));
        assertThat(pages(scope, where("n", Operator.GTE, 2_990), by("-n"), 3)).hasSize(10);
    }

    @Test
    void arraysInTwoFieldsKeepTheIndexOut() {
        Document stored = samples.document("a", list(1, 2), "b", list(3, 4));
        insert(stored);

        assertThat(tryCreate(plain("ab", "a", "b"))).isEqualTo(IndexOutcome.PARALLEL_ARRAYS);
        assertThat(tryCreate(unique("ab", "a", "b"))).isEqualTo(IndexOutcome.PARALLEL_ARRAYS);

        assertThat(indexes.list(scope)).isEmpty();
        create(plain("ac", "a", "c"));
        insert(samples.document("a", list(1, 2), "b", list(3, 4)));
    }

    @Test
    void arraysInTwoFieldsOfAnIndexAreKeptOut() {
        create(plain("ab", "a", "-b.c"));
        Document fits = samples.document("a", list(1, 2), "b", document("c", 1));
        Document stored = samples.document("a", 1, "b", list(document("c", 1), document("c", 2)));
        Document parallel = samples.document("a", list(1, 2), "b", list(document("c", 3), document("c", 4)));
        insert(fits, stored);

        assertThat(tryInsert(parallel)).isEqualTo(new InsertOutcome.ParallelArrays(0, "ab"));
        assertThat(tryInsert(samples.document("a", 1), parallel, samples.document("a", 2)))
                .isEqualTo(new InsertOutcome.ParallelArrays(1, "ab"));
        assertThat(replace(fits, parallel.withId(fits.id()))).isEqualTo(new ReplaceOutcome.ParallelArrays("ab"));

        expectKept(fits, stored);
        assertThat(indexes.drop(scope, "ab")).isTrue();
        insert(parallel);
    }

    @Test
    void fieldsOfOneArrayAreNotParallel() {
        create(unique("xy", "l.x", "l.y"));
        Document stored = samples.document("l", list(document("x", 1, "y", 1), document("x", 2, "y", 2)));

        insert(stored);
        insert(samples.document("l", list(document("x", 1, "y", 2))));

        assertThat(tryInsert(samples.document("l", document("x", 2, "y", 2))))
                .isEqualTo(new InsertOutcome.IndexViolated(0, "xy"));
    }
}
