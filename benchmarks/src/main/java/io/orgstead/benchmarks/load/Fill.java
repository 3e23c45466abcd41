package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.client.HttpConnection;
import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.scenario.Documents;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** What is put into a server before it is measured. */
final class Fill {

    private static final int CREATED = 201;
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private Fill() {}

    /** Documents with an index. */
    static void documents(Installation installation, Tenant tenant, int count) throws IOException {
        installation.ask(Documents.indexing(tenant), CREATED);
        try (HttpConnection connection = new HttpConnection(installation.address())) {
            for (int begin = 0; begin < count; begin += Documents.BATCH) {
                int status = connection.send(Documents.filling(tenant, begin, count));
                if (status != CREATED) {
                    throw new IOException(status + ": " + connection.body());
                }
            }
        }
    }

    /** An organization beside those of the seed. */
    static Tenant newTenant(Installation installation) throws IOException {
        int number = TENANTS.incrementAndGet();
        String name = "tenant " + number;
        String email = "tenant" + number + "@example.net";
        installation.ask(
                Request.json(
                        "POST",
                        "/org/create",
                        "{\"organization_name\":\"" + name + "\",\"email\":\"" + email + "\",\"password\":\""
                                + Seed.PASSWORD + "\"}"),
                CREATED);
        return installation.logIn(name, email);
    }
}
