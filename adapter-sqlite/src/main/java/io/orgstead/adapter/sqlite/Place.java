package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a collection is now.
 *
 * @param name its name
 * @param stagedFor the organization whose private collection it is; empty if it is public
 * @param file the file that its table is in; empty if that is the register's own
 * @param isTarget whether it is where a move would take it
 */
record Place(String name, Optional<String> stagedFor, Optional<Integer> file, boolean isTarget) {

    /** From a row of {@link TenantSql#FIND_PLACE}. */
    static Place read(ResultSet row) throws SQLException {
        return new Place(
                row.getString("name"),
                Optional.ofNullable(row.getString("staged_for")),
                file(row),
                row.getBoolean("there"));
    }

    /** The file in a row of the register. */
    static Optional<Integer> file(ResultSet row) throws SQLException {
        int file = row.getInt("file");
        return row.wasNull() ? Optional.empty() : Optional.of(file);
    }

    boolean isStagedFor(OrganizationId organization) {
        return stagedFor.equals(Optional.of(organization.value()));
    }

    boolean isPublicAt(CollectionName other) {
        return stagedFor.isEmpty() && name.equals(other.value());
    }
}
