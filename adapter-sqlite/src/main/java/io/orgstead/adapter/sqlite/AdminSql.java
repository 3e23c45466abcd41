package io.orgstead.adapter.sqlite;

/** Every statement on admins. Each finds its rows through an index. */
final class AdminSql {

    static final String FIND_BY_ID = "SELECT * FROM admins WHERE id = ?";

    static final String FIND_BY_EMAIL = "SELECT * FROM admins WHERE email = ?";

    static final String FIND_LEASED_BEFORE = "SELECT * FROM admins WHERE lease_until < ? ORDER BY lease_until, id";

    static final String HAS_VERSION = "SELECT 1 FROM admins WHERE id = ? AND version = ?";

    static final String IS_EMAIL_OF_ANOTHER = "SELECT 1 FROM admins WHERE email = ? AND id <> ?";

    static final String ADD = """
            INSERT INTO admins (organization_id, organization_name, email, password, created_at, credential_changes,
                credentials_changed_at, last_update, lease_until, version, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String REPLACE = """
            UPDATE admins SET organization_id = ?, organization_name = ?, email = ?, password = ?, created_at = ?,
                credential_changes = ?, credentials_changed_at = ?, last_update = ?, lease_until = ?, version = ?
            WHERE id = ?""";

    static final String REHASH = "UPDATE admins SET password = ? WHERE id = ? AND password = ?";

    static final String REMOVE = "DELETE FROM admins WHERE id = ?";

    private AdminSql() {}
}
