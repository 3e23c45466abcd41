package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.measure.Scenario;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code GET /org/get} of one organization after another. */
public final class GetOrganization {

    private GetOrganization() {}

    /** On an installation. */
    public static Scenario on(Installation installation, int connections) {
        return installation.scenario("get", connections, 200, number -> request(installation.name(number)));
    }

    /** The request. */
    public static byte[] request(String name) {
        return Request.get("/org/get?organization_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
