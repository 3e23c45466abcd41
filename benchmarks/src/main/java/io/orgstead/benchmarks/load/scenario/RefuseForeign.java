package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.load.Tenant;
import io.orgstead.benchmarks.measure.Scenario;

/** An admin who wants to delete somebody else's organization: the token is checked, and then it is refused. */
public final class RefuseForeign {

    private static final int FORBIDDEN = 403;

    private RefuseForeign() {}

    /** On an installation. */
    public static Scenario on(Installation installation, Tenant tenant, int connections) {
        byte[] request = Request.authorized("DELETE", "/org/delete?organization_name=somebody%20else", tenant.token());
        return installation.scenario("refusal", connections, FORBIDDEN, number -> request);
    }
}
