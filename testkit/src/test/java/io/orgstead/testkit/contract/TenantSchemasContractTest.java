package io.orgstead.testkit.contract;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TenantSchemas;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.Gap;
import io.orgstead.testkit.reference.ReferenceTenantSchemas;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

class TenantSchemasContractTest extends SuiteTrial<TenantSchemas> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends TenantSchemasContract {

        private static Supplier<? extends TenantSchemas> port = ReferenceTenantSchemas::new;

        @Override
        protected TenantSchemas tenantSchemas() {
            return port.get();
        }
    }

    @Override
    SuiteRun run(Supplier<? extends TenantSchemas> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    TenantSchemas correct() {
        return new ReferenceTenantSchemas();
    }

    @Override
    TenantSchemas doingNothing() {
        return DoesNothing.as(TenantSchemas.class);
    }

    @Override
    Stream<Sabotage<TenantSchemas>> sabotages() {
        return Stream.of(
                new Sabotage<>("all share one", "eachOrganizationHasItsOwn", () -> new ReferenceTenantSchemas() {
                    private final OrganizationId all = new OrganizationId("000000000000000000000000");

                    @Override
                    public Optional<DocumentSchema> find(OrganizationId organization) {
                        return super.find(all);
                    }

                    @Override
                    public boolean replace(
                            OrganizationId organization,
                            Optional<DocumentSchema> expected,
                            Optional<DocumentSchema> next) {
                        return super.replace(all, expected, next);
                    }
                }),
                new Sabotage<>(
                        "does not look what is there",
                        "nothingChangesUnlessWhatIsExpectedIsThere",
                        () -> new ReferenceTenantSchemas() {
                            @Override
                            public synchronized boolean replace(
                                    OrganizationId organization,
                                    Optional<DocumentSchema> expected,
                                    Optional<DocumentSchema> next) {
                                put(organization, next);
                                return true;
                            }
                        }),
                new Sabotage<>(
                        "looks and puts in two steps", "ofThoseWhoRaceOneWins", () -> new ReferenceTenantSchemas() {
                            private final Gap gap = new Gap();

                            @Override
                            public boolean replace(
                                    OrganizationId organization,
                                    Optional<DocumentSchema> expected,
                                    Optional<DocumentSchema> next) {
                                if (!find(organization).equals(expected)) {
                                    return false;
                                }
                                gap.enter();
                                put(organization, next);
                                return true;
                            }
                        }),
                new Sabotage<>("forgets what is long", "theLongestIsKept", () -> new ReferenceTenantSchemas() {
                    @Override
                    public synchronized Optional<DocumentSchema> find(OrganizationId organization) {
                        return super.find(organization)
                                .filter(schema -> schema.json().length() < 10_000);
                    }
                }),
                new Sabotage<>("never removes", "comesChangesAndGoes", () -> new ReferenceTenantSchemas() {
                    @Override
                    public synchronized boolean replace(
                            OrganizationId organization,
                            Optional<DocumentSchema> expected,
                            Optional<DocumentSchema> next) {
                        return next.isEmpty()
                                ? find(organization).equals(expected)
                                : super.replace(organization, expected, next);
                    }
                }));
    }
}
