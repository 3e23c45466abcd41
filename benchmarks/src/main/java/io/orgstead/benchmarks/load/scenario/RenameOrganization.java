package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.load.Tenant;
import io.orgstead.benchmarks.measure.Scenario;

/** {@code PUT /org/update} with a new name, of one organization again and again; on one connection, as it waits for itself. */
public final class RenameOrganization {

    private RenameOrganization() {}

    /** On an installation. */
    public static Scenario on(Installation installation, Tenant tenant) {
        String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        return installation.scenario(
                "rename",
                1,
                200,
                number -> Request.authorizedJson(
                        "PUT",
                        "/org/update",
                        tenant.token(),
                        "{\"new_organization_name\":\"renamed " + mark + " " + number + "\"}"));
    }
}
