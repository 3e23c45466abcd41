package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TenantSchemas;
import java.sql.SQLException;
import java.util.Optional;

/** The schemas of the organizations' documents, beside the register of their tables. */
final class SqliteTenantSchemas implements TenantSchemas {

    private static final String FIND = "SELECT schema FROM document_schemas WHERE organization_id = ?";
    private static final String PUT = "INSERT OR REPLACE INTO document_schemas (organization_id, schema) VALUES (?, ?)";
    private static final String REMOVE = "DELETE FROM document_schemas WHERE organization_id = ?";

    private final Database database;

    SqliteTenantSchemas(Database database) {
        this.database = database;
    }

    @Override
    public Optional<DocumentSchema> find(OrganizationId organization) {
        return database.read(session -> find(session, organization));
    }

    @Override
    public boolean replace(
            OrganizationId organization, Optional<DocumentSchema> expected, Optional<DocumentSchema> next) {
        return database.write(session -> {
            boolean still = find(session, organization).equals(expected);
            if (still && next.isPresent()) {
                session.update(PUT, organization.value(), next.get().json());
            } else if (still) {
                session.update(REMOVE, organization.value());
            }
            return still;
        });
    }

    @Override
    public void remove(OrganizationId organization) {
        database.write(session -> session.update(REMOVE, organization.value()));
    }

    private static Optional<DocumentSchema> find(Session session, OrganizationId organization) throws SQLException {
        return session.findOne(row -> new DocumentSchema(row.getString("schema")), FIND, organization.value());
    }
}
