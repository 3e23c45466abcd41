package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.orgstead.domain.port.Organizations} must do. An implementation's test extends this class and says
 * how to make the port.
 */
public abstract class OrganizationsContract extends OrganizationsClaims {

    private static final OrganizationName WANTED = name("Wanted Name");

    private Organization addLeased(Instant leaseUntil) {
        Organization organization = Organization.provision(
                samples.organizationId(), samples.name(), samples.admin(), samples.operation(leaseUntil));
        organizations.add(organization);
        return organization;
    }

    @Test
    void leasesAreFoundLongestEndedFirst() {
        Organization second = addLeased(Samples.NOW.minusMillis(2));
        Organization third = addLeased(Samples.NOW.minusMillis(1));
        Organization first = addLeased(Samples.NOW.minusSeconds(3600));

        assertThat(organizations.findLeasedBefore(Samples.NOW, 10)).containsExactly(first, second, third);
        assertThat(organizations.findLeasedBefore(Samples.NOW, 2)).containsExactly(first, second);
        assertThat(organizations.findLeasedBefore(Samples.NOW, 1)).containsExactly(first);
    }

    @Test
    void leaseThatEndsAtTheInstantHasNotEndedBefore() {
        Organization leased = addLeased(Samples.NOW);

        assertThat(organizations.findLeasedBefore(Samples.NOW, 10)).isEmpty();
        assertThat(organizations.findLeasedBefore(Samples.NOW.plusMillis(1), 10))
                .containsExactly(leased);
    }

    @Test
    void leasesAreFoundInEveryUnsettledStatus() {
        Organization provisioning = addLeased(Samples.NOW.minusSeconds(3));
        Organization updating = addActive(samples.name()).updating(samples.operation(Samples.NOW.minusSeconds(2)));
        assertThat(organizations.replace(updating)).isTrue();
        Organization deleting = addActive(samples.name()).deleting(samples.operation(Samples.NOW.minusSeconds(1)));
        assertThat(organizations.replace(deleting)).isTrue();
        addActive(samples.name());

        assertThat(organizations.findLeasedBefore(Samples.NOW, 10)).containsExactly(provisioning, updating, deleting);
    }

    @Test
    void leaseTakenOverSettledOrRemovedIsFoundNoMore() {
        Organization takenOver = addLeased(Samples.NOW.minusSeconds(9));
        Organization settled = addLeased(Samples.NOW.minusSeconds(9));
        Organization removed = addLeased(Samples.NOW.minusSeconds(9));
        assertThat(organizations.findLeasedBefore(Samples.NOW, 10)).hasSize(3);

        Organization inNewHands = takenOver.takenOver(Samples.LEASE);
        assertThat(organizations.replace(inNewHands)).isTrue();
        assertThat(organizations.replace(settled.settled())).isTrue();
        assertThat(organizations.remove(removed)).isTrue();

        assertThat(organizations.findLeasedBefore(Samples.NOW, 10)).isEmpty();
        assertThat(organizations.findLeasedBefore(Samples.LEASE.plusMillis(1), 10))
                .containsExactly(inNewHands);
    }

    @Test
    void everyLeaseEndsBeforeTheLastInstant() {
        Organization leased = addLeased(Instant.parse("9999-12-31T23:59:59.999Z"));

        assertThat(organizations.findLeasedBefore(Instant.MAX, 10)).containsExactly(leased);
        assertThat(organizations.findLeasedBefore(Instant.MIN, 10)).isEmpty();
    }

    @Test
    void allAreListedInTheOrderOfTheirIds() {
        Organization active = addActive(samples.name());
        Organization provisioning = addProvisioning(samples.name());
        Organization deleting = addActive(samples.name()).deleting(samples.operation());
        assertThat(organizations.replace(deleting)).isTrue();
        List<Organization> all = Stream.of(active, provisioning, deleting)
                .sorted(Comparator.comparing(organization -> organization.id().value()))
                .toList();

        assertThat(organizations.list(Optional.empty(), 10)).isEqualTo(all);
        assertThat(organizations.list(Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
        assertThat(organizations.list(Optional.of(all.get(0).id()), 1)).containsExactly(all.get(1));
        assertThat(organizations.list(Optional.of(all.get(2).id()), 1)).isEmpty();
    }

    @Test
    void theListGoesOnBehindOneThatIsGone() {
        Organization first = addActive(samples.name());
        Organization second = addActive(samples.name());
        assertThat(organizations.remove(first)).isTrue();

        assertThat(organizations.list(Optional.of(first.id()), 10))
                .isEqualTo(first.id().value().compareTo(second.id().value()) < 0 ? List.of(second) : List.of());
    }

    @Test
    void ofManyAddingOneNameExactlyOneWins() {
        List<OrganizationName> spellings = List.of(WANTED, name("WANTED NAME"), name("wanted_name"));

        Race<Organization> race = Race.of(runner -> () -> addProvisioning(spellings.get(runner % spellings.size())));

        assertThat(race.winners()).hasSize(1);
        Refusal.expectAll(FailureCode.NAME_TAKEN, race.failures());
        assertThat(organizations.findByName(WANTED)).contains(race.winners().get(0));
        assertThat(organizations.findLeasedBefore(Instant.MAX, 100)).hasSize(1);
    }

    @Test
    void ofManyAddingNamesOfTheirOwnAllWin() {
        Race<Organization> race = Race.of(runner -> () -> addProvisioning(samples.name()));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners())
                .hasSize(Race.RUNNERS)
                .allSatisfy(
                        added -> assertThat(organizations.findById(added.id())).contains(added));
    }

    @Test
    void ofManyReplacingOneVersionExactlyOneWins() {
        Organization stored = addActive(samples.name());
        List<Organization> rivals = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> stored.updating(renaming(samples.name())))
                .toList();

        Race<Boolean> race = Race.of(runner -> () -> organizations.replace(rivals.get(runner)));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
        Organization winner = organizations.findById(stored.id()).orElseThrow();
        assertThat(rivals).contains(winner);
        // The losers' names must have stayed free.
        rivals.stream().filter(rival -> !rival.equals(winner)).forEach(rival -> addProvisioning(rival.targetName()));
    }

    @Test
    void ofManyRenamingOntoOneNameExactlyOneWins() {
        List<Organization> stored = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> addActive(samples.name()))
                .toList();

        Race<Boolean> race =
                Race.of(runner -> () -> organizations.replace(stored.get(runner).updating(renaming(WANTED))));

        assertThat(race.winners()).hasSize(1);
        assertThat(race.failures()).hasSize(Race.RUNNERS - 1);
        Refusal.expectAll(FailureCode.NAME_TAKEN, race.failures());
        assertThat(stored)
                .filteredOn(o -> organizations.findById(o.id()).orElseThrow().equals(o))
                .hasSize(Race.RUNNERS - 1);
    }

    @Test
    void ofManyAddingAndRenamingOntoOneNameExactlyOneWins() {
        List<Organization> stored = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> addActive(samples.name()))
                .toList();

        Race<Object> race = Race.of(runner -> runner % 2 == 0
                ? () -> addProvisioning(WANTED)
                : () -> organizations.replace(stored.get(runner).updating(renaming(WANTED))));

        assertThat(race.winners()).hasSize(1);
        assertThat(race.failures()).hasSize(Race.RUNNERS - 1);
        Refusal.expectAll(FailureCode.NAME_TAKEN, race.failures());
    }

    @Test
    void crossingRenamesAreBothRefused() {
        Organization one = addActive(samples.name());
        Organization two = addActive(samples.name());

        Race<Boolean> race = Race.of(runner -> runner % 2 == 0
                ? () -> organizations.replace(one.updating(renaming(two.name())))
                : () -> organizations.replace(two.updating(renaming(one.name()))));

        assertThat(race.failures()).hasSize(Race.RUNNERS);
        Refusal.expectAll(FailureCode.NAME_TAKEN, race.failures());
        assertThat(organizations.findById(one.id())).contains(one);
        assertThat(organizations.findById(two.id())).contains(two);
    }

    @Test
    void ofManyRemovingExactlyOneWins() {
        Organization stored = addActive(samples.name());

        Race<Boolean> race = Race.of(runner -> () -> organizations.remove(stored));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
        assertThat(organizations.findById(stored.id())).isEmpty();
    }

    @Test
    void ofManyRemovingAndReplacingExactlyOneWins() {
        Organization stored = addActive(samples.name());
        Organization next = stored.deleting(samples.operation());
        Function<Integer, Callable<Boolean>> runner =
                i -> i % 2 == 0 ? () -> organizations.remove(stored) : () -> organizations.replace(next);

        Race<Boolean> race = Race.between(
                Stream.iterate(0, i -> i + 1).limit(Race.RUNNERS).map(runner).toList());

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(1);
        assertThat(organizations.findById(stored.id()).stream()).isSubsetOf(next);
    }
}
