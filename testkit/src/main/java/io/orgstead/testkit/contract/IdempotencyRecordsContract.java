package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link IdempotencyRecords} must do. An implementation's test extends this class and says how to make the port.
 */
public abstract class IdempotencyRecordsContract {

    private static final Instant NOW = Samples.NOW;
    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));
    private static final IdempotencyKey KEY = new IdempotencyKey("8e03978e-40d5-43dd-bc93-6894a57f9324");

    private final Samples samples = new Samples();
    private final OrganizationId acme = samples.organizationId();
    private final OrganizationId other = samples.organizationId();
    private IdempotencyRecords records;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port over an empty store of its own
     */
    protected abstract IdempotencyRecords idempotencyRecords();

    @BeforeEach
    void open() {
        records = idempotencyRecords();
    }

    private IdempotencyRecord record(OrganizationId organization, IdempotencyKey key, Instant expiresAt) {
        return new IdempotencyRecord(
                organization,
                key,
                "fingerprint " + samples.id(),
                List.of(samples.objectId(), new Value.Text("own id")),
                false,
                Samples.LEASE,
                expiresAt);
    }

    private IdempotencyRecord record() {
        return record(acme, KEY, TOMORROW);
    }

    private void enter(IdempotencyRecord record) {
        assertThat(records.enter(record, NOW)).isEmpty();
    }

    /** Looks without entering: where nothing is, what is entered is taken out again. */
    private Optional<IdempotencyRecord> find(OrganizationId organization, IdempotencyKey key) {
        Optional<IdempotencyRecord> found = records.enter(record(organization, key, TOMORROW), NOW);
        if (found.isEmpty()) {
            records.remove(organization, key);
        }
        return found;
    }

    static Stream<IdempotencyRecord> shapes() {
        OrganizationId organization = new OrganizationId("0123456789abcdef01234567");
        Instant other = Instant.parse("1999-12-31T23:59:59.001Z");
        List<Value> many = IntStream.range(0, 1_000)
                .<Value>mapToObj(i -> new Value.ObjectId(String.format("%024x", 1_000 - i)))
                .toList();
        return Stream.of(
                new IdempotencyRecord(organization, KEY, "f", many, false, Samples.LEASE, TOMORROW),
                new IdempotencyRecord(organization, KEY, "f", List.of(), true, other, TOMORROW),
                new IdempotencyRecord(
                        organization,
                        KEY,
                        "x'; \"\\ \u682a \ud83d\ude00",
                        List.of(
                                new Value.Text("5a0000000000000000000001"),
                                new Value.ObjectId("5a0000000000000000000001"),
                                new Value.Text("\"'\\ \u682a\ud83d\ude00\n")),
                        true,
                        other,
                        Instant.parse("2999-01-01T00:00:00.123Z")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void recordIsFoundAsItWasEntered(IdempotencyRecord record) {
        enter(record);

        assertThat(records.enter(record(record.organization(), record.key(), TOMORROW), NOW))
                .contains(record);
        assertThat(records.enter(record, NOW)).contains(record);
        assertThat(records.replace(record, record.leasedUntil(TOMORROW))).isTrue();
        assertThat(find(record.organization(), record.key())).contains(record.leasedUntil(TOMORROW));
    }

    @Test
    void expiredRecordGivesWay() {
        IdempotencyRecord expired = record(acme, KEY, NOW.plusMillis(10));
        IdempotencyRecord next = record();
        enter(expired);

        assertThat(records.enter(next, NOW.plusMillis(9))).contains(expired);
        assertThat(records.enter(next, NOW.plusMillis(11))).isEmpty();

        assertThat(find(acme, KEY)).contains(next);
        assertThat(records.replace(expired, expired.finished())).isFalse();
        assertThat(find(acme, KEY)).contains(next);
    }

    @Test
    void recordIsReplacedByItsNextState() {
        IdempotencyRecord entered = record();
        enter(entered);
        IdempotencyRecord leased = entered.leasedUntil(NOW.plusSeconds(90));
        IdempotencyRecord finished = leased.finished();

        assertThat(records.replace(entered, leased)).isTrue();
        assertThat(find(acme, KEY)).contains(leased);
        assertThat(records.replace(leased, finished)).isTrue();
        assertThat(find(acme, KEY)).contains(finished);
    }

    @Test
    void lateReplacementChangesNothing() {
        IdempotencyRecord entered = record();
        enter(entered);
        IdempotencyRecord leased = entered.leasedUntil(NOW.plusSeconds(90));
        assertThat(records.replace(entered, leased)).isTrue();

        assertThat(records.replace(entered, entered.finished())).isFalse();
        assertThat(records.replace(entered, leased)).isFalse();

        assertThat(find(acme, KEY)).contains(leased);
    }

    @Test
    void everyPartOfTheExpectedRecordCounts() {
        IdempotencyRecord entered = record();
        enter(entered);
        List<IdempotencyRecord> others = List.of(
                with(entered, "another", entered.ids(), TOMORROW),
                with(entered, entered.fingerprint(), List.of(samples.objectId()), TOMORROW),
                with(entered, entered.fingerprint(), entered.ids().subList(0, 1), TOMORROW),
                with(entered, entered.fingerprint(), entered.ids(), TOMORROW.plusMillis(1)),
                entered.leasedUntil(Samples.LEASE.plusMillis(1)),
                entered.finished());

        for (IdempotencyRecord expected : others) {
            assertThat(records.replace(expected, expected.leasedUntil(TOMORROW)))
                    .isFalse();
        }

        assertThat(find(acme, KEY)).contains(entered);
        assertThat(records.replace(entered, entered.finished())).isTrue();
    }

    private static IdempotencyRecord with(
            IdempotencyRecord record, String fingerprint, List<Value> ids, Instant expiresAt) {
        return new IdempotencyRecord(
                record.organization(), record.key(), fingerprint, ids, record.done(), record.leaseUntil(), expiresAt);
    }

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
