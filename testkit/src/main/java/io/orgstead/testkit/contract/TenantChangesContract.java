package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.equal;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.orgstead.domain.port.TenantChanges} must do. An implementation's test extends this class and says how to
 * make the port, and the others of the same store.
 */
public abstract class TenantChangesContract extends TenantChangesClosing {

    private static final int WRITERS = 6;
    private static final int ROUNDS = 12;

    private List<Value> takeAll(TenantScope tenant) {
        List<Value> taken = new ArrayList<>();
        List<Value> some = changes.take(tenant, 1_000);
        while (!some.isEmpty()) {
            taken.addAll(some);
            some = changes.take(tenant, 1_000);
        }
        return taken;
    }

    @Test
    void nothingIsNotedWhileNobodyWatches() {
        insert(samples.document("n", 1));
        watch();

        assertThat(changes.take(scope, 10)).isEmpty();
        Document watched = samples.document("n", 2);
        insert(watched);
        assertThat(takeAll(scope)).containsExactly(watched.id());
    }

    @Test
    void everyKindOfChangeIsNoted() {
        Document replaced = samples.document("n", 1);
        Document deleted = samples.document("n", 2);
        Document swept = samples.document("n", 3, "swept", true);
        Document untouched = samples.document("n", 4);
        insert(replaced, deleted, swept, untouched);
        watch();
        List<Document> added =
                List.of(samples.document("n", 5), Documents.document("_id", "own id"), samples.document("n", 6));

        insert(scope, added);
        assertThat(documents.replace(scope, replaced, changed(replaced, "n", 9), Quota.UNLIMITED))
                .isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(documents.delete(scope, deleted)).isTrue();
        assertThat(documents.deleteAll(scope, equal("swept", true))).isEqualTo(1);

        List<Value> expected = new ArrayList<>(ids(added));
        expected.addAll(List.of(replaced.id(), deleted.id(), swept.id()));
        assertThat(Set.copyOf(takeAll(scope))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void documentThatIsInsertedAloneIsNoted() {
        watch();
        Document alone = samples.document("n", 1);
        insert(alone);

        assertThat(takeAll(scope)).containsExactly(alone.id());
    }

    @Test
    void whatIsTakenIsGoneUntilItChangesAgain() {
        watch();
        Document document = samples.document("n", 1);
        insert(document);
        assertThat(takeAll(scope)).containsExactly(document.id());

        assertThat(changes.take(scope, 10)).isEmpty();
        assertThat(documents.delete(scope, document)).isTrue();

        assertThat(takeAll(scope)).containsExactly(document.id());
    }

    @Test
    void noMoreAreTakenThanAskedForAndNoneIsLost() {
        watch();
        List<Document> added =
                IntStream.range(0, 25).mapToObj(n -> samples.document("n", n)).toList();
        insert(scope, added);
        Set<Value> taken = new HashSet<>();
        List<Value> some = changes.take(scope, 7);
        while (!some.isEmpty()) {
            assertThat(some).hasSizeLessThanOrEqualTo(7);
            taken.addAll(some);
            some = changes.take(scope, 7);
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(ids(added));
    }

    @Test
    void changesAreOfOneOrganizationOnly() {
        TenantScope other = newTenant();
        watch();
        insert(other, List.of(samples.document("n", 1)));
        assertThat(watch(other)).isFalse();
        Document theirs = samples.document("n", 2);
        insert(other, List.of(theirs));

        assertThat(changes.take(scope, 10)).isEmpty();
        changes.unwatch(scope);
        assertThat(takeAll(other)).containsExactly(theirs.id());
    }

    @Test
    void goingOnKeepsWhatIsNoted() {
        watch();
        Document document = samples.document("n", 1);
        insert(document);

        assertThat(changes.watch(scope, now.plusSeconds(30), until.plusSeconds(30)))
                .isTrue();

        assertThat(takeAll(scope)).containsExactly(document.id());
    }

    @Test
    void watchThatHasEndedBeginsAnew() {
        watch();
        insert(samples.document("n", 1));

        assertThat(changes.watch(scope, until.plusMillis(1), until.plusSeconds(60)))
                .isFalse();

        Document document = samples.document("n", 2);
        insert(document);
        assertThat(takeAll(scope)).contains(document.id());
        assertThat(changes.watch(scope, until.plusSeconds(2), until.plusSeconds(90)))
                .isTrue();
    }

    @Test
    void unwatchedForgetsWhatWasNoted() {
        watch();
        insert(samples.document("n", 1));
        changes.unwatch(scope);
        changes.unwatch(scope);
        assertThat(watch(scope)).isFalse();

        assertThat(changes.take(scope, 10)).isEmpty();
        changes.unwatch(scope);
        insert(samples.document("n", 2));
        assertThat(watch(scope)).isFalse();
        assertThat(changes.take(scope, 10)).isEmpty();
        Document watched = samples.document("n", 3);
        insert(watched);
        assertThat(takeAll(scope)).containsExactly(watched.id());
    }

    @Test
    void renameTakesTheNotesAlong() {
        watch();
        Document before = samples.document("n", 1);
        insert(before);
        TenantScope renamed = rename();
        Document after = samples.document("n", 2);
        insert(renamed, List.of(after));

        assertThat(changes.watch(renamed, now.plusSeconds(1), until)).isTrue();
        assertThat(takeAll(renamed)).containsExactlyInAnyOrder(before.id(), after.id());
    }

    @Test
    void collectionThatIsGoneIsNotWatched() {
        watch();
        insert(samples.document("n", 1));
        collections.drop(scope.collection(), scope.incarnation());
        TenantScope unknown = Samples.scope(samples.active(samples.name()), samples.incarnation());

        for (TenantScope gone : List.of(scope, unknown)) {
            expectMoved(() -> watch(gone));
            expectMoved(() -> changes.take(gone, 10));
            expectMoved(() -> changes.unwatch(gone));
            expectMoved(() -> changes.close(gone, 7));
            expectMoved(() -> changes.reopen(gone, 7));
        }
    }

    /** A copy that is made while others write, as a move makes it. All of them write before the first reading and after it. */
    @Test
    void copyThatFollowsTheNotesIsComplete() {
        List<Document> before =
                IntStream.range(0, 40).mapToObj(n -> samples.document("n", n)).toList();
        insert(scope, before);
        watch();
        TreeMap<Value, Document> copy = new TreeMap<>(ValueOrder.COMPARATOR);
        CountDownLatch read = new CountDownLatch(1);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<Boolean>> runners = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            runners.add(() -> {
                try {
                    write(number, 0, before);
                    read.await();
                    write(number, ROUNDS / 2, before);
                    return true;
                } finally {
                    writing.decrementAndGet();
                }
            });
        }
        runners.add(() -> {
            try {
                documents.scan(scope, Optional.empty(), document -> {
                    copy.put(document.id(), document);
                    return true;
                });
            } finally {
                read.countDown();
            }
            while (writing.get() > 0) {
                follow(copy, changes.take(scope, 5));
            }
            return true;
        });

        Race<Boolean> race = Race.between(runners);
        assertThat(race.failures()).isEmpty();
        changes.close(scope, 7);
        follow(copy, takeAll(scope));

        assertThat(copy.values()).containsExactlyInAnyOrderElementsOf(everything());
    }

    private void write(int writer, int first, List<Document> before) {
        for (int i = first; i < first + ROUNDS / 2; i++) {
            Document own = samples.document("writer", writer, "n", i);
            insert(own);
            Document seen = before.get((writer * ROUNDS + i) % before.size());
            switch (i % 4) {
                case 0 -> documents.replace(scope, own, changed(own, "again", 1), Quota.UNLIMITED);
                case 1 -> documents.delete(scope, seen);
                case 2 -> documents.deleteAll(scope, new Filter.And(List.of(equal("n", i), equal("writer", writer))));
                default ->
                    documents
                            .findById(scope, seen.id())
                            .ifPresent(present ->
                                    documents.replace(scope, present, changed(present, "by", writer), Quota.UNLIMITED));
            }
        }
    }

    private void follow(Map<Value, Document> copy, List<Value> changed) {
        for (Value id : changed) {
            documents.findById(scope, id).ifPresentOrElse(document -> copy.put(id, document), () -> copy.remove(id));
        }
    }
}
