package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored comes back as it was, and changes by compare and set on the version. */
abstract class AdminsStorage {

    final Samples samples = new Samples();
    Admins admins;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port over an empty store of its own
     */
    protected abstract Admins admins();

    @BeforeEach
    void openAdmins() {
        admins = admins();
    }

    Admin add() {
        Admin admin = samples.admin();
        admins.add(admin);
        return admin;
    }

    /** An admin in the middle of an update of everything, as the core makes it. */
    static Admin updated(Samples samples, Admin admin) {
        Organization updating = samples.active(samples.name())
                .updating(samples.operation().renamingTo(OrganizationName.parse("\u65b0\u3057\u3044\u540d\u524d")));
        return admin.updated(
                updating, Optional.of(samples.email()), Optional.of(samples.hash()), Samples.NOW.plusMillis(1));
    }

    static Stream<Function<Samples, Admin>> shapes() {
        return Stream.of(
                samples -> samples.provisioningAdmin(samples.email()),
                Samples::admin,
                samples -> samples.admin().fenced(),
                samples -> updated(samples, samples.admin()),
                samples -> updated(samples, samples.provisioningAdmin(samples.email())),
                samples -> samples.provisioningAdmin(EmailAddress.parse("j\u00fcrgen.o'neil+x@b\u00fccher.example"))
                        .settled(),
                samples -> foreign(samples, EmailAddress.restore("root@localhost"), "not a hash at all"),
                samples -> foreign(samples, EmailAddress.restore("no address"), ""));
    }

    private static Admin foreign(Samples samples, EmailAddress email, String password) {
        return new Admin(
                new AdminId(samples.id()),
                Optional.empty(),
                OrganizationName.restore(" \u00fc & \"'\\ "),
                email,
                new PasswordHash(password),
                Instant.parse("1999-12-31T23:59:59.001Z"),
                new CredentialsState((1L << 53) + 1, Optional.of(Instant.parse("2031-12-31T23:59:59.999Z"))),
                Optional.of(new OperationId(samples.id())),
                Optional.empty(),
                0);
    }

    @Test
    void addedAdminIsFoundByIdAndEmail() {
        Admin added = add();
        add();

        assertThat(admins.findById(added.id())).contains(added);
        assertThat(admins.findByEmail(added.email())).contains(added);
    }

    @Test
    void nothingIsFoundThatWasNotAdded() {
        Admin stranger = samples.admin();
        Admin added = add();

        assertThat(admins.findById(stranger.id())).isEmpty();
        assertThat(admins.findByEmail(stranger.email())).isEmpty();
        assertThat(admins.findById(added.id())).contains(added);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFieldComesBackAsAdded(Function<Samples, Admin> shape) {
        Admin admin = shape.apply(samples);

        admins.add(admin);

        assertThat(admins.findById(admin.id())).contains(admin);
        assertThat(admins.findByEmail(admin.email())).contains(admin);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFieldComesBackAsReplaced(Function<Samples, Admin> shape) {
        Admin shaped = shape.apply(samples);
        Admin next = shaped.version() > 0 ? shaped : shaped.fenced();
        Admin before = updated(samples, samples.provisioningAdmin(samples.email()));
        admins.add(new Admin(
                next.id(),
                before.organizationId(),
                before.organizationName(),
                before.email(),
                before.password(),
                next.createdAt(),
                before.credentials(),
                before.lastUpdate(),
                before.leaseUntil(),
                next.version() - 1));

        assertThat(admins.replace(next)).isTrue();

        assertThat(admins.findById(next.id())).contains(next);
        assertThat(admins.findByEmail(next.email())).contains(next);
    }

    @Test
    void replaceRefusesAVersionThatDoesNotFollow() {
        Admin stored = add();

        assertThat(admins.replace(stored)).isFalse();
        assertThat(admins.replace(stored.fenced().fenced())).isFalse();
        assertThat(admins.findById(stored.id())).contains(stored);
    }

    @Test
    void replaceMadeAgainIsRefused() {
        Admin stored = add();
        Admin next = updated(samples, stored);

        assertThat(admins.replace(next)).isTrue();
        assertThat(admins.replace(next)).isFalse();
        assertThat(admins.findById(stored.id())).contains(next);
    }

    @Test
    void fenceStopsAnUpdatePreparedBefore() {
        Admin stored = add();
        Admin prepared = updated(samples, stored);

        assertThat(admins.replace(stored.fenced())).isTrue();
        assertThat(admins.replace(prepared)).isFalse();
        assertThat(admins.findById(stored.id())).contains(stored.fenced());
    }

    @Test
    void replaceOfSomethingNotStoredChangesNothing() {
        Admin stranger = samples.admin();
        Admin added = add();

        assertThat(admins.replace(stranger)).isFalse();
        assertThat(admins.findById(stranger.id())).isEmpty();
        assertThat(admins.findById(added.id())).contains(added);
    }

    @Test
    void removedAdminIsFoundNoMore() {
        Admin stored = add();
        Admin other = add();

        admins.remove(stored.id());

        assertThat(admins.findById(stored.id())).isEmpty();
        assertThat(admins.findByEmail(stored.email())).isEmpty();
        assertThat(admins.findById(other.id())).contains(other);
    }

    @Test
    void removeMadeAgainDoesNothing() {
        Admin stored = add();
        Admin other = add();

        admins.remove(stored.id());
        admins.remove(stored.id());

        assertThat(admins.findById(stored.id())).isEmpty();
        assertThat(admins.findById(other.id())).contains(other);
    }
}
