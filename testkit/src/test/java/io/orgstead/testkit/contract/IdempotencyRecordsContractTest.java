package io.orgstead.testkit.contract;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceIdempotencyRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class IdempotencyRecordsContractTest extends SuiteTrial<IdempotencyRecords> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends IdempotencyRecordsContract {

        private static Supplier<? extends IdempotencyRecords> port = ReferenceIdempotencyRecords::new;

        @Override
        protected IdempotencyRecords idempotencyRecords() {
            return port.get();
        }
    }

    @Override
    SuiteRun run(Supplier<? extends IdempotencyRecords> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    IdempotencyRecords correct() {
        return new ReferenceIdempotencyRecords();
    }

    @Override
    IdempotencyRecords doingNothing() {
        return DoesNothing.as(IdempotencyRecords.class);
    }

    @Override
    Stream<Sabotage<IdempotencyRecords>> sabotages() {
        return Stream.of(states(), removals(), lists(), races()).flatMap(sabotages -> sabotages);
    }

    private static Stream<Sabotage<IdempotencyRecords>> lists() {
        return Stream.of(
                new Sabotage<>(
                        "every list begins with the first",
                        "recordsAreListedPieceByPieceInTheOrderOfTheirKeys",
                        () -> new ReferenceIdempotencyRecords() {
                            @Override
                            public List<IdempotencyRecord> list(
                                    OrganizationId organization, Optional<IdempotencyKey> after, int limit) {
                                return super.list(organization, Optional.empty(), after.isEmpty() ? limit : 2);
                            }
                        }),
                new Sabotage<>(
                        "all are listed to all",
                        "recordsAreListedPieceByPieceInTheOrderOfTheirKeys",
                        () -> new ReferenceIdempotencyRecords() {
                            @Override
                            public List<IdempotencyRecord> list(
                                    OrganizationId organization, Optional<IdempotencyKey> after, int limit) {
                                return stored.values().stream()
                                        .filter(record -> after.isEmpty()
                                                || record.key()
                                                                .value()
                                                                .compareTo(after.get()
                                                                        .value())
                                                        > 0)
                                        .sorted(Comparator.comparing(
                                                record -> record.key().value()))
                                        .limit(limit)
                                        .toList();
                            }
                        }));
    }

    private static Sabotage<IdempotencyRecords> placing(
            String what, String seenBy, BiFunction<OrganizationId, IdempotencyKey, Object> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceIdempotencyRecords() {
            @Override
            protected Object place(OrganizationId organization, IdempotencyKey key) {
                return wrong.apply(organization, key);
            }
        });
    }

    private static Sabotage<IdempotencyRecords> writing(
            String what, String seenBy, UnaryOperator<IdempotencyRecord> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceIdempotencyRecords() {
            @Override
            protected IdempotencyRecord written(IdempotencyRecord record) {
                return wrong.apply(record);
            }
        });
    }

    private static Sabotage<IdempotencyRecords> comparing(
            String what, String seenBy, BiPredicate<IdempotencyRecord, IdempotencyRecord> wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceIdempotencyRecords() {
            @Override
            protected boolean isSame(IdempotencyRecord present, IdempotencyRecord expected) {
                return wrong.test(present, expected);
            }
        });
    }

    private static IdempotencyRecord with(IdempotencyRecord record, List<Value> ids) {
        return new IdempotencyRecord(
                record.organization(),
                record.key(),
                record.fingerprint(),
                ids,
                record.done(),
                record.leaseUntil(),
                record.expiresAt());
    }

    private static Stream<Sabotage<IdempotencyRecords>> states() {
        return Stream.of(
                placing("one key for all", "sameKeyOfOthersIsAnother", (organization, key) -> key),
                placing(
                        "case does not count",
                        "caseAndEndOfAKeyCount",
                        (organization, key) -> List.of(organization, key.value().toLowerCase(Locale.ROOT))),
                placing(
                        "long keys are cut",
                        "caseAndEndOfAKeyCount",
                        (organization, key) -> List.of(
                                organization,
                                key.value()
                                        .substring(0, Math.min(254, key.value().length())))),
                placing(
                        "the end of a key is enough",
                        "keyOfAnyKindIsAKey",
                        (organization, key) -> List.of(
                                organization,
                                key.value().startsWith("y") ? key.value().substring(1) : key.value())),
                writing(
                        "ids have no order",
                        "recordIsFoundAsItWasEntered",
                        record -> with(
                                record,
                                record.ids().stream()
                                        .sorted(Comparator.comparing(Value::toString))
                                        .toList())),
                writing(
                        "ids are text",
                        "recordIsFoundAsItWasEntered",
                        record -> with(
                                record,
                                record.ids().stream()
                                        .<Value>map(id ->
                                                id instanceof Value.ObjectId object ? new Value.Text(object.hex()) : id)
                                        .toList())),
                writing(
                        "done is forgotten",
                        "recordIsReplacedByItsNextState",
                        record -> new IdempotencyRecord(
                                record.organization(),
                                record.key(),
                                record.fingerprint(),
                                record.ids(),
                                false,
                                record.leaseUntil(),
                                record.expiresAt())),
                comparing("the key is enough", "lateReplacementChangesNothing", (present, expected) -> true),
                comparing(
                        "the request does not count",
                        "everyPartOfTheExpectedRecordCounts",
                        (present, expected) -> present.leaseUntil().equals(expected.leaseUntil())
                                && present.done() == expected.done()),
                new Sabotage<>("nothing expires", "expiredRecordGivesWay", () -> new ReferenceIdempotencyRecords() {
                    @Override
                    protected boolean isExpired(IdempotencyRecord record, Instant now) {
                        return false;
                    }
                }),
                new Sabotage<>(
                        "a replacement enters", "missingRecordIsNotReplaced", () -> new ReferenceIdempotencyRecords() {
                            @Override
                            public boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement) {
                                boolean replaced = super.replace(expected, replacement);
                                write(replacement);
                                return replaced;
                            }
                        }));
    }

    private static Stream<Sabotage<IdempotencyRecords>> removals() {
        return Stream.of(
                new Sabotage<>(
                        "a removal takes all", "removedRecordIsForgotten", () -> new ReferenceIdempotencyRecords() {
                            @Override
                            public void remove(OrganizationId organization, IdempotencyKey key) {
                                removeAll(organization);
                            }
                        }),
                new Sabotage<>(
                        "who goes takes all along",
                        "organizationsRecordsAreForgottenTogether",
                        () -> new ReferenceIdempotencyRecords() {
                            @Override
                            public void removeAll(OrganizationId organization) {
                                stored.clear();
                            }
                        }),
                new Sabotage<>("no limit", "expiredRecordsAreForgotten", () -> new ReferenceIdempotencyRecords() {
                    @Override
                    public int removeExpired(Instant now, int limit) {
                        return super.removeExpired(now, Integer.MAX_VALUE);
                    }
                }),
                new Sabotage<>(
                        "what lasts is forgotten",
                        "expiredRecordsAreForgotten",
                        () -> new ReferenceIdempotencyRecords() {
                            @Override
                            public int removeExpired(Instant now, int limit) {
                                return super.removeExpired(Instant.MAX, limit);
                            }
                        }));
    }

    private static Stream<Sabotage<IdempotencyRecords>> races() {
        return Stream.of(
                new Sabotage<>("several enter", "ofManyEnteringExactlyOneEnters", Racy::new),
                new Sabotage<>(
                        "several follow an expired one",
                        "ofManyEnteringInPlaceOfAnExpiredOneExactlyOneEnters",
                        Racy::new),
                new Sabotage<>("a replacement is lost", "ofManyReplacingExactlyOneWins", Racy::new));
    }

    private static final class Racy extends ReferenceIdempotencyRecords {

        private final Gap gap = new Gap();

        @Override
        public Optional<IdempotencyRecord> enter(IdempotencyRecord record, Instant now) {
            Optional<IdempotencyRecord> present = present(record, now);
            gap.enter();
            if (present.isEmpty()) {
                write(record);
            }
            return present;
        }

        @Override
        public boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement) {
            boolean same =
                    present(expected, Instant.MIN).filter(expected::equals).isPresent();
            gap.enter();
            if (same) {
                write(replacement);
            }
            return same;
        }
    }
}
