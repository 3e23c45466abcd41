package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.load.Tenant;
import io.orgstead.benchmarks.measure.Scenario;

/** {@code POST /admin/login}, which costs a hash whether or not it succeeds. */
public final class LogIn {

    private static final int SUCCEEDED = 200;
    private static final int FAILED = 401;

    private LogIn() {}

    /** With the right password. */
    public static Scenario known(Installation installation, Tenant tenant, int connections) {
        byte[] request = request(tenant.email(), tenant.password());
        return installation.scenario("login", connections, SUCCEEDED, number -> request);
    }

    /** With a wrong password. */
    public static Scenario wrong(Installation installation, Tenant tenant, int connections) {
        byte[] request = request(tenant.email(), "wrong horse");
        return installation.scenario("login, wrong password", connections, FAILED, number -> request);
    }

    /** With an address that nobody has. */
    public static Scenario unknown(Installation installation, int connections) {
        byte[] request = request("nobody@example.com", "wrong horse");
        return installation.scenario("login, unknown", connections, FAILED, number -> request);
    }

    private static byte[] request(String email, String password) {
        return Request.json("POST", "/admin/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }
}
