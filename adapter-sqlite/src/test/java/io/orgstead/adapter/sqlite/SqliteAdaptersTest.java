package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAdaptersTest {

    private final Samples samples = new Samples();

    @TempDir
    private Path folder;

    @Test
    void everythingIsThereAgainAfterReopening() {
        Organization organization = samples.provisioning(samples.name());
        Admin admin = samples.admin();
        TenantMarker published = samples.marker();
        TenantMarker staged = samples.marker();
        CollectionIncarnation incarnation;
        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            adapters.organizations().add(organization);
            adapters.admins().add(admin);
            incarnation = adapters.tenantCollections().stage(published, IsolationModel.COLLECTION);
            adapters.tenantCollections().stage(staged, IsolationModel.COLLECTION);
            assertThat(adapters.tenantCollections()
                            .publish(published.organizationId(), incarnation, organization.collection()))
                    .isEqualTo(MoveOutcome.MOVED);
        }

        try (SqliteAdapters adapters = SqliteAdapters.open(folder)) {
            assertThat(adapters.organizations().findById(organization.id())).contains(organization);
            assertThat(adapters.organizations().findLeasedBefore(Instant.MAX, 9))
                    .containsExactly(organization);
            assertThat(adapters.admins().findByEmail(admin.email())).contains(admin);
            assertThat(adapters.tenantCollections().find(organization.collection()))
                    .contains(incarnation);
            assertThat(adapters.tenantCollections().findStaged(9)).containsExactly(staged.organizationId());
            // A claim is kept too, although nothing reads it.
            assertThatThrownBy(() -> adapters.organizations().add(samples.provisioning(organization.name())))
                    .hasMessageContaining("of this name");
        }
    }

    @Test
    void unpacksTheNativeLibraryOnce() throws IOException {
        Path library = SqliteAdapters.unpackNativeLibrary(folder).orElseThrow();

        assertThat(library).hasParent(folder).isNotEmptyFile();
        assertThatThrownBy(() -> SqliteAdapters.unpackNativeLibrary(folder))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void storesInMemoryKnowNothingOfEachOther() {
        Organization organization = samples.provisioning(samples.name());
        try (SqliteAdapters one = SqliteAdapters.inMemory();
                SqliteAdapters two = SqliteAdapters.inMemory()) {
            one.organizations().add(organization);

            assertThat(one.organizations().findById(organization.id())).contains(organization);
            assertThat(two.organizations().findById(organization.id())).isEmpty();
        }
    }

    @Test
    void closedStoreRefusesAndClosesAgainWithoutEffect() {
        Organization organization = samples.provisioning(samples.name());
        SqliteAdapters adapters = SqliteAdapters.open(folder);
        adapters.organizations().add(organization);
        adapters.close();
        adapters.close();

        assertThatThrownBy(() -> adapters.organizations().findById(organization.id()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> adapters.organizations().remove(organization))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> adapters.tenantCollections().find(organization.collection()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> adapters.healthProbe().check()).isInstanceOf(StoreUnavailableException.class);

        // Closing the first once more must not free the folder that now belongs to the second.
        try (SqliteAdapters second = SqliteAdapters.open(folder)) {
            adapters.close();
            assertThatThrownBy(() -> SqliteAdapters.open(folder))
                    .hasMessageEndingWith("already in use in this process");
            assertThat(second.organizations().findById(organization.id())).contains(organization);
        }
    }

    @Test
    void anInterruptedThreadIsRefusedAndStaysInterrupted() {
        try (SqliteAdapters adapters = SqliteAdapters.inMemory()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> adapters.admins().add(samples.admin()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasCauseInstanceOf(InterruptedException.class);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptedThreadClosesProperly() {
        SqliteAdapters adapters = SqliteAdapters.open(folder);
        Thread.currentThread().interrupt();

        adapters.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
        SqliteAdapters.open(folder).close();
    }

    @Test
    void portsStayTheSame() {
        try (SqliteAdapters adapters = SqliteAdapters.inMemory()) {
            assertThat(adapters.organizations()).isSameAs(adapters.organizations());
            assertThat(adapters.admins()).isSameAs(adapters.admins());
            assertThat(adapters.tenantCollections()).isSameAs(adapters.tenantCollections());
            assertThat(adapters.healthProbe()).isSameAs(adapters.healthProbe());
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        SqliteSettings defaults = SqliteSettings.defaults();
        assertThat(new SqliteSettings(defaults.callTimeout(), defaults.readConnections()))
                .isEqualTo(defaults);
        for (Duration timeout : new Duration[] {Duration.ofMillis(49), Duration.ofSeconds(-1), Duration.ofDays(1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SqliteSettings(timeout, 4));
        }
        for (int connections : new int[] {0, -1, 65}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SqliteSettings(defaults.callTimeout(), connections));
        }
    }
}
