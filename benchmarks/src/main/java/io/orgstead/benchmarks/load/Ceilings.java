package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.bare.BareFind;
import io.orgstead.benchmarks.bare.BareServer;
import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.process.Listening;
import io.orgstead.benchmarks.process.Watched;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What bounds {@code GET /org/get}: the same answer by the libraries alone. */
final class Ceilings {

    static final String JAVALIN = "bare Javalin";
    static final String JETTY = "bare Jetty";
    static final String HANDLER_AND_DRIVER = "bare Javalin and driver";
    static final String DRIVER = "bare driver";

    private Ceilings() {}

    /** Starts them beside a server. They end with it, all but the driver, which is the caller's. */
    static List<Scenario> beside(Installation installation, BareFind find, int connections)
            throws IOException, InterruptedException {
        String answer = installation.ask(GetOrganization.request(installation.name(0)), 200);
        Map<String, String> constant = Map.of(BareServer.ANSWER, answer);
        return List.of(
                constant(JAVALIN, installation.ceiling(BareServer.Kind.JAVALIN, constant), connections),
                constant(JETTY, installation.ceiling(BareServer.Kind.JETTY, constant), connections),
                finding(installation, connections),
                Scenario.of(
                        DRIVER,
                        connections,
                        Calls.DONE,
                        Watched.self(),
                        Calls.numbered(number -> find.find(collection(installation, number)))));
    }

    private static Scenario constant(String name, Listening server, int connections) {
        byte[] request = GetOrganization.request(Seed.name(0));
        return Scenario.of(name, connections, 200, server.watched(), Calls.http(server.address(), number -> request));
    }

    private static Scenario finding(Installation installation, int connections)
            throws IOException, InterruptedException {
        Listening server = installation.ceiling(
                installation.store().bareKind(), installation.store().bareSettings());
        return Scenario.of(
                HANDLER_AND_DRIVER,
                connections,
                200,
                server.watched(),
                Calls.http(
                        server.address(),
                        number -> Request.get("/org/get?collection=" + collection(installation, number))));
    }

    private static String collection(Installation installation, long number) {
        return OrganizationName.parse(installation.name(number))
                .collectionName()
                .value();
    }
}
