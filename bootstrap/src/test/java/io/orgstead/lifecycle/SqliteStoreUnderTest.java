package io.orgstead.lifecycle;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.lifecycle.Snapshot.StoredAdmin;
import io.orgstead.lifecycle.Snapshot.StoredOrganization;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The embedded store in a folder; the back doors are second connections to its files. */
final class SqliteStoreUnderTest implements StoreUnderTest {

    private static final AdminId NOBODY = new AdminId("000000000000000000000000");

    private final Path folder;
    private final SqliteAdapters adapters;
    private final Connection backDoor;
    private final TenantFileDoors tenants;

    private SqliteStoreUnderTest(Path folder) {
        this.folder = folder;
        this.adapters = SqliteAdapters.open(folder);
        this.backDoor = connect(folder);
        this.tenants = new TenantFileDoors(folder);
    }

    static SqliteStoreUnderTest open(Path folder) {
        return new SqliteStoreUnderTest(folder);
    }

    private static Connection connect(Path folder) {
        try {
            return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orgstead.db") + "?busy_timeout=5000");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Organizations organizations() {
        return adapters.organizations();
    }

    @Override
    public Admins admins() {
        return adapters.admins();
    }

    @Override
    public TenantCollections tenantCollections() {
        return adapters.tenantCollections();
    }

    @Override
    public TenantDocuments tenantDocuments() {
        return adapters.tenantDocuments();
    }

    @Override
    public TenantIndexes tenantIndexes() {
        return adapters.tenantIndexes();
    }

    @Override
    public TenantChanges tenantChanges() {
        return adapters.tenantChanges();
    }

    @Override
    public IdempotencyRecords idempotencyRecords() {
        return adapters.idempotencyRecords();
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(
                query(
                        backDoor,
                        "SELECT id, name, collection_name, admin_id, admin_email, status FROM organizations",
                        row -> new StoredOrganization(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6).equals("active"))),
                query(
                        backDoor,
                        "SELECT id, email, organization_name, lease_until FROM admins",
                        row -> new StoredAdmin(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4) == null)),
                new TreeSet<>(tables()));
    }

    private List<String> tables() {
        try {
            return tenants.tables();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void putDocument(CollectionName collection) {
        execute(doorTo(collection), "INSERT INTO \"" + collection.value() + "\" SELECT '1', '{\"_id\":\"1\"}'");
    }

    @Override
    public long countDocuments(CollectionName collection) {
        return query(doorTo(collection), "SELECT count(*) FROM \"" + collection.value() + "\"", row -> row.getLong(1))
                .get(0);
    }

    @Override
    public void createForeignCollection(CollectionName collection) {
        execute(doorTo(collection), "CREATE TABLE \"" + collection.value() + "\" (a)");
    }

    private Connection doorTo(CollectionName collection) {
        try {
            return tenants.doorTo(collection.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void clear() {
        execute(backDoor, "DELETE FROM organizations");
        execute(backDoor, "DELETE FROM collection_claims");
        execute(backDoor, "DELETE FROM admins");
        try {
            tenants.clear();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        // The adapter keeps what it has found until something is written through it.
        adapters.admins().remove(NOBODY);
    }

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public void close() {
        try {
            backDoor.close();
            tenants.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            adapters.close();
        }
    }

    private static void execute(Connection door, String sql) {
        try (Statement statement = door.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static <T> List<T> query(Connection door, String sql, Row<T> reader) {
        try (Statement statement = door.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
