package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.by;
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
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.SafeRegex;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueType;
import io.orgstead.domain.failure.QueryRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization never gets at another's documents, whatever it asks for. */
abstract class TenantDocumentsIsolation extends TenantDocumentsMoves {

    private static final Document SHARED = document("_id", "shared", "n", 1, "secret", "of both");

    private TenantScope other;
    private List<Document> others;

    @BeforeEach
    void openOther() {
        other = newTenant();
        others = List.of(
                SHARED,
                document(
                        "_id",
                        "other's",
                        "n",
                        2,
                        "secret",
                        "of the other",
                        "organization",
                        scope.organization().value()),
                document("_id", new Value.ObjectId("0".repeat(24)), "n", 0),
                document("_id", new Value.ObjectId("f".repeat(24)), "n", 9, "secret", list("a", "b")));
    }

    @Test
    void sameIdsAndValuesBelongToEach() {
        insert(other, others);
        insert(scope, others);

        expectKept(other, others);
        expectKept(scope, others);
        assertThat(tryInsert(SHARED)).isEqualTo(new InsertOutcome.IdTaken(0));
        Document next = document("_id", "shared", "n", 3);
        assertThat(replace(SHARED, next)).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(documents.findById(other, SHARED.id())).contains(SHARED);
        assertThat(documents.delete(scope, next)).isTrue();
        assertThat(documents.deleteAll(scope, Filter.all())).isEqualTo(3);
        expectKept(other, others);
        expectKept();
    }

    @Test
    void documentOfAnotherIsNotThere() {
        insert(other, others);
        Document own = samples.document("n", 1);
        insert(own);

        for (Document foreign : others) {
            assertThat(documents.findById(scope, foreign.id())).isEmpty();
            assertThat(documents.delete(scope, foreign)).isFalse();
            assertThat(documents.replace(scope, foreign, foreign, Quota.UNLIMITED))
                    .isEqualTo(new ReplaceOutcome.Stale());
            assertThat(documents.deleteAll(scope, equal("_id", foreign.id()))).isZero();
        }
        List<Document> scanned = new ArrayList<>();
        documents.scan(scope, Optional.empty(), scanned::add);

        assertThat(scanned).containsExactly(own);
        expectKept(own);
        expectKept(other, others);
    }

    @Test
    void markersOfOthersAreLikeAnyId() {
        Document own = document("n", 1).withId(markerId(other));

        insert(own);
        insert(other, List.of(document("n", 1).withId(markerId(scope))));

        expectKept(own);
        assertThat(documents.delete(scope, own)).isTrue();
        expectKept();
        expectKept(other, List.of(document("n", 1).withId(markerId(scope))));
    }

    /** Filters that mean everything, or that would if names and values were put into a query as they are. */
    static Stream<Filter> hostile() {
        return Stream.concat(
                Stream.of(
                        Filter.all(),
                        new Filter.Or(List.of(Filter.all(), equal("n", 1))),
                        new Filter.Nor(List.of(equal("n", 77))),
                        new Filter.Nor(List.of(new Filter.Nor(List.of(Filter.all())))),
                        where("n", Operator.NE, 77),
                        where("_id", Operator.GT, new Value.MinKey()),
                        where("_id", Operator.NE, Value.Null.INSTANCE),
                        new Filter.Match(new FieldPath("n"), new Condition.NotIn(List.of())),
                        new Filter.Match(FieldPath.ID, new Condition.Exists(true)),
                        new Filter.Match(new FieldPath("missing"), new Condition.Exists(false)),
                        new Filter.Match(
                                FieldPath.ID, new Condition.OfType(Set.of(ValueType.STRING, ValueType.OBJECT_ID))),
                        new Filter.Match(
                                new FieldPath("n"),
                                new Condition.Not(List.of(new Condition.Compare(Operator.EQ, new Value.Int32(77))))),
                        new Filter.Match(FieldPath.ID, new Condition.MatchesRegex(new SafeRegex("", ""))),
                        new Filter.Match(FieldPath.ID, new Condition.MatchesRegex(new SafeRegex("other", "i")))),
                Stream.of(
                                "organization",
                                "organization_id",
                                "tenant",
                                "tenant_id",
                                "t",
                                "_t",
                                "_tenant",
                                "org",
                                "org_other.n",
                                "collection",
                                "id",
                                "_id.t",
                                "_id.org",
                                "rowid",
                                "x' OR '1'='1",
                                "x') OR 1=1 --",
                                "x\" OR \"1\"=\"1",
                                "x\"); DELETE FROM documents; --",
                                "x\\",
                                "x[0]",
                                "x->y",
                                "*",
                                "#",
                                "@",
                                "x\"}, {\"$or\": [{}",
                                "? OR 1")
                        .flatMap(path -> Stream.of(
                                where(path, Operator.NE, "' OR 1=1 --"),
                                equal(path, "' OR '1'='1"),
                                equal(path, document("x", "\"}, {\"$ne\": null}")),
                                new Filter.Match(new FieldPath(path), new Condition.Exists(true)))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void filterOfAnyKindMeansTheOwnDocumentsOnly(Filter filter) {
        insert(other, others);
        List<Document> own = List.of(samples.document("n", 1), document("_id", "own", "n", 2));
        insert(scope, own);
        long counted = 0;
        try {
            counted = documents.count(scope, filter);
            assertThat(own).containsAll(pages(scope, filter, by("secret", "-n"), 1));
            assertThat(pages(scope, filter, SortOrder.BY_ID)).hasSize((int) counted);
            assertThat(documents.deleteAll(scope, filter)).isEqualTo(counted);
        } catch (QueryRefusedException refused) {
            assertThat(counted).isZero();
        }

        assertThat(own).containsAll(everything());
        assertThat(everything()).hasSize(own.size() - (int) counted);
        expectKept(other, others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"organization", "tenant", "_tenant.x", "x' OR '1'='1", "x\"); --", "x[0]", "rowid", "-rowid"})
    void orderOfAnyKindShowsTheOwnDocumentsOnly(String field) {
        insert(other, others);
        List<Document> own = List.of(samples.document("n", 1), document("_id", "own", "n", 2, "secret", "mine"));
        insert(scope, own);

        assertThat(pages(scope, Filter.all(), by(field, "secret"), 1)).containsExactlyInAnyOrderElementsOf(own);
        assertThat(ids(own)).isNotEqualTo(ids(others));
    }

    @Test
    void placeInTheListOfAnotherIsOnlyAPlace() {
        insert(other, others);
        Document own = document("_id", "zzz", "n", 5);
        insert(own);
        SortPosition stolen = documents
                .find(other, query(Filter.all(), by("n"), 1, Optional.empty()))
                .next()
                .orElseThrow();

        assertThat(documents
                        .find(scope, query(Filter.all(), by("n"), 10, Optional.of(stolen)))
                        .documents())
                .containsExactly(own);
    }

    @Test
    void dropOfOneLeavesTheOther() {
        insert(other, others);
        insert(scope, others);

        collections.drop(scope.collection(), scope.incarnation());

        expectMoved(() -> documents.count(scope, Filter.all()));
        expectKept(other, others);
    }

    @Test
    void namesThatDifferLittleAreNotOne() {
        TenantScope shorter = publish(samples.foreign("A", "org_a"));
        TenantScope longer = publish(samples.foreign("AA", "org_aa"));
        TenantScope underscored = publish(samples.foreign("A_", "org_a_"));

        insert(shorter, List.of(SHARED));
        insert(underscored, others);

        expectKept(shorter, List.of(SHARED));
        expectKept(longer, List.of());
        expectKept(underscored, others);
    }
}
