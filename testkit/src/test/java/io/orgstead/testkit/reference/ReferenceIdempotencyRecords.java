package io.orgstead.testkit.reference;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdempotencyRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceIdempotencyRecords implements IdempotencyRecords {

    protected final Map<Object, IdempotencyRecord> stored = new LinkedHashMap<>();

    protected Object place(OrganizationId organization, IdempotencyKey key) {
        return List.of(organization, key);
    }

    protected boolean isExpired(IdempotencyRecord record, Instant now) {
        return !record.expiresAt().isAfter(now);
    }

    protected boolean isSame(IdempotencyRecord present, IdempotencyRecord expected) {
        return present.equals(expected);
    }

    protected IdempotencyRecord written(IdempotencyRecord record) {
        return record;
    }

    protected final Optional<IdempotencyRecord> present(IdempotencyRecord like, Instant now) {
        synchronized (stored) {
            return Optional.ofNullable(stored.get(place(like.organization(), like.key())))
                    .filter(record -> !isExpired(record, now));
        }
    }

    protected final void write(IdempotencyRecord record) {
        synchronized (stored) {
            stored.put(place(record.organization(), record.key()), written(record));
        }
    }

    @Override
    public Optional<IdempotencyRecord> enter(IdempotencyRecord record, Instant now) {
        synchronized (stored) {
            Optional<IdempotencyRecord> present = present(record, now);
            if (present.isEmpty()) {
                write(record);
            }
            return present;
        }
    }

    @Override
    public boolean replace(IdempotencyRecord expected, IdempotencyRecord replacement) {
        synchronized (stored) {
            IdempotencyRecord present = stored.get(place(expected.organization(), expected.key()));
            if (present == null || !isSame(present, expected)) {
                return false;
            }
            write(replacement);
            return true;
        }
    }

    @Override
    public void remove(OrganizationId organization, IdempotencyKey key) {
        synchronized (stored) {
            stored.remove(place(organization, key));
        }
    }

    @Override
    public void removeAll(OrganizationId organization) {
        synchronized (stored) {
            stored.values().removeIf(record -> record.organization().equals(organization));
        }
    }

    @Override
    public List<IdempotencyRecord> list(OrganizationId organization, Optional<IdempotencyKey> after, int limit) {
        synchronized (stored) {
            return stored.values().stream()
                    .filter(record -> record.organization().equals(organization))
                    .filter(record -> after.isEmpty()
                            || record.key().value().compareTo(after.get().value()) > 0)
                    .sorted(Comparator.comparing(record -> record.key().value()))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        synchronized (stored) {
            List<Object> expired = stored.entrySet().stream()
                    .filter(entry -> isExpired(entry.getValue(), now))
                    .map(Map.Entry::getKey)
                    .limit(limit)
                    .toList();
            expired.forEach(stored::remove);
            return expired.size();
        }
    }
}
