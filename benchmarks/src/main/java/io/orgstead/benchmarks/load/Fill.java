package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.client.HttpConnection;
import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.scenario.Documents;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** What is put into a server before it is measured. */
final class Fill {

    private static final int CREATED = 201;
    private static final int EXISTS = 409;
    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS = 5;
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private Fill() {}

    /** Documents with an index. */
    static void documents(Installation installation, Tenant tenant, int count) throws IOException {
        installation.ask(Documents.indexing(tenant), CREATED);
        try (HttpConnection connection = new HttpConnection(installation.address())) {
            for (int begin = 0; begin < count; begin += Documents.BATCH) {
                insert(connection, Documents.filling(tenant, begin, count));
            }
        }
    }

    /** A busy machine may make a store overdue. Then it is asked again, and may say that the documents are there. */
    private static void insert(HttpConnection connection, byte[] request) throws IOException {
        int status = connection.send(request);
        for (int attempt = 1; status == UNAVAILABLE && attempt < ATTEMPTS; attempt++) {
            status = connection.send(request);
            status = status == EXISTS ? CREATED : status;
        }
        if (status != CREATED) {
            throw new IOException(status + ": " + connection.body());
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
