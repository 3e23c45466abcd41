package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFilesTest {

    private static final String KNOWN =
            "changed_documents,document_changes,document_indexes,document_schemas,document_usage,expiring_files,idempotency_records,"
                    + "tenant_collections,tenant_files";

    private final Samples samples = new Samples();

    @TempDir
    private Path folder;

    @Test
    void idsThatFollowEachOtherAreSpreadEvenly() {
        Map<Integer, Long> sizes = IntStream.range(0, 20_000)
                .mapToObj(i -> TenantFileId.of(new OrganizationId(String.format("6743f0a1c0ffee5a11%06x", i)))
                        .number())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(sizes.keySet())
                .allSatisfy(file -> assertThat(file).isBetween(0, TenantFiles.COUNT - 1))
                .hasSize(TenantFiles.COUNT);
        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isLessThan(60));
    }

    @Test
    void moreFilesAreUsedThanStayOpen() throws IOException {
        Map<CollectionName, CollectionIncarnation> created = new LinkedHashMap<>();
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            TenantCollections collections = adapters.tenantCollections();
            for (int i = 0; i < 2 * TenantFiles.MOST_OPEN; i++) {
                TenantMarker marker = samples.marker();
                CollectionName name = marker.organization().collectionName();
                created.put(name, collections.stage(marker, IsolationModel.COLLECTION));
                collections.publish(marker.organizationId(), created.get(name), name);
            }
            assertThat(files(".db")).isGreaterThan(TenantFiles.MOST_OPEN);
            assertThat(files("-wal")).isEqualTo(TenantFiles.MOST_OPEN);

            created.forEach((name, incarnation) -> assertThat(collections.rename(name, incarnation, renamed(name)))
                    .isEqualTo(MoveOutcome.MOVED));
            assertThat(files("-wal")).isEqualTo(TenantFiles.MOST_OPEN);
        }
        assertThat(files("-wal")).isZero();
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            created.forEach((name, incarnation) -> {
                assertThat(adapters.tenantCollections().find(renamed(name))).contains(incarnation);
                adapters.tenantCollections().drop(renamed(name), incarnation);
                assertThat(adapters.tenantCollections().find(renamed(name))).isEmpty();
            });
        }
    }

    private static CollectionName renamed(CollectionName name) {
        return new CollectionName(name.value() + "_renamed");
    }

    private long files(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tenants"))) {
            return files.filter(file -> file.toString().endsWith(end)).count();
        }
    }

    @Test
    void aFolderOfTheFirstVersionIsServed() throws SQLException {
        CollectionName first = new CollectionName("org_first");
        CollectionName second = new CollectionName("org_second");
        CollectionIncarnation incarnation = new CollectionIncarnation("of the first version");
        OrganizationId interrupted = samples.organizationId();
        writeFirstVersion(first, incarnation, interrupted);

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            TenantCollections collections = adapters.tenantCollections();
            TenantMarker newcomer = samples.marker();
            CollectionIncarnation staged = collections.stage(newcomer, IsolationModel.COLLECTION);
            assertThat(collections.publish(newcomer.organizationId(), staged, first))
                    .isEqualTo(MoveOutcome.TARGET_TAKEN);
            assertThat(collections.rename(first, incarnation, second)).isEqualTo(MoveOutcome.MOVED);
            assertThat(collections.publish(newcomer.organizationId(), staged, first))
                    .isEqualTo(MoveOutcome.MOVED);

            assertThat(collections.findStaged(9)).containsExactly(interrupted);
            collections.discardStaged(interrupted);
            assertThat(collections.findStaged(9)).isEmpty();
        }
        assertThat(tables()).isEqualTo(KNOWN.replace("tenant_collections", "org_second,tenant_collections"));

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            assertThat(adapters.tenantCollections().find(second)).contains(incarnation);
            adapters.tenantCollections().drop(second, incarnation);
        }
        assertThat(tables()).isEqualTo(KNOWN);
    }

    /** A store as the first version left it: no file but the register's, with a public and a private table. */
    private void writeFirstVersion(CollectionName name, CollectionIncarnation incarnation, OrganizationId interrupted)
            throws SQLException {
        SqliteAdapters.open(folder).close();
        String staged = "staged_" + interrupted.value();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String later : List.of(
                    "changed_documents",
                    "document_changes",
                    "document_indexes",
                    "document_schemas",
                    "document_usage",
                    "expiring_files",
                    "idempotency_records",
                    "tenant_files")) {
                statement.execute("DROP TABLE " + later);
            }
            statement.execute("DROP INDEX tenant_collections_with_files");
            for (String column : List.of("file", "model", "phase", "expires")) {
                statement.execute("ALTER TABLE tenant_collections DROP COLUMN " + column);
            }
            statement.execute("PRAGMA user_version = 1");
            for (String table : new String[] {name.value(), staged}) {
                statement.execute(
                        "CREATE TABLE \"" + table + "\" (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL) STRICT");
            }
            statement.execute("INSERT INTO tenant_collections VALUES ('" + name.value() + "', '" + incarnation.value()
                    + "', NULL, 0), ('" + staged + "', 'another', '" + interrupted.value() + "', 0)");
        }
    }

    private String tables() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT group_concat(name, ',' ORDER BY name) FROM sqlite_schema" + " WHERE type = 'table'")) {
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tenants.db"));
    }
}
