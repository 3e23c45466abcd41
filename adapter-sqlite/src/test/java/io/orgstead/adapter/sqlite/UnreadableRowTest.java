package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that somebody spoilt is refused by itself: all others are served, and recovery goes on past it. */
class UnreadableRowTest {

    private final Samples samples = new Samples();
    private final Organization spoilt = samples.provisioning(samples.name());
    private final Organization good = samples.provisioning(samples.name());
    private final Admin spoiltAdmin = samples.provisioningAdmin(samples.email());
    private final Admin goodAdmin = samples.provisioningAdmin(samples.email());

    @TempDir
    private Path folder;

    @BeforeEach
    void fillStore() {
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            adapters.organizations().add(spoilt);
            adapters.organizations().add(good);
            adapters.admins().add(spoiltAdmin);
            adapters.admins().add(goodAdmin);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collection_name = 'tenant_acme'",
                "name = 'two' || char(0) || 'lines', collection_name = ''",
                "admin_id = 'somebody'",
                "status = 'active', operation_id = NULL, lease_until = NULL, collection_name = 'x'"
            })
    void anOrganizationIsRefusedAlone(String change) throws SQLException {
        execute(
                "orgstead.db",
                "UPDATE organizations SET " + change + " WHERE id = '"
                        + spoilt.id().value() + "'");

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            expectRefusal(
                    "organizations",
                    spoilt.id().value(),
                    () -> adapters.organizations().findById(spoilt.id()));
            assertThat(adapters.organizations().findById(good.id())).contains(good);
            assertThat(adapters.organizations().findLeasedBefore(Instant.MAX, 1))
                    .containsExactly(good);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization_id = 'x'", "email = 'x', organization_id = ''"})
    void anAdminIsRefusedAlone(String change) throws SQLException {
        execute(
                "orgstead.db",
                "UPDATE admins SET " + change + " WHERE id = '"
                        + spoiltAdmin.id().value() + "'");

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            expectRefusal(
                    "admins", spoiltAdmin.id().value(), () -> adapters.admins().findById(spoiltAdmin.id()));
            assertThat(adapters.admins().findByEmail(goodAdmin.email())).contains(goodAdmin);
            assertThat(adapters.admins().findLeasedBefore(Instant.MAX, 1)).containsExactly(goodAdmin);
        }
    }

    @Test
    void anEntryOfTheRegisterIsLeftOut() throws SQLException {
        TenantMarker marker = samples.marker();
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            adapters.tenantCollections().stage(samples.marker(), IsolationModel.COLLECTION);
            adapters.tenantCollections().stage(marker, IsolationModel.COLLECTION);
        }
        execute(
                "tenants.db",
                "UPDATE tenant_collections SET staged_for = '!' WHERE staged_for <> '"
                        + marker.organizationId().value() + "'");

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            assertThat(adapters.tenantCollections().findStaged(1)).containsExactly(marker.organizationId());
        }
    }

    private static void expectRefusal(String table, String id, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreUnavailableException.class)
                .cause()
                .isInstanceOf(UnreadableRowException.class)
                .hasMessageStartingWith(table + " holds a row that cannot be read, id " + id + ": ");
    }

    private void execute(String file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
