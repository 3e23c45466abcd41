package io.orgstead.reliability.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The embedded store in a folder, which whoever made it removes. */
public final class EmbeddedStore implements Store {

    private static final String HOMES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            + " AND (name LIKE 'org\\_%' ESCAPE '\\' OR name LIKE 'staged\\_%' ESCAPE '\\'"
            + " OR name LIKE 'database:%')";

    private static final String SHARED_HOMES =
            "SELECT incarnation FROM tenant_collections UNION SELECT tenant FROM shared_documents";

    private final Path folder;

    /** A store in a folder that need not be there yet. */
    public EmbeddedStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String title() {
        return "embedded";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("ORGSTEAD_DATA_DIR", folder.toString());
    }

    /** Its server is the only one, so what a dead one left is settled at the next start. */
    @Override
    public Duration settlesWithin() {
        return Duration.ZERO;
    }

    @Override
    public Contents contents() {
        Path register = folder.resolve("orgstead.db");
        return new Contents(
                query(register, "SELECT id FROM admins ORDER BY id"),
                query(register, "SELECT admin_id FROM organizations ORDER BY admin_id"),
                query(
                        register,
                        "SELECT name FROM organizations WHERE status <> 'active'"
                                + " UNION ALL SELECT email FROM admins WHERE lease_until IS NOT NULL"),
                homes());
    }

    /** Tables of organizations' own, in whatever file, and organizations in the one that is shared. */
    private List<String> homes() {
        return files().stream()
                .flatMap(file -> query(file, file.endsWith("shared.db") ? SHARED_HOMES : HOMES).stream())
                .toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> query(Path file, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=5000");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(file + ": " + sql, e);
        }
    }

    @Override
    public void close() {}
}
