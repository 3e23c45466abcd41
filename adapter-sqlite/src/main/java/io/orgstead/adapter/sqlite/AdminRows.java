package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Admins as rows, and back. */
final class AdminRows {

    /** Throws {@link UnreadableRowException} for a row that breaks a rule. */
    static final RowReader<Admin> READER = RowReader.strict("admins", "id", AdminRows::read);

    private AdminRows() {}

    /** The values in the order of {@link AdminSql#ADD} and {@link AdminSql#REPLACE}. */
    static @Nullable Object[] values(Admin admin) {
        return new @Nullable Object[] {
            admin.organizationId().map(OrganizationId::value).orElse(null),
            admin.organizationName().value(),
            admin.email().value(),
            admin.password().reveal(),
            Millis.of(admin.createdAt()),
            admin.credentials().changes(),
            admin.credentials().changedAt().map(Millis::of).orElse(null),
            admin.lastUpdate().map(OperationId::value).orElse(null),
            admin.leaseUntil().map(Millis::of).orElse(null),
            admin.version(),
            admin.id().value()
        };
    }

    private static Admin read(ResultSet row) throws SQLException {
        return new Admin(
                new AdminId(row.getString("id")),
                Optional.ofNullable(row.getString("organization_id")).map(OrganizationId::new),
                OrganizationName.restore(row.getString("organization_name")),
                EmailAddress.restore(row.getString("email")),
                new PasswordHash(row.getString("password")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                new CredentialsState(row.getLong("credential_changes"), instant(row, "credentials_changed_at")),
                Optional.ofNullable(row.getString("last_update")).map(OperationId::new),
                instant(row, "lease_until"),
                row.getLong("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
