package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.testkit.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link io.orgstead.domain.port.IdempotencyRecords} must do. An implementation's test extends this class and says how to make the port.
 */
public abstract class IdempotencyRecordsContract extends IdempotencyRecordsStates {

    @Test
    void missingRecordIsNotReplaced() {
        IdempotencyRecord missing = record();
        enter(record(other, KEY, TOMORROW));

        assertThat(records.replace(missing, missing.finished())).isFalse();

        assertThat(find(acme, KEY)).isEmpty();
        IdempotencyRecord next = record();
        enter(next);
        assertThat(find(acme, KEY)).contains(next);
    }

    @Test
    void removedRecordIsForgotten() {
        IdempotencyKey another = new IdempotencyKey("another");
        IdempotencyRecord removed = record();
        IdempotencyRecord kept = record(acme, another, TOMORROW);
        IdempotencyRecord foreign = record(other, KEY, TOMORROW);
        enter(removed);
        enter(kept);
        enter(foreign);

        records.remove(acme, KEY);
        records.remove(acme, KEY);

        assertThat(records.replace(removed, removed.finished())).isFalse();
        assertThat(find(acme, KEY)).isEmpty();
        assertThat(find(acme, another)).contains(kept);
        assertThat(find(other, KEY)).contains(foreign);
    }

    @Test
    void organizationsRecordsAreForgottenTogether() {
        IdempotencyKey another = new IdempotencyKey("another");
        IdempotencyRecord foreign = record(other, KEY, TOMORROW);
        enter(record());
        enter(record(acme, another, TOMORROW));
        enter(foreign);

        records.removeAll(acme);
        records.removeAll(acme);

        assertThat(find(acme, KEY)).isEmpty();
        assertThat(find(acme, another)).isEmpty();
        assertThat(find(other, KEY)).contains(foreign);
    }

    @Test
    void recordsAreListedPieceByPieceInTheOrderOfTheirKeys() {
        List<IdempotencyRecord> own = Stream.of("b", "a-2", "B", "\"x\"", "a-10", "~")
                .map(key -> record(acme, new IdempotencyKey(key), TOMORROW))
                .toList();
        own.forEach(this::enter);
        enter(record(other, KEY, TOMORROW));
        List<IdempotencyRecord> listed = new ArrayList<>();
        Optional<IdempotencyKey> last = Optional.empty();
        List<IdempotencyRecord> page;
        do {
            page = records.list(acme, last, 4);
            listed.addAll(page);
            last = Optional.of(page.get(page.size() - 1).key());
        } while (page.size() == 4);

        assertThat(page).hasSize(2);
        assertThat(listed)
                .containsExactlyElementsOf(own.stream()
                        .sorted(Comparator.comparing(record -> record.key().value()))
                        .toList());
        assertThat(records.list(acme, Optional.of(new IdempotencyKey("a-1")), 1))
                .containsExactly(own.get(4));
    }

    @Test
    void sameKeyOfOthersIsAnother() {
        IdempotencyRecord own = record();
        IdempotencyRecord foreign = record(other, KEY, TOMORROW);

        enter(own);
        enter(foreign);

        assertThat(find(acme, KEY)).contains(own);
        assertThat(find(other, KEY)).contains(foreign);
        assertThat(records.replace(own, own.finished())).isTrue();
        assertThat(find(other, KEY)).contains(foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "X",
                "0",
                "'--",
                "x';DROP/**/TABLE/**/idempotency;--",
                "{\"$gt\":\"\"}",
                "$where",
                "a.b",
                "../../x",
                "%",
                "_",
                "*",
                "\"",
                "\\",
                "5a0000000000000000000001"
            })
    void keyOfAnyKindIsAKey(String text) {
        IdempotencyKey key = new IdempotencyKey(text);
        IdempotencyRecord neighbour = record(acme, new IdempotencyKey(text + "y"), TOMORROW);
        IdempotencyRecord wide = record(acme, new IdempotencyKey("y" + text), TOMORROW);
        IdempotencyRecord own = record(acme, key, TOMORROW);
        enter(neighbour);
        enter(wide);
        enter(own);

        assertThat(find(acme, key)).contains(own);
        records.remove(acme, key);
        assertThat(find(acme, key)).isEmpty();
        assertThat(find(acme, neighbour.key())).contains(neighbour);
        assertThat(find(acme, wide.key())).contains(wide);
    }

    @Test
    void caseAndEndOfAKeyCount() {
        String longest = "k".repeat(IdempotencyKey.MAX_LENGTH);
        List<IdempotencyRecord> entered = Stream.of(
                        "key", "KEY", longest, longest.substring(1), longest.substring(1) + "x")
                .map(text -> record(acme, new IdempotencyKey(text), TOMORROW))
                .toList();

        entered.forEach(this::enter);

        assertThat(entered)
                .allSatisfy(record -> assertThat(find(acme, record.key())).contains(record));
    }

    @Test
    void expiredRecordsAreForgotten() {
        for (int i = 1; i <= 5; i++) {
            enter(record(i % 2 == 0 ? acme : other, new IdempotencyKey("expired" + i), NOW.plusMillis(i)));
        }
        IdempotencyRecord lasting = record();
        enter(lasting);
        Instant later = NOW.plusSeconds(1);

        assertThat(records.removeExpired(NOW, 100)).isZero();
        assertThat(records.removeExpired(later, 2)).isEqualTo(2);
        assertThat(records.removeExpired(later, 2)).isEqualTo(2);
        assertThat(records.removeExpired(later, 2)).isEqualTo(1);
        assertThat(records.removeExpired(later, 2)).isZero();

        assertThat(find(acme, KEY)).contains(lasting);
        assertThat(find(acme, new IdempotencyKey("expired2"))).isEmpty();
        assertThat(find(other, new IdempotencyKey("expired3"))).isEmpty();
    }

    @Test
    void ofManyEnteringExactlyOneEnters() {
        List<IdempotencyRecord> rivals =
                IntStream.range(0, Race.RUNNERS).mapToObj(i -> record()).toList();

        expectOneEntered(rivals, Race.of(runner -> () -> records.enter(rivals.get(runner), NOW)));
    }

    @Test
    void ofManyEnteringInPlaceOfAnExpiredOneExactlyOneEnters() {
        enter(record(acme, KEY, NOW.plusMillis(1)));
        List<IdempotencyRecord> rivals =
                IntStream.range(0, Race.RUNNERS).mapToObj(i -> record()).toList();

        expectOneEntered(rivals, Race.of(runner -> () -> records.enter(rivals.get(runner), NOW.plusSeconds(1))));
    }

    private void expectOneEntered(List<IdempotencyRecord> rivals, Race<Optional<IdempotencyRecord>> race) {
        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).filteredOn(Optional::isEmpty).hasSize(1);
        IdempotencyRecord winner = rivals.get(race.results().indexOf(Optional.<IdempotencyRecord>empty()));
        assertThat(race.results()).filteredOn(Optional::isPresent).containsOnly(Optional.of(winner));
        assertThat(find(acme, KEY)).contains(winner);
    }

    @Test
    void ofManyReplacingExactlyOneWins() {
        IdempotencyRecord entered = record();
        enter(entered);

        Race<Boolean> race =
                Race.of(runner -> () -> records.replace(entered, entered.leasedUntil(NOW.plusSeconds(100 + runner))));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
        int winner = race.results().indexOf(true);
        assertThat(find(acme, KEY)).contains(entered.leasedUntil(NOW.plusSeconds(100 + winner)));
    }
}
