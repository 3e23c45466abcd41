package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static io.orgstead.testkit.Documents.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.testkit.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What unique indexes keep out. */
abstract class TenantIndexesUniqueness extends TenantIndexesLife {

    ReplaceOutcome replace(Document expected, Document replacement) {
        return documents.replace(scope, expected, replacement, Quota.UNLIMITED);
    }

    private IndexDefinition wished(String fields) {
        return unique("u", fields.split(","));
    }

    @ParameterizedTest
    @MethodSource("io.orgstead.testkit.contract.IndexedValues#colliding")
    void equalValuesAreKeptOut(String fields, Document one, Document another) {
        Document stored = one.withId(samples.objectId());
        Document rival = another.withId(samples.objectId());
        Document elsewhere = samples.document("a", "elsewhere", "b", "elsewhere");
        create(wished(fields));
        insert(stored);

        assertThat(tryInsert(rival)).isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
        expectKept(stored);
        if (!fields.contains(".")) {
            insert(elsewhere);
            assertThat(replace(elsewhere, rival.withId(elsewhere.id())))
                    .isEqualTo(new ReplaceOutcome.IndexViolated("u"));
            expectKept(stored, elsewhere);
        }
        assertThat(replace(stored, rival.withId(stored.id()))).isEqualTo(new ReplaceOutcome.Replaced());
    }

    @ParameterizedTest
    @MethodSource("io.orgstead.testkit.contract.IndexedValues#colliding")
    void equalValuesKeepTheIndexOut(String fields, Document one, Document another) {
        Document stored = one.withId(samples.objectId());
        Document rival = another.withId(samples.objectId());
        insert(stored, rival);

        assertThat(tryCreate(wished(fields))).isEqualTo(IndexOutcome.DUPLICATES);

        assertThat(indexes.list(scope)).isEmpty();
        Document third = another.withId(samples.objectId());
        insert(third);
        expectKept(stored, rival, third);
        assertThat(documents.deleteAll(scope, equal("_id", third.id()))).isEqualTo(1);
        assertThat(documents.delete(scope, rival)).isTrue();
        create(wished(fields));
    }

    @ParameterizedTest
    @MethodSource("io.orgstead.testkit.contract.IndexedValues#differing")
    void differentValuesAreNotKeptOut(String fields, Document one, Document another) {
        Document stored = one.withId(samples.objectId());
        Document neighbour = another.withId(samples.objectId());
        create(wished(fields));

        insert(stored);
        insert(neighbour);

        expectKept(stored, neighbour);
        assertThat(tryInsert(one.withId(samples.objectId()))).isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
    }

    @Test
    void documentIsNotItsOwnRival() {
        create(unique("u", "a"));
        Document stored = samples.document("a", list(1, 1, 1L, 2));

        insert(stored);

        assertThat(replace(stored, document("a", list(2, 1), "b", 1).withId(stored.id())))
                .isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(tryInsert(samples.document("a", 2))).isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6})
    void oneOfABatchKeepsOutAll(int position) {
        create(unique("other", "b"));
        create(unique("u", "a"));
        Document holder = samples.document("a", "taken", "b", "holder");
        insert(holder);
        List<Document> batch = new ArrayList<>();
        IntStream.range(0, 7).forEach(i -> batch.add(samples.document("a", i, "b", i)));
        batch.set(position, samples.document("a", "taken", "b", "free"));

        assertThat(documents.insert(scope, batch, Quota.UNLIMITED))
                .isEqualTo(new InsertOutcome.IndexViolated(position, "u"));

        expectKept(holder);
        batch.set(position, samples.document("a", "free", "b", "free"));
        insert(scope, batch);
    }

    @Test
    void twoOfABatchMustDiffer() {
        create(unique("u", "a"));

        assertThat(tryInsert(samples.document("a", 1), samples.document("a", 2), samples.document("a", 1.0)))
                .isEqualTo(new InsertOutcome.IndexViolated(2, "u"));

        expectKept();
        insert(samples.document("a", 1));
    }

    @Test
    void valueIsFreeAgainOnceItsDocumentLeavesIt() {
        create(unique("u", "a"));
        Document replaced = samples.document("a", 1);
        Document removed = samples.document("a", list(2, 3));
        Document cleared = samples.document("a", 4, "clear", true);
        insert(replaced, removed, cleared);

        Document next = document("a", 5).withId(replaced.id());
        assertThat(replace(replaced, next)).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(documents.delete(scope, removed)).isTrue();
        assertThat(documents.deleteAll(scope, equal("clear", true))).isEqualTo(1);

        Document later = samples.document("a", list(1, 2, 3, 4));
        insert(later);
        expectKept(next, later);
        assertThat(tryInsert(samples.document("a", 5))).isEqualTo(new InsertOutcome.IndexViolated(0, "u"));
    }

    @Test
    void droppedIndexKeepsNothingOut() {
        create(unique("u", "a"));
        Document one = samples.document("a", 1);
        Document two = samples.document("a", 1);
        insert(one);

        assertThat(indexes.drop(scope, "u")).isTrue();

        insert(two);
        expectKept(one, two);
        assertThat(tryCreate(unique("u", "a"))).isEqualTo(IndexOutcome.DUPLICATES);
    }

    @Test
    void plainIndexKeepsNothingOut() {
        create(plain("p", "a"));
        Document one = samples.document("a", list(1, 2));
        Document two = samples.document("a", list(1, 2));

        insert(one, two);

        expectKept(one, two);
    }

    @Test
    void valuesOfOthersAreNobodysRivals() {
        TenantScope other = newTenant();
        create(unique("u", "a"));
        create(other, unique("u", "a"));
        Document stored = samples.document("a", 1);
        Document foreign = samples.document("a", 1);

        insert(stored);
        insert(other, List.of(foreign));

        expectKept(stored);
        expectKept(other, List.of(foreign));
        create(newTenant(), unique("u", "initialized"));
    }

    @Test
    void markerIsNobodysRival() {
        create(unique("a", "a"));
        create(unique("i", "initialized"));
        create(unique("o", "organization"));
        Document stored = samples.document(
                "initialized",
                true,
                "organization",
                organization.name().value(),
                "created_at",
                value(organization.createdAt()));

        insert(stored);

        expectKept(stored);
    }

    @Test
    void ofManyInsertingOneValueExactlyOneWins() {
        create(unique("u", "a"));
        List<Document> rivals = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> samples.document("a", i % 2 == 0 ? value(1) : value(1.0), "of", i))
                .toList();

        Race<InsertOutcome> race = Race.of(runner -> () -> tryInsert(rivals.get(runner)));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results())
                .filteredOn(new InsertOutcome.IndexViolated(0, "u")::equals)
                .hasSize(Race.RUNNERS - 1);
        expectKept(rivals.get(race.results().indexOf(new InsertOutcome.Inserted())));
    }

    @Test
    void ofManyChangingToOneValueExactlyOneWins() {
        create(unique("u", "a"));
        List<Document> stored = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> samples.document("a", i))
                .toList();
        insert(scope, stored);

        Race<ReplaceOutcome> race = Race.of(runner -> () -> replace(
                stored.get(runner),
                document("a", "wanted").withId(stored.get(runner).id())));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results())
                .filteredOn(new ReplaceOutcome.IndexViolated("u")::equals)
                .hasSize(Race.RUNNERS - 1);
        assertThat(documents.count(scope, equal("a", "wanted"))).isEqualTo(1);
    }
}
