package io.orgstead.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Back doors to the files with the organizations' tables, and to the register's own file, which may have some too. */
final class TenantFileDoors implements AutoCloseable {

    private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            + " AND (name LIKE 'org\\_%' ESCAPE '\\' OR name LIKE 'staged\\_%' ESCAPE '\\')";

    private final Path folder;
    private final Map<Path, Connection> doors = new HashMap<>();

    TenantFileDoors(Path folder) {
        this.folder = folder;
    }

    /** The names of the tables in all files. */
    List<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        for (Path file : files()) {
            tables.addAll(tables(file));
        }
        return List.copyOf(tables);
    }

    /** The file that a table is in; the register's if there is no such table. */
    Connection doorTo(String table) throws SQLException {
        for (Path file : files()) {
            if (tables(file).contains(table)) {
                return door(file);
            }
        }
        return door(register());
    }

    /** Empties all files. */
    void clear() throws SQLException {
        for (Path file : files()) {
            try (Statement statement = door(file).createStatement()) {
                for (String table : tables(file)) {
                    statement.execute("DROP TABLE \"" + table + "\"");
                }
                statement.execute("DELETE FROM tenant_collections");
            }
        }
    }

    private Set<String> tables(Path file) throws SQLException {
        try (Statement statement = door(file).createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            Set<String> tables = new TreeSet<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder.resolve("tenants"))) {
            Stream<Path> databases = files.filter(file -> file.toString().endsWith(".db"));
            return Stream.concat(Stream.of(register()), databases).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path register() {
        return folder.resolve("tenants.db");
    }

    private Connection door(Path file) throws SQLException {
        Connection door = doors.get(file);
        if (door == null) {
            door = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=5000");
            doors.put(file, door);
        }
        return door;
    }

    @Override
    public void close() throws SQLException {
        for (Connection door : doors.values()) {
            door.close();
        }
    }
}
