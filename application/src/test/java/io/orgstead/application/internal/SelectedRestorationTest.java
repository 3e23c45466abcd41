package io.orgstead.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackedUpOrganization.BackedUpAdmin;
import io.orgstead.application.usecase.backup.RestoreBackup.Report;
import io.orgstead.application.usecase.backup.RestoreBackup.Wish;
import io.orgstead.application.usecase.backup.RestoreRefusedException;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a backup is made, and what is said of it. */
class SelectedRestorationTest {

    private static final Wish ALL = new Wish(Optional.empty(), Optional.empty(), false);
    private static final Wish NEW_ONES = new Wish(Optional.empty(), Optional.empty(), true);

    private final Samples samples = new Samples();
    private final SteppingClock clock = SteppingClock.atSampleTime();
    private final SqliteAdapters store = SqliteAdapters.inMemory();
    private final SecurityAdapters security = SecurityAdapters.create(
            SecuritySettings.defaults(TokenSecret.ofText("a secret for tests, long enough for HS256"))
                    .withBcryptCost(SecuritySettings.MIN_BCRYPT_COST),
            clock);
    private final List<String> made = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void close() {
        security.close();
        store.close();
    }

    private SelectedRestoration restoration(Wish wish) {
        Ports ports = new Ports(
                store.organizations(),
                store.admins(),
                store.tenantCollections(),
                security.passwordHasher(),
                security.tokenService(),
                new NoLoginThrottle(),
                event -> {},
                samples::id,
                List.of(),
                clock,
                Duration.ofSeconds(15),
                Duration.ZERO,
                IsolationModel.COLLECTION,
                Optional.empty(),
                Optional.empty());
        return new SelectedRestoration(ports, wish, Recorded::new);
    }

    /** Takes down what is made. */
    private final class Recorded implements SelectedRestoration.Making {

        private final String name;

        Recorded(BackedUpOrganization organization) {
            name = organization.name().value();
            made.add("begin " + name);
        }

        @Override
        public void document(Document document) {
            made.add("document of " + name);
        }

        @Override
        public List<String> complete() {
            made.add("complete " + name);
            return warnings;
        }

        @Override
        public void undo() {
            made.add("undo " + name);
        }
    }

    private BackedUpOrganization organization(String name) {
        Admin admin = samples.admin();
        return new BackedUpOrganization(
                samples.organizationId(),
                OrganizationName.parse(name),
                Samples.NOW,
                new BackedUpAdmin(admin.id(), admin.email(), admin.password(), admin.createdAt(), admin.credentials()),
                List.of(),
                Optional.empty());
    }

    private void restore(SelectedRestoration restoration, BackedUpOrganization organization, int documents) {
        restoration.begin(organization);
        for (int i = 0; i < documents; i++) {
            restoration.document(samples.document());
        }
        restoration.end();
    }

    /** There is an organization with the id of this one. */
    private Organization add(BackedUpOrganization organization, String name) {
        Organization there = Organization.provision(
                        organization.id(), OrganizationName.parse(name), samples.admin(), samples.operation())
                .settled();
        store.organizations().add(there);
        return there;
    }

    @Test
    void whatIsMadeIsCounted() {
        SelectedRestoration restoration = restoration(ALL);

        restore(restoration, organization("acme"), 2);
        restore(restoration, organization("beta"), 1);

        assertThat(restoration.report()).isEqualTo(new Report(2, 3, 0, List.of()));
    }

    @Test
    void othersThanTheOneThatIsWishedArePassedOver() {
        SelectedRestoration restoration =
                restoration(new Wish(Optional.of(OrganizationName.parse("beta")), Optional.empty(), false));

        restore(restoration, organization("acme"), 2);
        restore(restoration, organization("beta"), 1);

        assertThat(made).containsExactly("begin beta", "document of beta", "complete beta");
        assertThat(restoration.report()).isEqualTo(new Report(1, 1, 0, List.of()));
    }

    @Test
    void whatTheBackupHasNotTheWholeOfIsTakenBack() {
        SelectedRestoration restoration = restoration(ALL);
        restoration.begin(organization("acme"));
        restoration.document(samples.document());

        restoration.abandon();
        restoration.end();
        restoration.close();

        assertThat(made).containsExactly("begin acme", "document of acme", "undo acme");
        assertThat(restoration.report()).isEqualTo(new Report(0, 0, 0, List.of()));
    }

    @Test
    void documentsOfWhatWasTakenBackDoNotCount() {
        SelectedRestoration restoration = restoration(ALL);
        restoration.begin(organization("acme"));
        restoration.document(samples.document());
        restoration.abandon();

        restore(restoration, organization("beta"), 1);

        assertThat(restoration.report()).isEqualTo(new Report(1, 1, 0, List.of()));
    }

    @Test
    void whatIsThereIsPassedOverIfThatIsWished() {
        BackedUpOrganization acme = organization("acme");
        add(acme, "acme");
        SelectedRestoration restoration = restoration(NEW_ONES);

        restore(restoration, acme, 2);

        assertThat(made).isEmpty();
        assertThat(restoration.report()).isEqualTo(new Report(0, 0, 1, List.of()));
    }

    @Test
    void whatIsThereUnderAnotherNameIsNotPassedOver() {
        BackedUpOrganization acme = organization("acme");
        add(acme, "zeta");

        assertThatThrownBy(() -> restoration(NEW_ONES).begin(acme))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageEndingWith("it is there already, under the name \"zeta\"");
    }

    @Test
    void whatIsBeingRemovedIsNotPassedOver() {
        BackedUpOrganization acme = organization("acme");
        Organization there = add(acme, "acme");
        store.organizations().replace(there.deleting(samples.operation()));

        assertThatThrownBy(() -> restoration(NEW_ONES).begin(acme))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageEndingWith("it is there already, under the name \"acme\"");
    }

    @Test
    void soManyWarningsAreKeptAsAPersonMayRead() {
        warnings.addAll(Collections.nCopies(60, "an index was left out"));
        SelectedRestoration restoration = restoration(ALL);

        restore(restoration, organization("acme"), 0);
        assertThat(restoration.report().warnings()).hasSize(60);
        restore(restoration, organization("beta"), 0);
        restore(restoration, organization("gamma"), 0);

        assertThat(restoration.report().warnings()).hasSize(100);
        assertThat(restoration.report().organizations()).isEqualTo(3);
    }
}
