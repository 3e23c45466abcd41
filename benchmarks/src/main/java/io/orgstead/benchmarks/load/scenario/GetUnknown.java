package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.measure.Scenario;

/** {@code GET /org/get} of organizations that are not there. */
public final class GetUnknown {

    private GetUnknown() {}

    /** On an installation. */
    public static Scenario on(Installation installation, int connections) {
        return installation.scenario(
                "get unknown", connections, 404, number -> GetOrganization.request("nobody " + number));
    }
}
