package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator is told when the files are not what they should be, and that nothing is made worse. */
class DamageTest {

    private static final String MASTER = "orgstead.db";
    private static final String TENANTS = "tenants.db";

    private final Samples samples = new Samples();
    private final TenantMarker marker = samples.marker();
    private final String tenantFile = TenantFileId.of(marker.organizationId()).fileName();

    @TempDir
    private Path folder;

    @BeforeEach
    void fillStore() {
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            adapters.tenantCollections().stage(marker, IsolationModel.COLLECTION);
            for (int i = 0; i < 50; i++) {
                adapters.organizations().add(samples.active(samples.name()));
            }
        }
    }

    private void expectRefusal(String reason) {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> SqliteAdapters.open(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining(reason)
                    .message()
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MASTER, TENANTS})
    void aFileOfSomethingElseIsRefusedAndLeftAlone(String file) throws IOException {
        String content = "This is no database. ".repeat(500);
        Files.writeString(folder.resolve(file), content);

        expectRefusal(file + " in it is damaged, or not a database");
        assertThat(folder.resolve(file)).hasContent(content);
    }

    @Test
    void damageInsideIsFoundAtTheStart() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(MASTER).toFile(), "rw")) {
            assertThat(file.length()).isGreaterThan(3 * 4096);
            for (int page = 1; page < file.length() / 4096; page++) {
                file.seek(page * 4096L);
                file.write(new byte[64]);
            }
        }
        expectRefusal(MASTER + " in it is damaged");
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(MASTER).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        expectRefusal(MASTER + " in it is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {MASTER, TENANTS})
    void aNewerDatabaseIsRefused(String file) throws SQLException {
        execute(file, "PRAGMA user_version = 99");
        expectRefusal(file + " in it was written by a newer version");
    }

    @ParameterizedTest
    @ValueSource(strings = {MASTER, TENANTS})
    void aDatabaseOfAnotherProgramIsRefused(String file) throws SQLException, IOException {
        Files.delete(folder.resolve(file));
        execute(file, "CREATE TABLE something (a)");
        expectRefusal(file + " in it is not a database of this program");

        execute(file, "PRAGMA application_id = 1");
        expectRefusal(file + " in it is not a database of this program");
    }

    @ParameterizedTest
    @ValueSource(strings = {MASTER, TENANTS})
    void halfAStoreIsRefusedInsteadOfCompletedWithNothing(String file) throws IOException {
        Path kept = Files.move(folder.resolve(file), folder.resolve("kept"));
        expectRefusal(file + " in it is missing or empty");

        Files.move(kept, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            assertThat(adapters.tenantCollections().findStaged(9)).hasSize(1);
        }
    }

    @Test
    void aFirstStartThatWasBrokenOffIsCompleted() throws SQLException, IOException {
        execute(TENANTS, "DELETE FROM tenant_collections");
        execute(TENANTS, "DELETE FROM tenant_files");
        Files.delete(folder.resolve(tenantFile));
        Files.delete(folder.resolve(MASTER));

        SqliteAdapters.open(folder).close();

        assertThat(folder.resolve(MASTER)).isNotEmptyFile();
    }

    @Test
    void aTenantFileOfSomethingElseIsRefusedAloneAndLeftAlone() throws IOException {
        String content = "This is no database. ".repeat(500);
        Files.writeString(folder.resolve(tenantFile), content);
        TenantMarker other = samples.marker();

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            assertThatThrownBy(() -> adapters.tenantCollections().discardStaged(marker.organizationId()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .cause()
                    .hasMessage(tenantFile + " in it is damaged, or not a database");
            adapters.tenantCollections().stage(other, IsolationModel.COLLECTION);
            assertThat(adapters.tenantCollections().findStaged(9))
                    .containsExactlyInAnyOrder(marker.organizationId(), other.organizationId());
        }
        assertThat(folder.resolve(tenantFile)).hasContent(content);
    }

    @Test
    void aTenantFileThatIsMissingIsRefusedInsteadOfMadeAnew() throws IOException {
        Path kept = Files.move(folder.resolve(tenantFile), folder.resolve("kept"));
        expectRefusal(tenantFile + " in it is missing or empty");
        Files.move(kept, folder.resolve(tenantFile));

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            Files.move(folder.resolve(tenantFile), kept);
            assertThatThrownBy(() -> adapters.tenantCollections().discardStaged(marker.organizationId()))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(folder.resolve(tenantFile)).doesNotExist();
            Files.move(kept, folder.resolve(tenantFile));

            adapters.tenantCollections().discardStaged(marker.organizationId());
            assertThat(adapters.tenantCollections().findStaged(9)).isEmpty();
        }
    }

    @Test
    void tenantFilesWithoutTheirRegisterAreRefused() throws IOException {
        Files.delete(folder.resolve(MASTER));
        Files.delete(folder.resolve(TENANTS));
        expectRefusal(TENANTS + " in it is missing or empty");
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsIsRefused() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(MASTER));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            expectRefusal(MASTER + " in it is locked by another program");
        }
        SqliteAdapters.open(folder).close();
    }

    private void execute(String file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
