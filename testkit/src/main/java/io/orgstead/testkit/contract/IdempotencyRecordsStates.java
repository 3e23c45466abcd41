package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
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

/** How records of requests are entered and change. */
abstract class IdempotencyRecordsStates {

    static final Instant NOW = Samples.NOW;
    static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));
    static final IdempotencyKey KEY = new IdempotencyKey("8e03978e-40d5-43dd-bc93-6894a57f9324");

    final Samples samples = new Samples();
    final OrganizationId acme = samples.organizationId();
    final OrganizationId other = samples.organizationId();
    IdempotencyRecords records;

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

    IdempotencyRecord record(OrganizationId organization, IdempotencyKey key, Instant expiresAt) {
        return new IdempotencyRecord(
                organization,
                key,
                "fingerprint " + samples.id(),
                List.of(samples.objectId(), new Value.Text("own id")),
                false,
                Samples.LEASE,
                expiresAt);
    }

    IdempotencyRecord record() {
        return record(acme, KEY, TOMORROW);
    }

    void enter(IdempotencyRecord record) {
        assertThat(records.enter(record, NOW)).isEmpty();
    }

    /** Looks without entering: where nothing is, what is entered is taken out again. */
    Optional<IdempotencyRecord> find(OrganizationId organization, IdempotencyKey key) {
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
}
