package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceOrganizations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Organizations with one fault each, about leases and races. */
final class RacyOrganizations {

    private RacyOrganizations() {}

    static Stream<Sabotage<Organizations>> leases() {
        return Stream.of(
                new Sabotage<>(
                        "shortest ended first", "leasesAreFoundLongestEndedFirst", () -> new ReferenceOrganizations() {
                            @Override
                            protected Comparator<Organization> order() {
                                return super.order().reversed();
                            }
                        }),
                new Sabotage<>(
                        "the last is listed again",
                        "allAreListedInTheOrderOfTheirIds",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected boolean isBehind(OrganizationId id, OrganizationId after) {
                                return id.equals(after) || super.isBehind(id, after);
                            }
                        }),
                new Sabotage<>(
                        "listed as they came", "allAreListedInTheOrderOfTheirIds", () -> new ReferenceOrganizations() {
                            @Override
                            protected Comparator<Organization> listed() {
                                return super.listed().reversed();
                            }
                        }),
                new Sabotage<>(
                        "the list is not limited",
                        "allAreListedInTheOrderOfTheirIds",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public List<Organization> list(Optional<OrganizationId> after, int limit) {
                                return super.list(after, Integer.MAX_VALUE);
                            }
                        }),
                new Sabotage<>(
                        "the list ends where one is gone",
                        "theListGoesOnBehindOneThatIsGone",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public List<Organization> list(Optional<OrganizationId> after, int limit) {
                                return after.isPresent()
                                                && findById(after.get()).isEmpty()
                                        ? List.of()
                                        : super.list(after, limit);
                            }
                        }),
                new Sabotage<>("no limit", "leasesAreFoundLongestEndedFirst", () -> new ReferenceOrganizations() {
                    @Override
                    public List<Organization> findLeasedBefore(Instant instant, int limit) {
                        return super.findLeasedBefore(instant, Integer.MAX_VALUE);
                    }
                }),
                new Sabotage<>(
                        "the instant itself counts",
                        "leaseThatEndsAtTheInstantHasNotEndedBefore",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected boolean hasEnded(Instant lease, Instant instant) {
                                return !lease.isAfter(instant);
                            }
                        }),
                new Sabotage<>(
                        "far instants overflow",
                        "everyLeaseEndsBeforeTheLastInstant",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected boolean hasEnded(Instant lease, Instant instant) {
                                return lease.toEpochMilli() < instant.toEpochMilli();
                            }
                        }),
                new Sabotage<>(
                        "only creations are found",
                        "leasesAreFoundInEveryUnsettledStatus",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public List<Organization> findLeasedBefore(Instant instant, int limit) {
                                return super.findLeasedBefore(instant, limit).stream()
                                        .filter(o -> o.status() == OrganizationStatus.PROVISIONING)
                                        .toList();
                            }
                        }));
    }

    static Stream<Sabotage<Organizations>> races() {
        return Stream.of(
                new Sabotage<>(
                        "several win a name", "ofManyAddingOneNameExactlyOneWins", () -> new ReferenceOrganizations() {
                            private final Gap gap = new Gap();

                            @Override
                            public void add(Organization organization) {
                                if (isTaken(organization)) {
                                    throw taken();
                                }
                                gap.enter();
                                synchronized (stored) {
                                    stored.put(organization.id(), organization);
                                }
                            }
                        }),
                new Sabotage<>(
                        "nobody wins a name", "ofManyAddingOneNameExactlyOneWins", () -> new ReferenceOrganizations() {
                            private final ConcurrentHashMap<CollectionName, AtomicInteger> wishes =
                                    new ConcurrentHashMap<>();
                            private final Gap gap = new Gap();

                            @Override
                            public void add(Organization organization) {
                                AtomicInteger wish =
                                        wishes.computeIfAbsent(organization.collection(), name -> new AtomicInteger());
                                wish.incrementAndGet();
                                gap.enter();
                                if (wish.get() > 1) {
                                    throw taken();
                                }
                                super.add(organization);
                            }
                        }),
                new Sabotage<>(
                        "an update is lost",
                        "ofManyReplacingOneVersionExactlyOneWins",
                        () -> new ReferenceOrganizations() {
                            private final Gap gap = new Gap();

                            @Override
                            public boolean replace(Organization next) {
                                Optional<Organization> before = findById(next.id());
                                if (before.isEmpty() || !follows(before.get(), next)) {
                                    return false;
                                }
                                gap.enter();
                                synchronized (stored) {
                                    stored.put(next.id(), next);
                                }
                                return true;
                            }
                        }),
                new Sabotage<>("several remove", "ofManyRemovingExactlyOneWins", () -> new ReferenceOrganizations() {
                    private final Gap gap = new Gap();

                    @Override
                    public boolean remove(Organization organization) {
                        boolean there = findById(organization.id())
                                .filter(o -> isSame(o, organization))
                                .isPresent();
                        gap.enter();
                        super.remove(organization);
                        return there;
                    }
                }),
                new Sabotage<>(
                        "a loser fails", "ofManyReplacingOneVersionExactlyOneWins", () -> new ReferenceOrganizations() {
                            @Override
                            public boolean replace(Organization next) {
                                if (!super.replace(next)) {
                                    throw new IllegalStateException("write conflict");
                                }
                                return true;
                            }
                        }));
    }
}
