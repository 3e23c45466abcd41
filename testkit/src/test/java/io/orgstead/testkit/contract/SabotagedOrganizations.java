package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.reference.ReferenceOrganizations;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Organizations with one fault each, about versions, claims and names. */
final class SabotagedOrganizations {

    private SabotagedOrganizations() {}

    static Stream<Sabotage<Organizations>> versions() {
        return Stream.of(
                new Sabotage<>(
                        "any version follows",
                        "replaceRefusesAVersionThatDoesNotFollow",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected boolean follows(Organization before, Organization next) {
                                return true;
                            }
                        }),
                new Sabotage<>("a replay is taken", "replaceMadeAgainIsRefused", () -> new ReferenceOrganizations() {
                    @Override
                    protected boolean follows(Organization before, Organization next) {
                        return super.follows(before, next) || before.equals(next);
                    }
                }),
                new Sabotage<>(
                        "replace adds",
                        "replaceOfSomethingNotStoredChangesNothing",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public boolean replace(Organization next) {
                                if (findById(next.id()).isEmpty()) {
                                    add(next);
                                    return true;
                                }
                                return super.replace(next);
                            }
                        }),
                new Sabotage<>(
                        "any version is removed", "removeRefusesAnotherVersion", () -> new ReferenceOrganizations() {
                            @Override
                            protected boolean isSame(Organization before, Organization given) {
                                return true;
                            }
                        }),
                new Sabotage<>("whole seconds", "everyFieldComesBackAsAdded", () -> new ReferenceOrganizations() {
                    @Override
                    protected Organization written(Organization o) {
                        return new Organization(
                                o.id(),
                                o.name(),
                                o.collection(),
                                o.adminId(),
                                o.adminEmail(),
                                o.createdAt().truncatedTo(ChronoUnit.SECONDS),
                                o.status(),
                                o.operation(),
                                o.home(),
                                o.version());
                    }
                }));
    }

    static Stream<Sabotage<Organizations>> claims() {
        return Stream.of(
                new Sabotage<>(
                        "targets are not claimed",
                        "renameUnderWayHoldsBothNamesAndIsFoundByTheOldOne",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected Stream<CollectionName> claims(Organization organization) {
                                return Stream.of(organization.collection());
                            }
                        }),
                new Sabotage<>(
                        "old names are not claimed",
                        "renameUnderWayHoldsBothNamesAndIsFoundByTheOldOne",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected Stream<CollectionName> claims(Organization organization) {
                                return Stream.of(organization.targetCollection());
                            }
                        }),
                new Sabotage<>(
                        "what nobody sees is not claimed",
                        "aNameIsTakenInEveryStatus",
                        () -> new ReferenceOrganizations() {
                            @Override
                            protected Stream<CollectionName> claims(Organization organization) {
                                return organization.status() == OrganizationStatus.DELETING
                                        ? Stream.empty()
                                        : super.claims(organization);
                            }
                        }),
                new Sabotage<>(
                        "removal frees nothing",
                        "removeFreesTheName",
                        () -> new Hoarding(OrganizationStatus.PROVISIONING)),
                new Sabotage<>(
                        "a settled rename frees nothing",
                        "settledRenameFreesTheOldName",
                        () -> new Hoarding(OrganizationStatus.ACTIVE)),
                new Sabotage<>(
                        "a cancelled rename frees nothing",
                        "cancelledRenameFreesTheNewName",
                        () -> new Hoarding(OrganizationStatus.UPDATING)),
                new Sabotage<>(
                        "a refusal changes something",
                        "renameOntoATakenNameIsRefusedAndChangesNothing",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public boolean replace(Organization next) {
                                if (isTaken(next)) {
                                    stored.put(next.id(), next);
                                }
                                return super.replace(next);
                            }
                        }),
                new Sabotage<>(
                        "another failure leaks", "namesOfOneCollectionAreOneName", () -> new ReferenceOrganizations() {
                            @Override
                            protected RuntimeException taken() {
                                return new IllegalStateException("duplicate key");
                            }
                        }));
    }

    /** Keeps forever what was claimed in one status, as long as the organization does not want it itself. */
    private static final class Hoarding extends ReferenceOrganizations {

        private final OrganizationStatus status;
        private final Set<CollectionName> hoard = new HashSet<>();

        Hoarding(OrganizationStatus status) {
            this.status = status;
        }

        @Override
        protected Organization written(Organization organization) {
            if (organization.status() == status) {
                hoard.addAll(organization.claims());
            }
            return organization;
        }

        @Override
        public void add(Organization organization) {
            if (organization.claims().stream().anyMatch(hoard::contains)) {
                throw taken();
            }
            super.add(organization);
        }
    }

    static Stream<Sabotage<Organizations>> names() {
        return Stream.of(
                new Sabotage<>(
                        "rename targets are found",
                        "renameUnderWayHoldsBothNamesAndIsFoundByTheOldOne",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public Optional<Organization> findByName(OrganizationName name) {
                                return super.findByName(name)
                                        .or(() -> first(o -> o.targetName().equals(name)));
                            }
                        }),
                new Sabotage<>(
                        "only exact names are found",
                        "namesOfOneCollectionAreOneName",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public Optional<Organization> findByName(OrganizationName name) {
                                return first(o -> o.name().equals(name));
                            }
                        }),
                new Sabotage<>(
                        "exact names are not found",
                        "legacyOrganizationIsFoundByExactlyItsName",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public Optional<Organization> findByName(OrganizationName name) {
                                return first(o -> o.collection().equals(name.collectionName()));
                            }
                        }),
                new Sabotage<>(
                        "exact names count first",
                        "collectionCountsBeforeExactName",
                        () -> new ReferenceOrganizations() {
                            @Override
                            public Optional<Organization> findByName(OrganizationName name) {
                                return first(o -> o.name().equals(name)).or(() -> super.findByName(name));
                            }
                        }));
    }
}
