package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Value;
import io.orgstead.testkit.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents come in, all of a batch or none. */
abstract class TenantDocumentsInserts extends TenantQuestions {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2999-01-01T00:00:00Z");

    @Test
    void insertedDocumentIsFound() {
        Document added = samples.document("n", 1);
        Document other = samples.document("n", 1);

        insert(added);
        insert(other);

        assertThat(documents.findById(scope, added.id())).contains(added);
        assertThat(documents.findById(scope, other.id())).contains(other);
        assertThat(documents.findById(scope, samples.objectId())).isEmpty();
        expectKept(added, other);
    }

    @Test
    void largestBatchIsInsertedWhole() {
        List<Document> batch = IntStream.range(0, DocumentRules.MAX_BATCH)
                .mapToObj(i -> samples.document("n", i, "text", "a text of number " + i))
                .toList();

        insert(scope, batch);

        expectKept(scope, batch);
    }

    @Test
    void idsOfDifferentTypesAreDifferent() {
        String hex = samples.id();
        Document byObjectId = document("_id", new Value.ObjectId(hex), "n", 1);
        Document byText = document("_id", hex, "n", 2);

        insert(byObjectId);
        insert(byText);

        assertThat(documents.findById(scope, new Value.ObjectId(hex))).contains(byObjectId);
        assertThat(documents.findById(scope, new Value.Text(hex))).contains(byText);
        assertThat(documents.delete(scope, byText)).isTrue();
        assertThat(documents.findById(scope, new Value.Text(hex))).isEmpty();
        expectKept(byObjectId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "X",
                " ",
                "1",
                "x'; DROP TABLE documents; --",
                "{\"$oid\":\"5a0000000000000000000001\"}",
                "$gt",
                "a.b",
                "../../etc",
                "%",
                "_",
                "a\"b\\c\n",
                "\u00e9",
                "e\u0301",
                "\u682a\u5f0f",
                "\ud83d\ude00"
            })
    void textOfAnyKindIsAnId(String text) {
        Document neighbour = document("_id", text + "x", "n", 1);
        Document added = document("_id", text, "n", 2);
        insert(neighbour);
        insert(added);

        assertThat(documents.findById(scope, new Value.Text(text))).contains(added);
        assertThat(tryInsert(added)).isEqualTo(new InsertOutcome.IdTaken(0));
        assertThat(documents.delete(scope, added)).isTrue();
        expectKept(neighbour);
    }

    @Test
    void longestIdWorks() {
        String longest = "\ud83d\ude00".repeat(DocumentRules.MAX_ID_LENGTH / 2);
        Document added = document("_id", longest);
        Document almost = document("_id", longest.substring(2));

        insert(added, almost);

        assertThat(documents.findById(scope, new Value.Text(longest))).contains(added);
        expectKept(added, almost);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void takenIdKeepsTheWholeBatchOut(int position) {
        Document holder = samples.document("n", "holder");
        insert(holder);
        List<Document> batch = batchOfSeven();
        batch.set(position, document("n", "rival").withId(holder.id()));

        assertThat(documents.insert(scope, batch, Quota.UNLIMITED)).isEqualTo(new InsertOutcome.IdTaken(position));

        expectKept(holder);
        batch.remove(position);
        insert(scope, batch);
    }

    @Test
    void idTwiceInABatchKeepsItOut() {
        List<Document> batch = batchOfSeven();
        batch.set(5, document("n", "twin").withId(batch.get(2).id()));

        assertThat(documents.insert(scope, batch, Quota.UNLIMITED)).isEqualTo(new InsertOutcome.IdTaken(5));

        expectKept();
        batch.remove(2);
        insert(scope, batch);
        expectKept(scope, batch);
    }

    @Test
    void lastOfALargeBatchKeepsItOut() {
        Document holder = document("_id", "holder");
        insert(holder);
        List<Document> batch = new ArrayList<>();
        for (int i = 1; i < DocumentRules.MAX_BATCH; i++) {
            batch.add(samples.document("n", i));
        }
        batch.add(holder);

        assertThat(documents.insert(scope, batch, Quota.UNLIMITED))
                .isEqualTo(new InsertOutcome.IdTaken(DocumentRules.MAX_BATCH - 1));

        expectKept(holder);
    }

    private List<Document> batchOfSeven() {
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            batch.add(samples.document("n", i));
        }
        return batch;
    }

    @Test
    void ofManyInsertingOneIdExactlyOneWins() {
        Document wanted = samples.document();
        List<Document> rivals = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> document("n", i).withId(wanted.id()))
                .toList();

        Race<InsertOutcome> race = Race.of(runner -> () -> tryInsert(rivals.get(runner)));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results())
                .filteredOn(new InsertOutcome.IdTaken(0)::equals)
                .hasSize(Race.RUNNERS - 1);
        int winner = race.results().indexOf(new InsertOutcome.Inserted());
        expectKept(rivals.get(winner));
    }

    @Test
    void ofManyBatchesThatShareAnIdExactlyOneEnters() {
        Value shared = samples.objectId();
        List<List<Document>> batches = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i ->
                        List.of(samples.document("of", i), document("of", i).withId(shared), samples.document("of", i)))
                .toList();

        Race<InsertOutcome> race =
                Race.of(runner -> () -> documents.insert(scope, batches.get(runner), Quota.UNLIMITED));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results())
                .filteredOn(new InsertOutcome.IdTaken(1)::equals)
                .hasSize(Race.RUNNERS - 1);
        expectKept(scope, batches.get(race.results().indexOf(new InsertOutcome.Inserted())));
    }

    @Test
    void nothingInterruptedNothingTakenBack() {
        List<Document> batch = batchOfSeven();
        insert(scope, batch);
        assertThat(documents.insert(scope, batch, Quota.UNLIMITED)).isInstanceOf(InsertOutcome.IdTaken.class);

        assertThat(documents.undoInterrupted(LONG_AGO, 10)).isZero();
        assertThat(documents.undoInterrupted(FAR_OFF, 10)).isZero();

        expectKept(scope, batch);
    }

    @Test
    void insertsUnderWayAreNotTakenBack() {
        List<List<Document>> batches =
                IntStream.range(0, Race.RUNNERS).mapToObj(i -> batchOfSeven()).toList();

        Race<Integer> race = Race.of(runner -> () -> {
            insert(scope, batches.get(runner));
            return documents.undoInterrupted(LONG_AGO, 100);
        });

        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).containsOnly(0);
        expectKept(scope, batches.stream().flatMap(List::stream).toList());
    }
}
