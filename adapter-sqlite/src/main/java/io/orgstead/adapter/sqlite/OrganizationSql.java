package io.orgstead.adapter.sqlite;

/** Every statement on organizations and their claims. Each finds its rows through an index. */
final class OrganizationSql {

    static final String FIND_BY_ID = "SELECT * FROM organizations WHERE id = ?";

    static final String FIND_BY_COLLECTION = "SELECT * FROM organizations WHERE collection_name = ?";

    static final String FIND_BY_NAME = "SELECT * FROM organizations WHERE name = ? ORDER BY id LIMIT 1";

    static final String FIND_BY_ADMIN = "SELECT * FROM organizations WHERE admin_id = ?";

    static final String FIND_LEASED_BEFORE =
            "SELECT * FROM organizations WHERE lease_until < ? ORDER BY lease_until, id";

    static final String LIST_AFTER = "SELECT * FROM organizations WHERE id > ? ORDER BY id";

    static final String HAS_VERSION = "SELECT 1 FROM organizations WHERE id = ? AND version = ?";

    static final String ADD = """
            INSERT INTO organizations (name, collection_name, admin_id, admin_email, created_at, status, version,
                operation_id, lease_until, target_name, incarnation, home_isolation, home_incarnation,
                destination_isolation, destination_incarnation, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String REPLACE = """
            UPDATE organizations SET name = ?, collection_name = ?, admin_id = ?, admin_email = ?, created_at = ?,
                status = ?, version = ?, operation_id = ?, lease_until = ?, target_name = ?, incarnation = ?,
                home_isolation = ?, home_incarnation = ?, destination_isolation = ?, destination_incarnation = ?
            WHERE id = ?""";

    /** Takes the claims along. */
    static final String REMOVE = "DELETE FROM organizations WHERE id = ? AND version = ?";

    static final String IS_CLAIMED_BY_ANOTHER =
            "SELECT 1 FROM collection_claims WHERE collection_name = ? AND organization_id <> ?";

    static final String CLAIM = "INSERT INTO collection_claims (collection_name, organization_id) VALUES (?, ?)";

    static final String RELEASE_CLAIMS = "DELETE FROM collection_claims WHERE organization_id = ?";

    private OrganizationSql() {}
}
