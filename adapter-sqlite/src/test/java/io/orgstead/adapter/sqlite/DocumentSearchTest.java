package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.value;
import static io.orgstead.testkit.Documents.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.indexkeys.IndexPlan;
import io.orgstead.indexkeys.KeyBytes;
import io.orgstead.indexkeys.KeyRange;
import io.orgstead.indexkeys.UsableIndex;
import io.orgstead.testkit.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentSearchTest {

    private static final List<Operator> ORDERED = List.of(Operator.GT, Operator.GTE, Operator.LT, Operator.LTE);

    private static final List<UsableIndex> INDEXES = List.of(
            new UsableIndex(SampleTenant.index("one", "n"), false),
            new UsableIndex(SampleTenant.index("two", "-s", "n"), false),
            new UsableIndex(SampleTenant.index("many", "tags", "n"), true),
            new UsableIndex(SampleTenant.index("place", "a.0"), false));

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    private static Filter and(Filter... filters) {
        return new Filter.And(List.of(filters));
    }

    private static Filter in(String path, Object... values) {
        return new Filter.Match(
                new FieldPath(path),
                new Condition.In(Stream.of(values).map(Documents::value).toList()));
    }

    static Stream<Arguments> plans() {
        Value id = new Value.ObjectId("0".repeat(24));
        return Stream.of(
                Arguments.of(equal("_id", id), "ids"),
                Arguments.of(in("_id", id, "x"), "ids"),
                Arguments.of(and(equal("n", 1), equal("_id", "x")), "ids"),
                Arguments.of(equal("_id", 1), "all"),
                Arguments.of(where("_id", Operator.GT, id), "all"),
                Arguments.of(Filter.all(), "all"),
                Arguments.of(equal("n", 1), "index one"),
                Arguments.of(equal("n", document("x", 1)), "index one"),
                Arguments.of(in("n", 1, 2), "index one"),
                Arguments.of(where("n", Operator.GTE, 1), "index one"),
                Arguments.of(where("n", Operator.LT, 1), "index one"),
                Arguments.of(and(where("n", Operator.LT, 1), equal("x", 1)), "index one"),
                Arguments.of(and(equal("s", "x"), where("n", Operator.LT, 1)), "index two"),
                Arguments.of(and(equal("s", "x"), equal("n", 1)), "index two"),
                Arguments.of(equal("tags", "x"), "index many"),
                Arguments.of(where("n", Operator.NE, 1), "all"),
                Arguments.of(equal("n", Value.Null.INSTANCE), "all"),
                Arguments.of(in("n", 1, Value.Null.INSTANCE), "all"),
                Arguments.of(equal("n", List.of(1)), "all"),
                Arguments.of(where("n", Operator.GT, document()), "all"),
                Arguments.of(where("n", Operator.LT, Double.NaN), "all"),
                Arguments.of(where("n", Operator.LT, new Value.MaxKey()), "all"),
                Arguments.of(equal("a.0", 1), "all"),
                Arguments.of(new Filter.Or(List.of(equal("n", 1), equal("x", 1))), "all"),
                Arguments.of(new Filter.Nor(List.of(equal("n", 1))), "all"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void indexIsUsedWhereItHelps(Filter filter, String plan) {
        assertThat(IndexPlan.of(filter, INDEXES).summary()).isEqualTo(plan);
    }

    @Test
    void rangeIsBoundedOnBothSidesWhereNoDocumentHasSeveralEntries() {
        Filter between = and(where("n", Operator.GTE, 1), where("n", Operator.LT, 5));
        List<KeyRange> single = IndexPlan.of(between, List.of(new UsableIndex(SampleTenant.index("i", "n"), false)))
                .ranges();
        List<KeyRange> multi = IndexPlan.of(between, List.of(new UsableIndex(SampleTenant.index("i", "n"), true)))
                .ranges();

        assertThat(single.get(0).from()).isEqualTo(KeyBytes.of(value(1)));
        assertThat(single.get(0).before()).isEqualTo(KeyBytes.behind(KeyBytes.of(value(5))));
        assertThat(multi.get(0).from()).isEqualTo(KeyBytes.of(value(1)));
        assertThat(multi.get(0).before()).isEqualTo(KeyBytes.behind(KeyBytes.ofClass(value(5))));
    }

    /** Documents and filters at random, over indexes of every kind: no index may leave a document out. */
    @Test
    void indexesFindWhatTheFilterMeans() {
        Random random = new Random(7);
        SampleTenant tenant = new SampleTenant(stores.inMemory());
        tenant.indexes().create(tenant.scope(), SampleTenant.index("a", "a"), 9);
        tenant.indexes().create(tenant.scope(), SampleTenant.index("b_a", "-b", "a"), 9);
        tenant.indexes().create(tenant.scope(), SampleTenant.index("c_d", "c.x", "c.y"), 9);
        List<Document> stored = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            stored.add(tenant.samples()
                    .document("a", any(random, i % 2 == 0), "b", any(random, i % 2 == 1), "c", elements(random)));
        }
        tenant.insert(stored);

        for (int i = 0; i < 600; i++) {
            Filter filter = and(condition(random), condition(random), condition(random));
            assertThat(tenant.find(filter, SortOrder.BY_ID, 1_000).documents())
                    .as("%s", filter)
                    .containsExactlyElementsOf(stored.stream()
                            .filter(document -> FilterEvaluation.matches(filter, document))
                            .toList());
        }
    }

    private static Object scalar(Random random) {
        List<Object> scalars = List.of(0, 1, 2L, 2.0, 3, -1.5, "x", "y", "x".repeat(700), true, Value.Null.INSTANCE);
        return scalars.get(random.nextInt(scalars.size()));
    }

    private static Object any(Random random, boolean perhapsList) {
        return perhapsList && random.nextInt(4) == 0
                ? List.of(scalar(random), scalar(random))
                : random.nextInt(6) == 0 ? document("k", scalar(random)) : scalar(random);
    }

    private static Object elements(Random random) {
        return random.nextBoolean()
                ? document("x", scalar(random), "y", scalar(random))
                : List.of(
                        document("x", scalar(random), "y", scalar(random)),
                        document("x", scalar(random)),
                        scalar(random));
    }

    private static Filter condition(Random random) {
        String path = List.of("a", "b", "c.x", "c.y").get(random.nextInt(4));
        return switch (random.nextInt(5)) {
            case 0 -> in(path, scalar(random), scalar(random));
            case 1 -> equal(path, random.nextInt(4) == 0 ? document("k", scalar(random)) : scalar(random));
            default -> where(path, ORDERED.get(random.nextInt(4)), scalar(random));
        };
    }
}
