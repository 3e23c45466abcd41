package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.measure.Scenario;

/** {@code GET /health/live}: all of the way through the server, and no store. */
public final class Liveness {

    private Liveness() {}

    /** On one connection. */
    public static Scenario on(Installation installation) {
        byte[] request = Request.get("/health/live");
        return installation.scenario("live", 1, 200, number -> request);
    }
}
