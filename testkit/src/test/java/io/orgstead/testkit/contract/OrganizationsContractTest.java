package io.orgstead.testkit.contract;

import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceOrganizations;
import java.util.function.Supplier;
import java.util.stream.Stream;

class OrganizationsContractTest extends SuiteTrial<Organizations> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends OrganizationsContract {

        private static Supplier<? extends Organizations> port = ReferenceOrganizations::new;

        @Override
        protected Organizations organizations() {
            return port.get();
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Organizations> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Organizations correct() {
        return new ReferenceOrganizations();
    }

    @Override
    Organizations doingNothing() {
        return DoesNothing.as(Organizations.class);
    }

    @Override
    Stream<Sabotage<Organizations>> sabotages() {
        return Stream.of(
                        SabotagedOrganizations.versions(),
                        SabotagedOrganizations.claims(),
                        SabotagedOrganizations.names(),
                        RacyOrganizations.leases(),
                        RacyOrganizations.races())
                .flatMap(sabotages -> sabotages);
    }
}
