package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.measure.Scenario;

/** {@code POST /org/create}, which costs a hash and some writes. */
public final class CreateOrganization {

    private static final int CREATED = 201;

    private CreateOrganization() {}

    /** On an installation. */
    public static Scenario on(Installation installation, int connections) {
        // Not the same in two scenarios on one installation.
        String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        return installation.scenario(
                "create", connections, CREATED, number -> request(mark + " " + number, mark + number));
    }

    private static byte[] request(String name, String local) {
        return Request.json(
                "POST",
                "/org/create",
                "{\"organization_name\":\"created " + name + "\",\"email\":\"" + local
                        + "@example.org\",\"password\":\"correct horse\"}");
    }
}
