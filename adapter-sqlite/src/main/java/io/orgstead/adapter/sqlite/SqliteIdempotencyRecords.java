package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Idempotency records beside the register of the organizations' tables: the database of the organizations is looked over at
 * every start and kept small.
 */
final class SqliteIdempotencyRecords implements IdempotencyRecords {

    private static final RowReader<IdempotencyRecord> READER =
            RowReader.strict("idempotency_records", "key", SqliteIdempotencyRecords::read);

    private final Database database;

    SqliteIdempotencyRecords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<IdempotencyRecord> enter(IdempotencyRecord record, Instant now) {
        return database.write(session -> {
            Optional<IdempotencyRecord> present =
                    find(session, record).filter(other -> !other.expiresAt().isBefore(now));
            if (present.isEmpty()) {
                put(session, record);
            }
            return present;
        });
    }

    @Override
    public boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement) {
        return database.write(session -> {
            boolean still = find(session, expected).equals(Optional.of(stored(expected)));
            if (still) {
                put(session, replacement);
            }
            return still;
        });
    }

    @Override
    public void remove(OrganizationId organization, IdempotencyKey key) {
        database.write(session -> session.update(IdempotencySql.REMOVE, organization.value(), key.value()));
    }

    @Override
    public void removeAll(OrganizationId organization) {
        database.write(session -> session.update(IdempotencySql.REMOVE_ALL, organization.value()));
    }

    @Override
    public List<IdempotencyRecord> list(OrganizationId organization, Optional<IdempotencyKey> after, int limit) {
        String last = after.map(IdempotencyKey::value).orElse("");
        return database.read(
                session -> session.findReadable(limit, READER, IdempotencySql.LIST, organization.value(), last));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return database.write(session -> session.update(IdempotencySql.REMOVE_EXPIRED, Millis.boundOf(now), limit));
    }

    private static Optional<IdempotencyRecord> find(Session session, IdempotencyRecord like) throws SQLException {
        return session.findOne(
                READER,
                IdempotencySql.FIND,
                like.organization().value(),
                like.key().value());
    }

    private static void put(Session session, IdempotencyRecord record) throws SQLException {
        session.update(
                IdempotencySql.PUT,
                record.organization().value(),
                record.key().value(),
                record.fingerprint(),
                ExtendedJson.writeLossless(new Value.Array(record.ids())),
                record.done() ? 1 : 0,
                Millis.of(record.leaseUntil()),
                Millis.of(record.expiresAt()));
    }

    /** As it comes back: to the millisecond. */
    private static IdempotencyRecord stored(IdempotencyRecord record) {
        return new IdempotencyRecord(
                record.organization(),
                record.key(),
                record.fingerprint(),
                record.ids(),
                record.done(),
                Instant.ofEpochMilli(Millis.of(record.leaseUntil())),
                Instant.ofEpochMilli(Millis.of(record.expiresAt())));
    }

    private static IdempotencyRecord read(ResultSet row) throws SQLException {
        return new IdempotencyRecord(
                new OrganizationId(row.getString("organization_id")),
                new IdempotencyKey(row.getString("key")),
                row.getString("fingerprint"),
                ids(row.getString("ids")),
                row.getBoolean("done"),
                Instant.ofEpochMilli(row.getLong("lease_until")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }

    private static List<Value> ids(String json) {
        try {
            if (ExtendedJson.readValue(json) instanceof Value.Array ids) {
                return ids.items();
            }
        } catch (JsonSyntaxException e) {
            // Said below.
        }
        throw new InvalidValueException("its ids are no list");
    }
}
