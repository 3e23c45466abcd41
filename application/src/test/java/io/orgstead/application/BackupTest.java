package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackupSink;
import io.orgstead.application.usecase.backup.RestoreBackup;
import io.orgstead.application.usecase.backup.RestoreBackup.Copy;
import io.orgstead.application.usecase.backup.RestoreBackup.Wish;
import io.orgstead.application.usecase.backup.RestoreRefusedException;
import io.orgstead.application.usecase.backup.WriteBackup;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Backups on the embedded store, without a file in between. */
class BackupTest {

    private static final Wish ALL = new Wish(Optional.empty(), Optional.empty(), false);
    private static final IndexDefinition INDEX =
            new IndexDefinition("by_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());

    private final Core from = new Core();
    private final Core to = new Core();
    private volatile Interfering interfering = Interfering.NOT;
    private OrganizationDetails acme;
    private OrganizationDetails beta;

    @BeforeEach
    void fill() {
        acme = from.create("Acme", "a@acme.com");
        beta = from.create("Beta", "b@beta.com");
        var data = management(from).organizationData().orElseThrow();
        Principal admin = from.principal("a@acme.com");
        data.indexes().create(admin, INDEX);
        for (int i = 0; i < 700; i += 100) {
            int first = i;
            data.insert()
                    .insert(
                            admin,
                            new InsertDocuments.Command(IntStream.range(first, first + 100)
                                    .mapToObj(n -> document("_id", "d%05d".formatted(n), "n", n))
                                    .toList()));
        }
        from.store.tenantSchemas().replace(acme.id(), Optional.empty(), Optional.of(new DocumentSchema("{}")));
        to.clock.advance(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private OrganizationManagement management(Core core) {
        Interfering current = (call, port) -> interfering.around(call, port);
        return core.builder()
                .organizations(Interfering.in(Organizations.class, core.store.organizations(), current))
                .admins(Interfering.in(Admins.class, core.store.admins(), current))
                .tenantCollections(Interfering.in(TenantCollections.class, core.store.tenantCollections(), current))
                .organizationData(
                        Interfering.in(TenantDocuments.class, core.store.tenantDocuments(), current),
                        Interfering.in(TenantIndexes.class, core.store.tenantIndexes(), current),
                        core.store.idempotencyRecords())
                .documentSchemas(core.store.tenantSchemas(), new RequiringValidator())
                .build();
    }

    private WriteBackup.Report copy(Wish wish) {
        try (RestoreBackup.Restoration restoration =
                management(to).backups().orElseThrow().restore().restore(wish)) {
            return write(restoration);
        }
    }

    private WriteBackup.Report write(BackupSink sink) {
        return management(from).backups().orElseThrow().write().write(Optional.empty(), sink);
    }

    private static Wish only(String name) {
        return new Wish(Optional.of(Core.name(name)), Optional.empty(), false);
    }

    private List<Document> documents(Core core, Principal admin) {
        List<Document> all = new ArrayList<>();
        management(core).organizationData().orElseThrow().export().export(admin, all::add);
        return all;
    }

    private void assertNothingIn(Core core) {
        assertThat(core.store.organizations().list(Optional.empty(), 10)).isEmpty();
        assertThat(core.store.admins().findByEmail(Core.email("a@acme.com"))).isEmpty();
        assertThat(core.store.tenantCollections().find(acme.collection())).isEmpty();
        assertThat(core.store.tenantCollections().findStaged(10)).isEmpty();
        assertThat(core.store.tenantSchemas().find(acme.id())).isEmpty();
    }

    @Test
    void everythingIsAsItWas() {
        assertThat(copy(ALL)).isEqualTo(new WriteBackup.Report(2, 700, 0));

        assertThat(management(to).findOrganization().find(Core.name("acme"))).isEqualTo(acme);
        assertThat(management(to).findOrganization().find(Core.name("beta"))).isEqualTo(beta);
        Principal admin = to.principal("a@acme.com");
        assertThat(admin).isEqualTo(from.principal("a@acme.com"));
        assertThat(documents(to, admin)).hasSize(700).isEqualTo(documents(from, admin));
        assertThat(management(to).organizationData().orElseThrow().indexes().list(admin))
                .containsExactly(INDEX);
        assertThat(to.store.tenantSchemas().find(acme.id())).contains(new DocumentSchema("{}"));
        var before = from.store.admins().findById(acme.adminId()).orElseThrow();
        var after = to.store.admins().findById(acme.adminId()).orElseThrow();
        assertThat(after.password()).isEqualTo(before.password());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.credentials()).isEqualTo(before.credentials());
        assertThat(after.leaseUntil()).isEmpty();
        assertThat(management(to).recoverInterrupted().recoverAll().isEmpty()).isTrue();
    }

    @Test
    void nobodySeesItBeforeItIsComplete() {
        interfering = Interfering.before(
                "insert",
                () -> Refused.with(
                        FailureCode.ORGANIZATION_NOT_FOUND,
                        () -> to.management.findOrganization().find(Core.name("acme"))));
        copy(ALL);
    }

    @Test
    void oneOfManyAndUnderAnotherName() {
        copy(only("Beta"));
        assertThat(to.store.organizations().list(Optional.empty(), 10)).hasSize(1);

        OrganizationName name = Core.name("Acme Two");
        copy(new Wish(Optional.of(Core.name("Acme")), Optional.of(new Copy(name, Core.email("two@acme.com"))), false));
        OrganizationDetails copied = management(to).findOrganization().find(name);
        assertThat(copied.id()).isNotEqualTo(acme.id());
        assertThat(copied.adminId()).isNotEqualTo(acme.adminId());
        assertThat(copied.createdAt()).isEqualTo(acme.createdAt());
        assertThat(documents(to, to.principal("two@acme.com"))).hasSize(700);
    }

    @Test
    void whatIsTakenIsRefusedAndExistingOnesCanBePassedOver() {
        copy(only("Acme"));
        for (Wish wish : List.of(ALL, only("Acme"))) {
            try (RestoreBackup.Restoration check =
                    management(to).backups().orElseThrow().restore().check(wish)) {
                assertThatThrownBy(() -> write(check)).isInstanceOf(RestoreRefusedException.class);
            }
        }
        assertThat(to.store.organizations().list(Optional.empty(), 10)).hasSize(1);

        Wish rest = new Wish(Optional.empty(), Optional.empty(), true);
        try (RestoreBackup.Restoration restoration =
                management(to).backups().orElseThrow().restore().restore(rest)) {
            write(restoration);
            assertThat(restoration.report()).isEqualTo(new RestoreBackup.Report(1, 0, 1, List.of()));
        }
        assertThat(to.store.organizations().list(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void aNameOrAnAddressOfOthersIsRefused() {
        to.create("acme", "other@acme.com");
        assertThatThrownBy(() -> copy(only("Acme")))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("name");
        to.create("other", "b@beta.com");
        assertThatThrownBy(() -> copy(only("Beta")))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("email");
    }

    @Test
    void oneThatIsBrokenOffIsTakenBackAtOnce() {
        RestoreBackup.Restoration restoration =
                management(to).backups().orElseThrow().restore().restore(only("Acme"));
        try (restoration) {
            assertThatThrownBy(() -> write(new Failing(restoration, 650))).hasMessage("broken off");
        }
        assertNothingIn(to);
    }

    /** Whatever call it dies before: what was done by then is undone by recovery. */
    @Test
    @Tag("thorough")
    void afterACrashAnywhereRecoveryLeavesNothing() {
        int calls = crashAtCall(Integer.MAX_VALUE);
        assertThat(calls).isEqualTo(10);
        for (int call = 1; call <= calls; call++) {
            Core fresh = new Core();
            crashAtCall(fresh, call);
            interfering = Interfering.NOT;
            management(fresh).recoverInterrupted().recoverAll();
            assertNothingIn(fresh);
            fresh.close();
        }
    }

    private int crashAtCall(int call) {
        Core fresh = new Core();
        int calls = crashAtCall(fresh, call);
        fresh.close();
        return calls;
    }

    /** A dead process makes no more calls; gives how many changes were tried. */
    private int crashAtCall(Core fresh, int call) {
        List<String> changes = List.of("add", "replace", "stage", "publish", "create", "insert", "drop", "remove");
        int[] made = {0};
        List<Document> buffered = new ArrayList<>();
        List<BackedUpOrganization> begun = new ArrayList<>();
        interfering = Interfering.NOT;
        management(from)
                .backups()
                .orElseThrow()
                .write()
                .write(Optional.of(Core.name("Acme")), new Recording(begun, buffered));
        RestoreBackup.Restoration restoration =
                management(fresh).backups().orElseThrow().restore().restore(only("Acme"));
        interfering = (name, port) -> {
            if (changes.contains(name) && ++made[0] >= call) {
                throw new CrashException();
            }
            return port.call();
        };
        try {
            restoration.begin(begun.get(0));
            buffered.forEach(restoration::document);
            restoration.end();
        } catch (CrashException dead) {
            assertThat(made[0]).isGreaterThanOrEqualTo(call);
        }
        return made[0];
    }

    @Test
    void documentsThatContradictAUniqueIndexAreKeptAndTheIndexIsNot() {
        List<BackedUpOrganization> begun = new ArrayList<>();
        write(new Recording(begun, new ArrayList<>()));
        try (RestoreBackup.Restoration restoration =
                management(to).backups().orElseThrow().restore().restore(only("Acme"))) {
            restoration.begin(begun.stream()
                    .filter(organization -> organization.id().equals(acme.id()))
                    .findFirst()
                    .orElseThrow());
            restoration.document(document("_id", "a", "n", 1));
            restoration.document(document("_id", "b", "n", 1));
            restoration.end();
            assertThat(restoration.report().warnings())
                    .singleElement()
                    .asString()
                    .contains("by_n");
        }
        Principal admin = to.principal("a@acme.com");
        assertThat(documents(to, admin)).hasSize(2);
        assertThat(management(to).organizationData().orElseThrow().indexes().list(admin))
                .isEmpty();
    }

    @Test
    void aRestorationThatTakesLongKeepsItsLease() {
        List<BackedUpOrganization> begun = new ArrayList<>();
        List<Document> buffered = new ArrayList<>();
        management(from)
                .backups()
                .orElseThrow()
                .write()
                .write(Optional.of(Core.name("Acme")), new Recording(begun, buffered));
        try (RestoreBackup.Restoration restoration =
                management(to).backups().orElseThrow().restore().restore(only("Acme"))) {
            restoration.begin(begun.get(0));
            for (Document document : buffered) {
                restoration.document(document);
                to.clock.advance(Duration.ofMillis(25));
                management(to).recoverInterrupted().recoverExpired();
            }
            restoration.end();
        }
        assertThat(documents(to, to.principal("a@acme.com"))).hasSize(700);
    }

    /** The process is gone: nothing that it would do later is done. */
    private static final class CrashException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private record Recording(List<BackedUpOrganization> begun, List<Document> documents) implements BackupSink {

        @Override
        public void begin(BackedUpOrganization organization) {
            begun.add(organization);
        }

        @Override
        public void document(Document document) {
            documents.add(document);
        }

        @Override
        public void end() {}

        @Override
        public void abandon() {}
    }

    private static final class Failing implements BackupSink {

        private final BackupSink sink;
        private int left;

        Failing(BackupSink sink, int after) {
            this.sink = sink;
            this.left = after;
        }

        @Override
        public void begin(BackedUpOrganization organization) {
            sink.begin(organization);
        }

        @Override
        public void document(Document document) {
            if (left-- == 0) {
                throw new IllegalStateException("broken off");
            }
            sink.document(document);
        }

        @Override
        public void end() {
            sink.end();
        }

        @Override
        public void abandon() {
            sink.abandon();
        }
    }
}
