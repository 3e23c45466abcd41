package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations as rows, and back. */
final class OrganizationRows {

    /** Throws {@link UnreadableRowException} for a row that breaks a rule. */
    static final RowReader<Organization> READER = RowReader.strict("organizations", "id", OrganizationRows::read);

    private OrganizationRows() {}

    /** The values in the order of {@link OrganizationSql#ADD} and {@link OrganizationSql#REPLACE}. */
    static @Nullable Object[] values(Organization organization) {
        Optional<Operation> operation = organization.operation();
        return new @Nullable Object[] {
            organization.name().value(),
            organization.collection().value(),
            organization.adminId().value(),
            organization.adminEmail().value(),
            Millis.of(organization.createdAt()),
            organization.status().name().toLowerCase(Locale.ROOT),
            organization.version(),
            operation.map(Operation::id).map(OperationId::value).orElse(null),
            operation.map(Operation::leaseUntil).map(Millis::of).orElse(null),
            operation
                    .flatMap(Operation::targetName)
                    .map(OrganizationName::value)
                    .orElse(null),
            operation
                    .flatMap(Operation::incarnation)
                    .map(CollectionIncarnation::value)
                    .orElse(null),
            organization.home().map(OrganizationRows::isolation).orElse(null),
            organization.home().map(home -> home.incarnation().value()).orElse(null),
            operation
                    .flatMap(Operation::destination)
                    .map(OrganizationRows::isolation)
                    .orElse(null),
            operation
                    .flatMap(Operation::destination)
                    .map(home -> home.incarnation().value())
                    .orElse(null),
            organization.id().value()
        };
    }

    private static Organization read(ResultSet row) throws SQLException {
        return new Organization(
                new OrganizationId(row.getString("id")),
                OrganizationName.restore(row.getString("name")),
                new CollectionName(row.getString("collection_name")),
                new AdminId(row.getString("admin_id")),
                EmailAddress.restore(row.getString("admin_email")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                OrganizationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                operation(row),
                home(row, "home"),
                row.getLong("version"));
    }

    private static String isolation(TenantHome home) {
        return home.model().name().toLowerCase(Locale.ROOT);
    }

    private static Optional<TenantHome> home(ResultSet row, String which) throws SQLException {
        String model = row.getString(which + "_isolation");
        return model == null
                ? Optional.empty()
                : Optional.of(new TenantHome(
                        IsolationModel.valueOf(model.toUpperCase(Locale.ROOT)),
                        new CollectionIncarnation(row.getString(which + "_incarnation"))));
    }

    private static Optional<Operation> operation(ResultSet row) throws SQLException {
        String id = row.getString("operation_id");
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new Operation(
                new OperationId(id),
                Instant.ofEpochMilli(row.getLong("lease_until")),
                Optional.ofNullable(row.getString("target_name")).map(OrganizationName::restore),
                Optional.ofNullable(row.getString("incarnation")).map(CollectionIncarnation::new),
                home(row, "destination")));
    }
}
