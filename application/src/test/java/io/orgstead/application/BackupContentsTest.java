package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackupSink;
import io.orgstead.application.usecase.backup.WriteBackup.Report;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which organizations are handed out to a backup, and what is handed out of one that is under change. */
class BackupContentsTest {

    private final Core core = new Core();
    private final Samples samples = new Samples();
    private final Recorder sink = new Recorder();
    private Interfering interfering = Interfering.NOT;
    private OrganizationId acme = samples.organizationId();

    @BeforeEach
    void create() {
        acme = core.create("acme", "a@acme.com").id();
        core.create("beta", "b@beta.com");
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Report write(Optional<String> only) {
        return core.builder()
                .admins(Interfering.in(
                        Admins.class, core.store.admins(), (call, port) -> interfering.around(call, port)))
                .organizationData(
                        core.store.tenantDocuments(), core.store.tenantIndexes(), core.store.idempotencyRecords())
                .build()
                .backups()
                .orElseThrow()
                .write()
                .write(only.map(Core::name), sink);
    }

    private Report writeAll() {
        return write(Optional.empty());
    }

    private Report writeAcme() {
        return write(Optional.of("acme"));
    }

    private Organization stored() {
        return core.store.organizations().findById(acme).orElseThrow();
    }

    private void store(Organization next) {
        assertThat(core.store.organizations().replace(next)).isTrue();
    }

    private void removeAdmin() {
        core.store.admins().remove(stored().adminId());
    }

    private void delete() {
        core.management.deleteOrganization().delete(Samples.principal(stored()), Optional.empty());
    }

    private void lock() {
        store(stored().deleting(samples.operation()));
    }

    @Test
    void organizationWithoutAdminIsLeftOutAndCounted() {
        removeAdmin();

        assertThat(writeAll()).isEqualTo(new Report(1, 0, 1));
        assertThat(writeAcme()).isEqualTo(new Report(0, 0, 1));

        assertThat(sink.calls).containsExactly("begin beta", "end");
    }

    @Test
    void organizationThatIsDeletedBeforeItsAdminIsReadIsNotCounted() {
        interfering = Interfering.before("findById", Interfering.once(this::delete));

        assertThat(writeAll()).isEqualTo(new Report(1, 0, 0));

        assertThat(sink.calls).containsExactly("begin beta", "end");
    }

    @Test
    void organizationThatIsBeingRemovedIsNotCounted() {
        interfering = Interfering.before("findById", Interfering.once(() -> {
            removeAdmin();
            lock();
        }));

        assertThat(writeAll()).isEqualTo(new Report(1, 0, 0));
    }

    @Test
    void organizationThatIsDeletedWhileItIsHandedOutIsAbandoned() {
        sink.atBegin = Interfering.once(this::delete);

        assertThat(writeAll()).isEqualTo(new Report(1, 0, 0));

        assertThat(sink.calls).containsExactly("begin acme", "abandon", "begin beta", "end");
    }

    @Test
    void organizationThatNobodySeesIsNotFoundByItsName() {
        lock();

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::writeAcme);
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> write(Optional.of("nobody")));

        assertThat(sink.calls).isEmpty();
    }

    @Test
    void organizationThatIsDeletedWhileItAloneIsHandedOutIsNotFound() {
        sink.atBegin = Interfering.once(this::delete);

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, this::writeAcme);

        assertThat(sink.calls).containsExactly("begin acme", "abandon");
    }

    @Test
    void renameThatIsNotAppliedIsNotInTheBackup() {
        beginRename();

        assertThat(writeAcme()).isEqualTo(new Report(1, 0, 0));

        assertThat(sink.calls).containsExactly("begin acme", "end");
    }

    @Test
    void renameThatIsAppliedIsInTheBackup() {
        beginRename();
        Admin admin = core.store.admins().findById(stored().adminId()).orElseThrow();
        core.store.admins().replace(admin.updated(stored(), Optional.empty(), Optional.empty(), core.clock.instant()));

        assertThat(writeAcme()).isEqualTo(new Report(1, 0, 0));

        assertThat(sink.calls).containsExactly("begin gamma", "end");
    }

    private void beginRename() {
        CollectionIncarnation home =
                core.store.tenantCollections().find(stored().collection()).orElseThrow();
        store(stored().updating(
                        samples.operation().renamingTo(Core.name("gamma")).on(home)));
    }

    /** Takes down what it is told. */
    private static final class Recorder implements BackupSink {

        private final List<String> calls = new ArrayList<>();
        private Runnable atBegin = () -> {};

        @Override
        public void begin(BackedUpOrganization organization) {
            calls.add("begin " + organization.name().value());
            atBegin.run();
        }

        @Override
        public void document(Document document) {
            calls.add("document");
        }

        @Override
        public void end() {
            calls.add("end");
        }

        @Override
        public void abandon() {
            calls.add("abandon");
        }
    }
}
