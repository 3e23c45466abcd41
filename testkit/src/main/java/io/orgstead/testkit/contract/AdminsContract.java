package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.orgstead.domain.port.Admins} must do. An implementation's test extends this class and says how to
 * make the port, and how another implementation would have stored an admin.
 */
public abstract class AdminsContract extends AdminsStorage {

    private static final EmailAddress WANTED = EmailAddress.parse("wanted@example.com");

    /**
     * Stores an admin in the store of the port under test, past the port, with the address written as given. Stands for
     * what another implementation, which does not lower-case addresses, may have left.
     *
     * @param admin the admin; its own address is the given one in lower case
     * @param email the address to store, in any case
     */
    protected abstract void addForeign(Admin admin, String email);

    private Admin add(EmailAddress email) {
        Admin admin = samples.provisioningAdmin(email);
        admins.add(admin);
        return admin;
    }

    private Admin addLeased(Instant leaseUntil) {
        Admin admin = Admin.provision(
                new AdminId(samples.id()),
                samples.organizationId(),
                samples.name(),
                samples.email(),
                samples.hash(),
                Samples.NOW,
                leaseUntil);
        admins.add(admin);
        return admin;
    }

    private Admin withEmail(Admin admin, EmailAddress email) {
        return admin.updated(
                samples.active(samples.name()).updating(samples.operation()),
                Optional.of(email),
                Optional.empty(),
                Samples.NOW);
    }

    @Test
    void emailIsFoundAndTakenInAnyCase() {
        Admin added = add(EmailAddress.parse("Some.One@Example.COM"));

        assertThat(admins.findByEmail(EmailAddress.parse("some.one@example.com")))
                .contains(added);
        assertThat(admins.findByEmail(EmailAddress.restore("SOME.ONE@EXAMPLE.COM")))
                .contains(added);
        Refusal.expect(FailureCode.EMAIL_TAKEN, () -> add(EmailAddress.parse("SOME.one@example.com")));
    }

    @Test
    void emailStoredInAnotherCaseIsFound() {
        Admin foreign = samples.provisioningAdmin(EmailAddress.parse("legacy@example.com"))
                .settled();
        addForeign(foreign, "Legacy@Example.COM");

        assertThat(admins.findByEmail(EmailAddress.parse("legacy@example.com"))).contains(foreign);
        assertThat(admins.findById(foreign.id())).contains(foreign);
        assertThat(admins.findByEmail(EmailAddress.parse("egacy@example.com"))).isEmpty();
    }

    @Test
    void addWithATakenEmailIsRefusedAndChangesNothing() {
        Admin holder = add(WANTED);
        Admin rival = samples.provisioningAdmin(WANTED);

        Refusal.expect(FailureCode.EMAIL_TAKEN, () -> admins.add(rival));

        assertThat(admins.findById(rival.id())).isEmpty();
        assertThat(admins.findByEmail(WANTED)).contains(holder);
    }

    @Test
    void replaceWithATakenEmailIsRefusedAndChangesNothing() {
        Admin holder = add(WANTED);
        Admin stored = add();

        Refusal.expect(FailureCode.EMAIL_TAKEN, () -> admins.replace(withEmail(stored, WANTED)));

        assertThat(admins.findById(stored.id())).contains(stored);
        assertThat(admins.findByEmail(stored.email())).contains(stored);
        assertThat(admins.findByEmail(WANTED)).contains(holder);
    }

    @Test
    void changedEmailFreesTheOldOne() {
        Admin stored = add(WANTED);
        Admin moved = withEmail(stored, samples.email());

        assertThat(admins.replace(moved)).isTrue();

        assertThat(admins.findByEmail(moved.email())).contains(moved);
        assertThat(admins.findByEmail(WANTED)).isEmpty();
        assertThat(admins.findByEmail(add(WANTED).email())).isPresent();
    }

    @Test
    void removeFreesTheEmail() {
        Admin stored = add(WANTED);

        admins.remove(stored.id());

        Admin successor = add(WANTED);
        assertThat(admins.findByEmail(WANTED)).contains(successor);
    }

    @Test
    void rehashReplacesNothingButTheHash() {
        Admin stored = add();
        PasswordHash fresh = samples.hash();

        assertThat(admins.rehash(stored.id(), stored.password(), fresh)).isTrue();

        assertThat(admins.findById(stored.id())).contains(withHash(stored, fresh));
        assertThat(admins.replace(withHash(stored, fresh).fenced())).isTrue();
    }

    @Test
    void rehashOfAnotherHashChangesNothing() {
        Admin stored = add();
        Admin other = add();
        PasswordHash fresh = samples.hash();

        assertThat(admins.rehash(stored.id(), other.password(), fresh)).isFalse();
        assertThat(admins.rehash(new AdminId(samples.id()), stored.password(), fresh))
                .isFalse();
        assertThat(admins.findById(stored.id())).contains(stored);
        assertThat(admins.findById(other.id())).contains(other);
    }

    @Test
    void rehashMadeAgainIsRefused() {
        Admin stored = add();
        PasswordHash fresh = samples.hash();

        assertThat(admins.rehash(stored.id(), stored.password(), fresh)).isTrue();
        assertThat(admins.rehash(stored.id(), stored.password(), samples.hash()))
                .isFalse();
        assertThat(admins.findById(stored.id()).map(Admin::password)).contains(fresh);
    }

    private static Admin withHash(Admin admin, PasswordHash hash) {
        return new Admin(
                admin.id(),
                admin.organizationId(),
                admin.organizationName(),
                admin.email(),
                hash,
                admin.createdAt(),
                admin.credentials(),
                admin.lastUpdate(),
                admin.leaseUntil(),
                admin.version());
    }

    @Test
    void leasesAreFoundLongestEndedFirst() {
        Admin second = addLeased(Samples.NOW.minusMillis(2));
        Admin third = addLeased(Samples.NOW.minusMillis(1));
        Admin first = addLeased(Samples.NOW.minusSeconds(3600));

        assertThat(admins.findLeasedBefore(Samples.NOW, 10)).containsExactly(first, second, third);
        assertThat(admins.findLeasedBefore(Samples.NOW, 2)).containsExactly(first, second);
        assertThat(admins.findLeasedBefore(Samples.NOW, 1)).containsExactly(first);
    }

    @Test
    void leaseThatEndsAtTheInstantHasNotEndedBefore() {
        Admin leased = addLeased(Samples.NOW);

        assertThat(admins.findLeasedBefore(Samples.NOW, 10)).isEmpty();
        assertThat(admins.findLeasedBefore(Samples.NOW.plusMillis(1), 10)).containsExactly(leased);
        assertThat(admins.findLeasedBefore(Instant.MAX, 10)).containsExactly(leased);
        assertThat(admins.findLeasedBefore(Instant.MIN, 10)).isEmpty();
    }

    @Test
    void settledOrRemovedAdminIsLeasedNoMore() {
        Admin settled = addLeased(Samples.NOW.minusSeconds(1));
        Admin removed = addLeased(Samples.NOW.minusSeconds(1));
        assertThat(admins.findLeasedBefore(Samples.NOW, 10)).hasSize(2);

        assertThat(admins.replace(settled.settled())).isTrue();
        admins.remove(removed.id());

        assertThat(admins.findLeasedBefore(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void ofManyAddingOneEmailExactlyOneWins() {
        Race<Admin> race = Race.of(runner -> () -> add(WANTED));

        assertThat(race.winners()).hasSize(1);
        Refusal.expectAll(FailureCode.EMAIL_TAKEN, race.failures());
        assertThat(admins.findByEmail(WANTED)).contains(race.winners().get(0));
        assertThat(admins.findLeasedBefore(Instant.MAX, 100)).hasSize(1);
    }

    @Test
    void ofManyChangingToOneEmailExactlyOneWins() {
        List<Admin> stored =
                IntStream.range(0, Race.RUNNERS).mapToObj(i -> add()).toList();

        Race<Boolean> race = Race.of(runner -> () -> admins.replace(withEmail(stored.get(runner), WANTED)));

        assertThat(race.winners()).hasSize(1);
        assertThat(race.failures()).hasSize(Race.RUNNERS - 1);
        Refusal.expectAll(FailureCode.EMAIL_TAKEN, race.failures());
    }

    @Test
    void ofManyReplacingOneVersionExactlyOneWins() {
        Admin stored = add();
        List<Admin> rivals = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> updated(samples, stored))
                .toList();

        Race<Boolean> race = Race.of(runner -> () -> admins.replace(rivals.get(runner)));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
        assertThat(rivals).contains(admins.findById(stored.id()).orElseThrow());
    }

    @Test
    void ofManyRehashingExactlyOneWins() {
        Admin stored = add();

        Race<Boolean> race = Race.of(runner -> () -> admins.rehash(stored.id(), stored.password(), samples.hash()));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
    }
}
