package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.usecase.DiagnoseStore;
import io.orgstead.application.usecase.DiagnoseStore.Finding;
import io.orgstead.application.usecase.DiagnoseStore.Report;
import io.orgstead.application.usecase.DiagnoseStore.Severity;
import io.orgstead.application.usecase.DiagnoseStore.Subject;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseStoreTest {

    private final Samples samples = new Samples();
    private final SqliteAdapters store = SqliteAdapters.inMemory();
    private final Looks looks = new Looks();
    private Instant now = Samples.NOW;

    /** A store as it is told to be. */
    private static final class Looks implements StoreDiagnosis {

        private List<String> missing = List.of();
        private Instant time = Samples.NOW;
        private long collections;

        @Override
        public List<String> missingIndexes() {
            return missing;
        }

        @Override
        public Instant time() {
            return time;
        }

        @Override
        public long countCollections() {
            return collections;
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Report report() {
        return StoreDiagnostics.of(looks, store.organizations(), store.admins(), store.tenantCollections(), () -> now)
                .diagnose();
    }

    private Finding finding(Subject subject) {
        return report().findings().stream()
                .filter(finding -> finding.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksAtEverythingInOrder() {
        assertThat(report().findings())
                .extracting(Finding::subject)
                .containsExactly(
                        Subject.STORE,
                        Subject.INDEXES,
                        Subject.CLOCK,
                        Subject.LEFTOVERS,
                        Subject.MOVES,
                        Subject.COLLECTIONS);
        assertThat(report().findings()).extracting(Finding::severity).containsOnly(Severity.OK);
        assertThat(report().severity()).isEqualTo(Severity.OK);
    }

    @Test
    void missingIndexesAreAProblem() {
        looks.missing = List.of("one", "two");

        assertThat(finding(Subject.INDEXES))
                .isEqualTo(new Finding(Subject.INDEXES, Severity.PROBLEM, "2 missing: one, two"));
        assertThat(report().severity()).isEqualTo(Severity.PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "0, OK, agrees with this machine's to within a second",
        "1000, OK, agrees with this machine's to within a second",
        "-1000, OK, agrees with this machine's to within a second",
        "1001, WARNING, is 1001 ms ahead of this machine's",
        "-1001, WARNING, is 1001 ms behind this machine's",
        "5000, WARNING, is 5000 ms ahead of this machine's",
        "5001, PROBLEM, is 5001 ms ahead of this machine's",
        "-3600000, PROBLEM, is 3600000 ms behind this machine's",
    })
    void clocksMustAgree(long millis, Severity severity, String detail) {
        looks.time = now.plusMillis(millis);

        assertThat(finding(Subject.CLOCK)).isEqualTo(new Finding(Subject.CLOCK, severity, detail));
    }

    /** However long the store takes to answer, its clock may be right. */
    @Test
    void theTimeOfTheCallIsNoSkew() {
        Instant[] times = {now, now.plusSeconds(20), now.plusSeconds(20), now.plusSeconds(20)};
        int[] asked = {0};
        looks.time = now.plusSeconds(10);
        DiagnoseStore slow = StoreDiagnostics.of(
                looks,
                store.organizations(),
                store.admins(),
                store.tenantCollections(),
                () -> times[Math.min(asked[0]++, 3)]);

        assertThat(slow.diagnose().severity()).isEqualTo(Severity.OK);
    }

    @ParameterizedTest
    @CsvSource({"3999, OK", "4000, WARNING", "9999, WARNING", "10000, PROBLEM"})
    void collectionsHaveABudget(long count, Severity severity) {
        looks.collections = count;

        assertThat(finding(Subject.COLLECTIONS).severity()).isEqualTo(severity);
        assertThat(finding(Subject.COLLECTIONS).detail())
                .startsWith(count + (severity == Severity.OK ? " of at most 10000" : " collections, and "));
    }

    @Test
    void whatRecoveryWouldSettleIsFoundOnceItsLeaseHasEnded() {
        Organization creating = samples.provisioning(samples.name());
        Admin orphan = samples.provisioningAdmin(samples.email());
        TenantMarker marker = samples.marker();
        assertThat(finding(Subject.LEFTOVERS).severity()).isEqualTo(Severity.OK);

        store.organizations().add(creating);
        store.admins().add(orphan);

        assertThat(finding(Subject.LEFTOVERS).severity()).isEqualTo(Severity.OK);

        now = Samples.LEASE.plusMillis(1);
        looks.time = now;
        assertThat(finding(Subject.LEFTOVERS).severity()).isEqualTo(Severity.WARNING);

        now = Samples.LEASE.plus(Duration.ofMinutes(1)).plusMillis(1);
        looks.time = now;
        store.tenantCollections().stage(marker, IsolationModel.COLLECTION);
        assertThat(finding(Subject.LEFTOVERS))
                .isEqualTo(new Finding(
                        Subject.LEFTOVERS,
                        Severity.PROBLEM,
                        "wait for a running server to settle them: organization "
                                + creating.id().value() + " is PROVISIONING, admin "
                                + orphan.id().value() + " has no organization, a private collection of "
                                + marker.organizationId().value() + " has no organization"));
        assertThat(store.organizations().findById(creating.id())).contains(creating);
    }

    @Test
    void halfACopyOfAnOrganizationIsFound() {
        Organization active = samples.active(samples.name());
        store.organizations().add(active);
        Organization creating = samples.provisioning(samples.name());
        store.organizations().add(creating);
        store.tenantCollections().stage(TenantMarker.of(creating), IsolationModel.COLLECTION);
        assertThat(finding(Subject.MOVES)).isEqualTo(new Finding(Subject.MOVES, Severity.OK, "none"));

        store.tenantCollections().stage(TenantMarker.of(active), IsolationModel.COLLECTION);
        assertThat(finding(Subject.MOVES).severity()).isEqualTo(Severity.WARNING);
        assertThat(finding(Subject.MOVES).detail()).endsWith(active.name().value());
        assertThat(finding(Subject.LEFTOVERS).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void someOfManyLeftoversAreNamed() {
        for (int i = 0; i < 7; i++) {
            store.organizations().add(samples.provisioning(samples.name()));
        }
        now = Samples.LEASE.plus(Duration.ofDays(1));
        looks.time = now;

        assertThat(finding(Subject.LEFTOVERS).detail()).endsWith(" is PROVISIONING, and 2 more");
    }

    @Test
    void aStoreThatDoesNotAnswerIsAFinding() {
        store.close();

        Report report = report();

        assertThat(report.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(report.findings().get(0).subject()).isEqualTo(Subject.STORE);
        assertThat(report.findings().get(0).detail()).startsWith("does not answer: ");
        assertThat(report.findings())
                .extracting(Finding::subject)
                .containsExactly(Subject.STORE, Subject.INDEXES, Subject.CLOCK);
    }
}
