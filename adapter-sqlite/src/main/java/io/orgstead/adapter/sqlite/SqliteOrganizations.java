package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.port.Organizations;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Organizations in the master database. As writes come one at a time, a claim is simply looked up before it is taken:
 * nothing depends on the words in which SQLite reports a violated constraint.
 */
final class SqliteOrganizations implements Organizations {

    private final Database master;
    private final RecentRows<Organization> recent;

    SqliteOrganizations(Database master) {
        this.master = master;
        this.recent = new RecentRows<>(master, OrganizationRows.READER);
    }

    @Override
    public Optional<Organization> findById(OrganizationId id) {
        return recent.find(OrganizationSql.FIND_BY_ID, id.value());
    }

    @Override
    public Optional<Organization> findByName(OrganizationName name) {
        return recent.find(OrganizationSql.FIND_BY_NAME, name.value(), session -> {
            Optional<Organization> byCollection = session.findOne(
                    OrganizationRows.READER,
                    OrganizationSql.FIND_BY_COLLECTION,
                    name.collectionName().value());
            return byCollection.isPresent()
                    ? byCollection
                    : session.findOne(OrganizationRows.READER, OrganizationSql.FIND_BY_NAME, name.value());
        });
    }

    @Override
    public Optional<Organization> findByAdmin(AdminId admin) {
        return recent.find(OrganizationSql.FIND_BY_ADMIN, admin.value());
    }

    @Override
    public void add(Organization organization) {
        master.write(session -> {
            requireUnclaimed(session, organization);
            session.update(OrganizationSql.ADD, OrganizationRows.values(organization));
            return claim(session, organization);
        });
    }

    @Override
    public boolean replace(Organization next) {
        return master.write(session -> {
            if (!session.exists(OrganizationSql.HAS_VERSION, next.id().value(), next.version() - 1)) {
                return false;
            }
            requireUnclaimed(session, next);
            session.update(OrganizationSql.REPLACE, OrganizationRows.values(next));
            session.update(OrganizationSql.RELEASE_CLAIMS, next.id().value());
            return claim(session, next);
        });
    }

    @Override
    public boolean remove(Organization organization) {
        return master.write(session ->
                session.update(OrganizationSql.REMOVE, organization.id().value(), organization.version()) == 1);
    }

    @Override
    public List<Organization> findLeasedBefore(Instant instant, int limit) {
        return master.read(session -> session.findReadable(
                limit, OrganizationRows.READER, OrganizationSql.FIND_LEASED_BEFORE, Millis.boundOf(instant)));
    }

    @Override
    public List<Organization> list(Optional<OrganizationId> after, int limit) {
        String last = after.map(OrganizationId::value).orElse("");
        return master.read(
                session -> session.findReadable(limit, OrganizationRows.READER, OrganizationSql.LIST_AFTER, last));
    }

    private static void requireUnclaimed(Session session, Organization organization) throws SQLException {
        for (CollectionName name : organization.claims()) {
            if (session.exists(
                    OrganizationSql.IS_CLAIMED_BY_ANOTHER,
                    name.value(),
                    organization.id().value())) {
                throw ConflictException.nameTaken();
            }
        }
    }

    private static boolean claim(Session session, Organization organization) throws SQLException {
        for (CollectionName name : organization.claims()) {
            session.update(
                    OrganizationSql.CLAIM, name.value(), organization.id().value());
        }
        return true;
    }
}
