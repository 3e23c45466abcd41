package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.keys;
import static io.orgstead.testkit.Documents.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How indexes are made, listed and dropped, and that they move and go with their collection. */
abstract class TenantIndexesLife extends TenantQuestions {

    static final int LIMIT = 20;

    TenantIndexes indexes;

    /**
     * Makes the port that is tested, over the store of {@link #tenantCollections()}. Called once before each test.
     *
     * @return the port
     */
    protected abstract TenantIndexes tenantIndexes();

    @BeforeEach
    void openIndexes() {
        indexes = tenantIndexes();
    }

    static IndexDefinition plain(String name, String... fields) {
        return new IndexDefinition(name, keys(fields), false, Optional.empty());
    }

    static IndexDefinition unique(String name, String... fields) {
        return new IndexDefinition(name, keys(fields), true, Optional.empty());
    }

    static IndexDefinition expiring(String name, String field, Duration after) {
        return new IndexDefinition(name, keys(field), false, Optional.of(after));
    }

    IndexOutcome tryCreate(IndexDefinition index) {
        return indexes.create(scope, index, LIMIT);
    }

    void create(TenantScope tenant, IndexDefinition index) {
        assertThat(indexes.create(tenant, index, LIMIT)).isEqualTo(IndexOutcome.PRESENT);
    }

    void create(IndexDefinition index) {
        create(scope, index);
    }

    static Stream<IndexDefinition> shapes() {
        return Stream.of(
                plain("a", "a"),
                plain("a_-1", "-a"),
                unique("u", "a"),
                unique("A-b_9", "a", "-b", "c.d.e"),
                plain("x".repeat(64), "a", "b", "c", "d", "e", "f", "g", "-h"),
                expiring("now", "at", Duration.ZERO),
                expiring("late", "at.last", Duration.ofSeconds(Integer.MAX_VALUE)),
                new IndexDefinition("both", keys("-at"), true, Optional.of(Duration.ofHours(1))),
                plain("with_id", "a", "_id"),
                plain("places", "a.0.b"),
                plain("strange", "x' OR \"1\"=1; --", "\u043a\u043b\u044e\u0447 \ud83d\ude00", "a\\b", "[*]"),
                plain("long", "x".repeat(500)),
                plain("deep", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void indexIsListedAsItWasMade(IndexDefinition index) {
        Document stored = samples.document("a", 1, "b", "x");
        insert(stored);
        assertThat(indexes.list(scope)).isEmpty();

        create(index);

        assertThat(indexes.list(scope)).containsExactly(index);
        assertThat(tryCreate(index)).isEqualTo(IndexOutcome.PRESENT);
        assertThat(indexes.list(scope)).containsExactly(index);
        expectKept(stored);
        insert(document("_id", "later", "a", list(2, 3), "at", 1));
        assertThat(indexes.drop(scope, index.name())).isTrue();
        assertThat(indexes.drop(scope, index.name())).isFalse();
        assertThat(indexes.list(scope)).isEmpty();
    }

    @Test
    void listIsInTheOrderOfNames() {
        List.of("b", "a_1", "B", "a", "10", "9", "-", "_", "a-1")
                .forEach(name -> create(plain(name, "field" + (int) name.charAt(0) + name.length() + name.hashCode())));

        assertThat(indexes.list(scope))
                .extracting(IndexDefinition::name)
                .containsExactly("-", "10", "9", "B", "_", "a", "a-1", "a_1", "b");
    }

    static Stream<IndexDefinition> conflicting() {
        return Stream.of(
                plain("i", "a"),
                plain("i", "a", "-b", "c"),
                plain("i", "a", "b"),
                plain("i", "-b", "a"),
                unique("i", "a", "-b"),
                expiring("i", "a", Duration.ofHours(1)),
                plain("j", "a", "-b"),
                unique("j", "a", "-b"),
                expiring("j", "t", Duration.ofHours(2)),
                plain("j", "t"),
                expiring("t", "t", Duration.ofHours(2)),
                plain("t", "t"),
                plain("j", "_id"),
                plain("j", "-_id"),
                unique("j", "_id"));
    }

    @ParameterizedTest
    @MethodSource("conflicting")
    void sameNameOrSameFieldsConflict(IndexDefinition wish) {
        IndexDefinition present = plain("i", "a", "-b");
        IndexDefinition expiring = expiring("t", "t", Duration.ofHours(1));
        create(present);
        create(expiring);

        assertThat(tryCreate(wish)).isEqualTo(IndexOutcome.CONFLICTS);

        assertThat(indexes.list(scope)).containsExactly(present, expiring);
    }

    @Test
    void otherOrderOrDirectionIsAnotherIndex() {
        List<IndexDefinition> wished = List.of(
                plain("1", "a"), plain("2", "-a"), plain("3", "a", "b"), plain("4", "b", "a"), plain("5", "a", "-b"));

        wished.forEach(this::create);

        assertThat(indexes.list(scope)).isEqualTo(wished);
    }

    @Test
    void numberOfIndexesIsLimited() {
        assertThat(indexes.create(scope, plain("a", "a"), 0)).isEqualTo(IndexOutcome.QUOTA_REACHED);
        assertThat(indexes.create(scope, plain("a", "a"), 2)).isEqualTo(IndexOutcome.PRESENT);
        assertThat(indexes.create(scope, plain("b", "b"), 2)).isEqualTo(IndexOutcome.PRESENT);
        assertThat(indexes.create(scope, plain("c", "c"), 2)).isEqualTo(IndexOutcome.QUOTA_REACHED);
        assertThat(indexes.create(scope, plain("b", "b"), 2)).isEqualTo(IndexOutcome.PRESENT);
        assertThat(indexes.create(scope, plain("b", "b"), 1)).isEqualTo(IndexOutcome.PRESENT);
        assertThat(indexes.list(scope)).containsExactly(plain("a", "a"), plain("b", "b"));

        assertThat(indexes.drop(scope, "a")).isTrue();
        assertThat(indexes.create(scope, plain("c", "c"), 2)).isEqualTo(IndexOutcome.PRESENT);
        assertThat(indexes.list(scope)).containsExactly(plain("b", "b"), plain("c", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "A", "_id_", "_id", "*", "%", "", "a'; DROP TABLE x; --", "a.b", "a\"", "$x"})
    void dropOfAnotherNameChangesNothing(String name) {
        Document stored = document("_id", "x", "a", 1);
        create(unique("a", "a"));
        insert(stored);

        assertThat(indexes.drop(scope, name)).isFalse();

        assertThat(indexes.list(scope)).containsExactly(unique("a", "a"));
        assertThat(tryInsert(stored)).isEqualTo(new InsertOutcome.IdTaken(0));
        expectKept(stored);
    }

    @Test
    void renameTakesIndexesAlong() {
        create(unique("u", "a"));
        create(plain("p", "b"));
        insert(samples.document("a", 1));
        Organization renamed = Samples.renamed(organization, samples.name());
        assertThat(collections.rename(organization.collection(), scope.incarnation(), renamed.collection()))
                .isEqualTo(MoveOutcome.MOVED);
        TenantScope moved = Samples.scope(renamed, scope.incarnation());

        assertThat(indexes.list(moved)).containsExactly(plain("p", "b"), unique("u", "a"));
        assertThat(documents.insert(moved, List.of(samples.document("a", 1)), Quota.UNLIMITED))
                .isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
        create(publish(samples.active(organization.name())), unique("u", "b"));
        assertThat(indexes.list(moved)).containsExactly(plain("p", "b"), unique("u", "a"));
        assertThat(indexes.drop(moved, "u")).isTrue();
        insert(moved, List.of(samples.document("a", 1)));
    }

    @Test
    void dropTakesIndexesAlong() {
        create(unique("u", "a"));
        collections.drop(scope.collection(), scope.incarnation());

        List<ThrowingCallable> calls =
                List.of(() -> indexes.list(scope), () -> tryCreate(unique("u", "a")), () -> indexes.drop(scope, "u"));
        calls.forEach(TenantData::expectMoved);
        assertThat(isThere(scope)).isFalse();
        TenantScope successor = publish(samples.active(organization.name()));
        create(successor, plain("other", "b"));
        calls.forEach(TenantData::expectMoved);

        assertThat(indexes.list(successor)).containsExactly(plain("other", "b"));
        insert(successor, List.of(samples.document("a", 1), samples.document("a", 1)));
    }

    @Test
    void collectionThatNeverWasIsNotMade() {
        create(plain("a", "a"));
        TenantScope unknown = Samples.scope(samples.active(samples.name()), samples.incarnation());
        TenantScope otherIncarnation = Samples.scope(organization, samples.incarnation());

        for (TenantScope tenant : List.of(unknown, otherIncarnation)) {
            expectMoved(() -> indexes.list(tenant));
            expectMoved(() -> indexes.create(tenant, plain("b", "b"), LIMIT));
            expectMoved(() -> indexes.drop(tenant, "a"));
        }

        assertThat(collections.find(unknown.collection())).isEmpty();
        assertThat(indexes.list(scope)).containsExactly(plain("a", "a"));
    }

    @Test
    void eachHasItsOwn() {
        TenantScope other = newTenant();
        create(unique("u", "a"));
        create(plain("mine", "b"));
        create(other, plain("u", "b"));

        assertThat(indexes.list(scope)).containsExactly(plain("mine", "b"), unique("u", "a"));
        assertThat(indexes.list(other)).containsExactly(plain("u", "b"));
        assertThat(indexes.drop(other, "mine")).isFalse();
        assertThat(indexes.drop(other, "u")).isTrue();
        assertThat(indexes.list(scope)).containsExactly(plain("mine", "b"), unique("u", "a"));
        assertThat(indexes.create(other, unique("u", "a"), 1)).isEqualTo(IndexOutcome.PRESENT);
    }
}
