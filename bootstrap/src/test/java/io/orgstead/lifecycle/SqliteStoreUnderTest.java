package io.orgstead.lifecycle;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
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

/** The embedded store in a folder; the back door is a second connection to its file. */
final class SqliteStoreUnderTest implements StoreUnderTest {

    private final Path folder;
    private final SqliteAdapters adapters;
    private final Connection backDoor;

    private SqliteStoreUnderTest(Path folder) {
        this.folder = folder;
        this.adapters = SqliteAdapters.open(folder);
        this.backDoor = connect(folder);
    }

    static SqliteStoreUnderTest open(Path folder) {
        return new SqliteStoreUnderTest(folder);
    }

    /** The organizations' own tables are in a database file of their own. */
    private static Connection connect(Path folder) {
        try {
            Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orgstead.db") + "?busy_timeout=5000");
            try (Statement statement = connection.createStatement()) {
                statement.execute("ATTACH '" + folder.resolve("tenants.db") + "' AS tenants");
            }
            return connection;
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
    public Snapshot snapshot() {
        return new Snapshot(
                query(
                        "SELECT id, name, collection_name, admin_id, admin_email, status FROM organizations",
                        row -> new StoredOrganization(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6).equals("active"))),
                query(
                        "SELECT id, email, organization_name, lease_until FROM admins",
                        row -> new StoredAdmin(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4) == null)),
                new TreeSet<>(tables()));
    }

    private List<String> tables() {
        return query(
                "SELECT name FROM tenants.sqlite_schema WHERE type = 'table' AND (name LIKE 'org\\_%' ESCAPE '\\'"
                        + " OR name LIKE 'staged\\_%' ESCAPE '\\')",
                row -> row.getString(1));
    }

    @Override
    public void putDocument(CollectionName collection) {
        execute("INSERT INTO tenants.\"" + collection.value() + "\" SELECT '1', '{\"_id\":\"1\"}'");
    }

    @Override
    public long countDocuments(CollectionName collection) {
        return query("SELECT count(*) FROM tenants.\"" + collection.value() + "\"", row -> row.getLong(1))
                .get(0);
    }

    @Override
    public void createForeignCollection(CollectionName collection) {
        execute("CREATE TABLE tenants.\"" + collection.value() + "\" (a)");
    }

    @Override
    public void clear() {
        execute("DELETE FROM organizations");
        execute("DELETE FROM collection_claims");
        execute("DELETE FROM admins");
        execute("DELETE FROM tenants.tenant_collections");
        tables().forEach(table -> execute("DROP TABLE tenants.\"" + table + "\""));
    }

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public void close() {
        try {
            backDoor.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            adapters.close();
        }
    }

    private void execute(String sql) {
        try (Statement statement = backDoor.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private <T> List<T> query(String sql, Row<T> reader) {
        try (Statement statement = backDoor.createStatement();
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
