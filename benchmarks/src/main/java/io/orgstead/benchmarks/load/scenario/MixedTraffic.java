package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.load.Tenant;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Scenario;

/** Of twenty requests nineteen get organizations, and one inserts a document. */
public final class MixedTraffic {

    private static final int OF = 20;

    private MixedTraffic() {}

    /** On an installation. */
    public static Scenario on(Installation installation, Tenant tenant, int connections) {
        return Scenario.of(
                "mixed 95/5",
                connections,
                200,
                installation.watched(),
                Calls.successes(Calls.http(installation.address(), number -> request(installation, tenant, number))));
    }

    private static byte[] request(Installation installation, Tenant tenant, long number) {
        return number % OF == 0
                ? Documents.insertion(tenant, number)
                : GetOrganization.request(installation.name(number));
    }
}
