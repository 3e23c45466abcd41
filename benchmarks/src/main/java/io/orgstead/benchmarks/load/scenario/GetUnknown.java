package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Scenario;

/** {@code GET /org/get} of organizations that are not there. */
public final class GetUnknown {

    private GetUnknown() {}

    /** On an installation. */
    public static Scenario on(Installation installation, int connections) {
        return Scenario.of(
                "get unknown",
                connections,
                404,
                installation.watched(),
                Calls.http(installation.address(), number -> GetOrganization.request("nobody " + number)));
    }
}
