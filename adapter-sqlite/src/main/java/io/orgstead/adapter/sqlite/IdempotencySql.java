package io.orgstead.adapter.sqlite;

/** Every statement on idempotency records. Each finds its rows through an index. */
final class IdempotencySql {

    static final String FIND = "SELECT * FROM idempotency_records WHERE organization_id = ? AND key = ?";

    static final String LIST = "SELECT * FROM idempotency_records WHERE organization_id = ? AND key > ? ORDER BY key";

    static final String PUT = """
            INSERT OR REPLACE INTO idempotency_records
                (organization_id, key, fingerprint, ids, done, lease_until, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    static final String REMOVE = "DELETE FROM idempotency_records WHERE organization_id = ? AND key = ?";

    static final String REMOVE_ALL = "DELETE FROM idempotency_records WHERE organization_id = ?";

    static final String REMOVE_EXPIRED = """
            DELETE FROM idempotency_records WHERE rowid IN (
                SELECT rowid FROM idempotency_records WHERE expires_at < ? ORDER BY expires_at LIMIT ?)""";

    private IdempotencySql() {}
}
